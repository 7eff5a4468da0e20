#pragma once

#include <QTime>

namespace foghorn {

/// The time of day as people of the language write it, with 12 hours or 24, the same wherever a time is shown.
/// "14:02", "2:02 PM"
QString shortClock(QTime time);
/// "14:02:10", "2:02:10 PM"
QString exactClock(QTime time);
/// "14:02:10.120", "02:02:10.120 PM"; always as wide, for lines below each other.
QString finestClock(QTime time);
/// "14:02:10", "02:02:10 PM"; as the one before without the fraction.
QString steadyClock(QTime time);

} // namespace foghorn

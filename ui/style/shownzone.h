#pragma once

#include "core/base/clock.h"

#include <QDateTime>

namespace foghorn {

/// Whether people want to read times in UTC instead of this computer's zone; of the whole application, as its language
/// is. Texts that are there already are made anew when they next change.
void setShownInUtc(bool utc);
bool isShownInUtc();

/// The moment in the zone that people read.
QDateTime shownTime(WallTime time);
/// The day it is now in that zone.
QDate shownToday();
/// When a day begins in that zone.
QDateTime beginOfShown(QDate day);

} // namespace foghorn

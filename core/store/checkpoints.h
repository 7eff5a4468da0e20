#pragma once

#include "core/registry/history.h"

#include <QList>

namespace foghorn {

/// A point of one check.
CheckPoint pointOf(const CheckResult &check);

/// What several points (at least one) add up to. The 95th percentile is exact (nearest rank) when each is of one check,
/// else the highest among theirs.
CheckPoint merged(QList<CheckPoint>::const_iterator first, QList<CheckPoint>::const_iterator last);

/// At most `most` points for `points`, which come in the order of time: each of those is what falls into one of as many
/// equal stretches of the whole time. So no failed check is ever hidden: its point has fewer passed than counted.
QList<CheckPoint> thinned(const QList<CheckPoint> &points, qint64 most);

} // namespace foghorn

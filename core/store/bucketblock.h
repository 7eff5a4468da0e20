#pragma once

#include "core/registry/history.h"

#include <QByteArray>

#include <map>

namespace foghorn {

/// Buckets of one service by when they begin, in the order of time.
using Buckets = std::map<WallTime, CheckPoint>;

/// The beginning of the bucket, and of the UTC day, that a time falls into.
WallTime bucketOf(WallTime at);
WallTime dayOf(WallTime at);

/// Puts the point into its bucket, beside what is there.
void addToBuckets(Buckets &buckets, const CheckPoint &point);

/// Buckets of one day, packed: about 15 bytes each. Of the worst check details are not kept, and its message only when
/// it failed.
QByteArray packBuckets(WallTime day, const Buckets &buckets);
/// Gives back what was packed; false when the bytes are none of ours.
bool readBuckets(QByteArrayView bytes, WallTime day, const ServiceId &service, Buckets &buckets);

} // namespace foghorn

#include "core/store/bucketblock.h"

#include "core/base/names.h"
#include "core/store/checkpoints.h"
#include "core/store/historykeys.h"
#include "core/store/retention.h"
#include "core/store/varint.h"

#include <algorithm>

namespace foghorn {
namespace {

constexpr char version = 1;
constexpr qsizetype longestMessage = 200;
constexpr quint64 mostChecksInBucket = 1'000'000;
// The first number beside a bucket's place.
constexpr quint64 failedBit = 1;
constexpr quint64 timedOutBit = 2;
constexpr int healthShift = 2;

WallTime floorTo(WallTime at, std::chrono::milliseconds length)
{
    auto steps = at.time_since_epoch() / length;
    if (at.time_since_epoch() < steps * length)
        --steps;
    return WallTime(steps * length);
}

void putTime(QByteArray &out, std::chrono::microseconds time) { putSigned(out, static_cast<qint64>(time.count())); }

std::chrono::microseconds readTime(NumberReader &reader)
{
    return std::chrono::microseconds(reader.signedWithin(longestTime));
}

void packBucket(QByteArray &out, const CheckPoint &point)
{
    const CheckResult &worst = point.worst;
    quint64 flags = worst.passed ? 0 : failedBit;
    if (worst.timedOut)
        flags |= timedOutBit;
    flags |= static_cast<quint64>(worst.healthAfter) << healthShift;
    putNumber(out, flags);
    putNumber(out, static_cast<quint64>(point.count));
    putNumber(out, static_cast<quint64>(point.count - point.passed));
    putTime(out, point.least);
    putTime(out, point.mean - point.least);
    putTime(out, point.p95 - point.least);
    putTime(out, point.most - point.p95);
    putSigned(out, (worst.at - point.from).count());
    if (!worst.passed) {
        putTime(out, worst.responseTime);
        putText(out, shortened(worst.message, longestMessage).toUtf8());
    }
}

/// Far more than fit into five minutes; times any time that is read it is still a number.
qint64 readCount(NumberReader &reader)
{
    const quint64 count = reader.number();
    return static_cast<qint64>(std::min<quint64>(count, mostChecksInBucket));
}

CheckPoint readBucket(NumberReader &reader, WallTime from, const ServiceId &service)
{
    CheckPoint point;
    point.from = from;
    point.to = from + bucketLength;
    const quint64 flags = reader.number();
    point.count = readCount(reader);
    point.passed = std::max<qint64>(point.count - readCount(reader), 0);
    point.least = readTime(reader);
    point.mean = point.least + readTime(reader);
    point.p95 = point.least + readTime(reader);
    point.most = point.p95 + readTime(reader);
    point.worst.service = service;
    point.worst.at = from + std::chrono::milliseconds(reader.signedWithin(latestTime));
    point.worst.passed = !(flags & failedBit);
    point.worst.timedOut = flags & timedOutBit;
    point.worst.healthAfter = static_cast<Health>((flags >> healthShift) & 3U);
    point.worst.responseTime = point.worst.passed ? point.most : readTime(reader);
    if (!point.worst.passed)
        point.worst.message = QString::fromUtf8(reader.text());
    return point;
}

} // namespace

WallTime bucketOf(WallTime at) { return floorTo(at, bucketLength); }

WallTime dayOf(WallTime at) { return floorTo(at, std::chrono::days(1)); }

void addToBuckets(Buckets &buckets, const CheckPoint &point)
{
    const WallTime from = bucketOf(point.from);
    const auto [known, isNew] = buckets.try_emplace(from, point);
    if (!isNew) {
        const QList<CheckPoint> both{known->second, point};
        known->second = merged(both.cbegin(), both.cend());
    }
    known->second.from = from;
    known->second.to = from + bucketLength;
}

QByteArray packBuckets(WallTime day, const Buckets &buckets)
{
    QByteArray out(1, version);
    WallTime before = day;
    for (const auto &[from, point] : buckets) {
        putNumber(out, static_cast<quint64>((from - before) / bucketLength));
        packBucket(out, point);
        before = from;
    }
    return out;
}

bool readBuckets(QByteArrayView bytes, WallTime day, const ServiceId &service, Buckets &buckets)
{
    if (bytes.isEmpty() || bytes.front() != version)
        return false;
    NumberReader reader(bytes.sliced(1));
    WallTime from = day;
    while (!reader.atEnd()) {
        const quint64 steps = reader.number();
        if (steps > static_cast<quint64>(std::chrono::days(1) / bucketLength))
            return false;
        from += bucketLength * static_cast<qint64>(steps);
        const CheckPoint point = readBucket(reader, from, service);
        if (!reader.isGood())
            return false;
        buckets.insert_or_assign(from, point);
    }
    return true;
}

} // namespace foghorn

#include "core/store/checkreader.h"

#include "core/store/bucketblock.h"
#include "core/store/checkblock.h"
#include "core/store/checklog.h"
#include "core/store/checkpoints.h"
#include "core/store/historykeys.h"
#include "core/store/sqlsteps.h"

#include <algorithm>

namespace foghorn {
namespace {

constexpr WallTime latest = WallTime::max();

/// Reads everything of one service that touches a window. A block that cannot be read hides no other.
class PointReader final
{
public:
    PointReader(QSqlDatabase &database, qint64 service, const HistoryQuery &query)
        : m_database(database)
        , m_service(service)
        , m_name(query.service)
        , m_from(query.from.value_or(WallTime{}))
        , m_to(query.to.value_or(latest))
    {
    }

    MaybeFault readBucketsOfDays()
    {
        return forEachRow(m_database,
            QStringLiteral("SELECT id, data FROM bucket_block WHERE id BETWEEN ? AND ? ORDER BY id"),
            {historyKey(m_service, dayOf(m_from)), historyKey(m_service, m_to)}, [&](const QSqlQuery &row) {
                Buckets buckets;
                (void)readBuckets(row.value(1).toByteArray(), timeOfKey(row.value(0).toLongLong()), m_name, buckets);
                for (const auto &[from, point] : buckets) {
                    if (point.to > m_from && from <= m_to)
                        m_points.append(point);
                }
            });
    }
    MaybeFault readBlocks()
    {
        // A block lasts two hours at most but for its last check, so earlier ones cannot reach into the window.
        const WallTime begin = std::max(m_from, WallTime(CheckBlock::longest * 2)) - CheckBlock::longest * 2;
        return forEachRow(m_database,
            QStringLiteral("SELECT data FROM check_block WHERE id BETWEEN ? AND ? ORDER BY id"),
            {historyKey(m_service, begin), historyKey(m_service, m_to)},
            [this](const QSqlQuery &row) { take(row.value(0).toByteArray()); });
    }
    MaybeFault readLog()
    {
        return readCheckLog(m_database, m_service, [this](qint64, QByteArrayView block) { take(block); });
    }
    QList<CheckPoint> inOrder()
    {
        const auto isEarlier = [](const CheckPoint &a, const CheckPoint &b) { return a.from < b.from; };
        if (!std::is_sorted(m_points.cbegin(), m_points.cend(), isEarlier))
            std::stable_sort(m_points.begin(), m_points.end(), isEarlier);
        return std::move(m_points);
    }

private:
    void take(QByteArrayView block)
    {
        (void)readCheckBlock(block, m_name, [this](const CheckResult &check) {
            if (check.at >= m_from && check.at <= m_to)
                m_points.append(pointOf(check));
        });
    }

    QSqlDatabase &m_database;
    const qint64 m_service;
    const ServiceId m_name;
    const WallTime m_from;
    const WallTime m_to;
    QList<CheckPoint> m_points;
};

} // namespace

MaybeFault readCheckPoints(QSqlDatabase &database, qint64 service, const HistoryQuery &query, QList<CheckPoint> &points)
{
    PointReader reader(database, service, query);
    auto fault = reader.readBucketsOfDays();
    if (!fault)
        fault = reader.readBlocks();
    if (!fault)
        fault = reader.readLog();
    if (!fault)
        points = thinned(reader.inOrder(), query.points);
    return fault;
}

} // namespace foghorn

#pragma once

#include "core/base/clock.h"
#include "core/store/bucketblock.h"
#include "core/store/storefault.h"

#include <QSqlDatabase>

namespace foghorn {

/// Makes old history small: checks become buckets, what is older than everything goes (retention.h). One small step at
/// a time, so that the database is never held for long.
class Thinner final
{
    Q_DISABLE_COPY_MOVE(Thinner)
public:
    explicit Thinner(QSqlDatabase &database);

    /// The next service's turn; after the last one the events'. A transaction of its own.
    MaybeFault step(WallTime now);
    /// How many steps one round has.
    MaybeFault countSteps(qint64 &steps);
    /// The next step is to come soon: more must go than one step takes.
    bool isBehind() const { return m_isBehind; }
    /// The last step removed a service.
    bool hasRemoved() const { return m_hasRemoved; }
    /// The first that is left, as of the events' last turn; 0: none is, or they had none yet.
    qint64 oldestEvent() const { return m_oldestEvent; }

private:
    struct OldChecks;
    MaybeFault thinService(qint64 service, WallTime now);
    MaybeFault readOldChecks(qint64 service, WallTime before, OldChecks &old);
    MaybeFault addToDays(qint64 service, const Buckets &buckets);
    MaybeFault forgetOldest(qint64 service, WallTime before);
    MaybeFault forgetOutsider(qint64 service, WallTime before);
    MaybeFault forgetEvents(WallTime before);

    QSqlDatabase &m_database;
    bool m_isBehind = false;
    bool m_hasRemoved = false;
    qint64 m_oldestEvent = 0;
    qint64 m_service = 0; ///< whose turn it was last
};

} // namespace foghorn

#pragma once

#include "core/store/believedtime.h"
#include "core/store/databaseconnection.h"
#include "core/store/pendingwrites.h"

#include <QHash>
#include <QSqlQuery>

#include <memory>

namespace foghorn {

struct FleetStatements;

/// Writes what has gathered, one transaction at a time, over a connection of its own that it opens when there is
/// something to write and opens anew after a fault. Belongs to one thread.
class FleetWriter final
{
    Q_DISABLE_COPY_MOVE(FleetWriter)
public:
    explicit FleetWriter(QString path);
    ~FleetWriter();

    /// All of it or, with a fault, nothing.
    MaybeFault write(const PendingWrites &writes);
    /// Keeps the history small, in one small step; to be called once nextChore() has come. Only after a good write().
    MaybeFault doChore(Now now);
    MonoTime nextChore() const { return m_nextChore; }
    /// The first event in the file, as the last chore found it; 0: not known.
    qint64 oldestEvent() const { return m_oldestEvent; }

private:
    MaybeFault writeAll(const PendingWrites &writes);
    MaybeFault remove(const ServiceId &service);
    MaybeFault writeState(const SavedService &service);
    MaybeFault writeCheck(const CheckResult &check);
    MaybeFault writeEvents(const PendingWrites &writes);
    MaybeFault writeEvent(const Event &event);
    MaybeFault writeSpan(const PendingWrites::Span &span);
    MaybeFault writeLedger(const ServiceId &service, const QList<SavedSpan> &spans);
    MaybeFault writeValue(const QString &key, qint64 value);
    MaybeFault writeAlive(const BootClock &alive);
    MaybeFault readBelieved();
    MaybeFault thin(Now now);
    MaybeFault find(const ServiceId &service, qint64 &id);
    MaybeFault open();
    void close();

    QString m_path;
    std::unique_ptr<DatabaseConnection> m_connection;
    std::unique_ptr<FleetStatements> m_statements; ///< of m_connection: must go before it
    QHash<ServiceId, qint64> m_known; ///< numbers; forgotten after a fault: what was rolled back may have made some
    BelievedTime m_believed;
    std::optional<WallTime> m_savedBelieved;
    qint64 m_oldestEvent = 0;
    MonoTime m_nextChore{};
    MonoTime m_nextFold{};
};

} // namespace foghorn

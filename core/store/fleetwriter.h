#pragma once

#include "core/store/databaseconnection.h"
#include "core/store/pendingwrites.h"

#include <QHash>
#include <QSqlQuery>

#include <memory>

namespace foghorn {

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

private:
    struct Statements;
    /// What is known of a service in the file.
    struct Known
    {
        qint64 id = 0;
        qint64 nextSeq = -1;
    };

    MaybeFault writeAll(const PendingWrites &writes);
    MaybeFault remove(const ServiceId &service);
    MaybeFault writeState(const SavedService &service);
    MaybeFault writeCheck(const CheckResult &check);
    MaybeFault writeSpan(const PendingWrites::Span &span);
    MaybeFault writeValue(const QString &key, qint64 value);
    MaybeFault find(const ServiceId &service, Known *&known);
    MaybeFault findNextSeq(Known &known);
    void close();

    QString m_path;
    std::unique_ptr<DatabaseConnection> m_connection;
    std::unique_ptr<Statements> m_statements; ///< of m_connection: must go before it
    QHash<ServiceId, Known> m_known; ///< forgotten after a fault: the rolled back transaction may have made some
};

} // namespace foghorn

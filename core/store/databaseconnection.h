#pragma once

#include "core/store/storefault.h"

#include <QSqlDatabase>

#include <chrono>

namespace foghorn {

/// One connection to the database file, for the thread that made it. Queries on database() must be gone before it is.
class DatabaseConnection final
{
    Q_DISABLE_COPY_MOVE(DatabaseConnection)
public:
    /// How long a lock is waited for unless told otherwise.
    static constexpr int busyTimeoutMs = 300;

    /// `patience`: how long a lock of another process is waited for.
    explicit DatabaseConnection(
        const QString &path, std::chrono::milliseconds patience = std::chrono::milliseconds(busyTimeoutMs));
    ~DatabaseConnection();

    /// Opens (creates) the file, brings its schema up to date and makes it a WAL database. After a fault the connection
    /// is of no use.
    MaybeFault open();
    /// Opens a file that is there and up to date, only to read.
    MaybeFault openForReading();
    QSqlDatabase &database() { return m_database; }

private:
    const qint64 m_patienceMs;
    QSqlDatabase m_database;
};

/// Runs one statement that answers nothing.
MaybeFault execute(QSqlDatabase &database, const QString &statement);

} // namespace foghorn

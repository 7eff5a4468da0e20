#include "core/store/databaseconnection.h"

#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>

#include <algorithm>
#include <atomic>

namespace foghorn {
namespace {

QString freshName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("foghorn-store-%1").arg(++count);
}

/// How many pages the write-ahead log gathers before they go to the file: SQLite's usual 1,000 (4 MB), but on a small
/// disk a small part of it, which the log would fill by itself.
int pagesBeforeCheckpoint(const QString &path)
{
    constexpr qint64 pageSize = 4096;
    constexpr qint64 share = 16;
    const qint64 free = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
    return free < 0 ? 1000 : static_cast<int>(std::clamp<qint64>(free / share / pageSize, 16, 1000));
}

} // namespace

DatabaseConnection::DatabaseConnection(const QString &path, std::chrono::milliseconds patience)
    : m_patienceMs(patience.count())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), freshName()))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_patienceMs));
}

DatabaseConnection::~DatabaseConnection()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() wants no copy left
    QSqlDatabase::removeDatabase(name);
}

MaybeFault DatabaseConnection::open()
{
    const bool isNew = !QFile::exists(m_database.databaseName());
    if (!m_database.open())
        return faultOf(m_database.lastError());
    // The -wal and -shm files take over these permissions.
    if (isNew)
        QFile::setPermissions(m_database.databaseName(), QFile::ReadOwner | QFile::WriteOwner);
    if (auto fault = execute(m_database, QStringLiteral("PRAGMA journal_mode=WAL")))
        return fault;
    // Survives the death of the process always, a power cut without damage but for the last moments.
    if (auto fault = execute(m_database, QStringLiteral("PRAGMA synchronous=NORMAL")))
        return fault;
    if (auto fault = execute(m_database,
            QStringLiteral("PRAGMA wal_autocheckpoint=%1").arg(pagesBeforeCheckpoint(m_database.databaseName()))))
        return fault;
    return migrate(m_database);
}

MaybeFault DatabaseConnection::openForReading()
{
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=%1").arg(m_patienceMs));
    if (!m_database.open())
        return faultOf(m_database.lastError());
    return std::nullopt;
}

MaybeFault execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return faultOf(query.lastError());
    return std::nullopt;
}

} // namespace foghorn

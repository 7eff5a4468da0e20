#pragma once

#include "core/store/checkblock.h"
#include "core/store/storefault.h"

#include <QSqlQuery>

#include <unordered_map>

namespace foghorn {

/// Writes checks into log and blocks (checklog.h). All calls but open() happen inside a transaction; after a fault it
/// has lost step with the file and must be made anew.
class CheckWriter final
{
    Q_DISABLE_COPY_MOVE(CheckWriter)
public:
    explicit CheckWriter(QSqlDatabase &database);

    /// Prepares, and takes up what an earlier one left in the log.
    MaybeFault open();
    /// To be called for each check of a transaction, then finish() once.
    MaybeFault add(qint64 service, const CheckResult &check);
    MaybeFault finish();
    /// All of a service's checks go.
    MaybeFault remove(qint64 service);
    /// What is in the log, in bytes.
    qsizetype logSize() const { return m_logSize; }
    /// Brings everything into blocks and empties the log.
    MaybeFault fold();

private:
    /// The block that still grows.
    struct Open
    {
        CheckBlock block;
        qint64 key = 0;
        bool isSaved = true; ///< check_block holds all of it
    };
    /// What this transaction brought of one service.
    struct Added
    {
        CheckBlock block;
        bool isInBlocks = false; ///< has been written to check_block instead
    };

    MaybeFault grow(Open &open, qint64 service, const CheckResult &check, bool &hasClosed);
    MaybeFault save(Open &open);
    MaybeFault findKey(qint64 service, WallTime at, qint64 &key);

    QSqlDatabase &m_database;
    QSqlQuery m_hasKey, m_save, m_log, m_folded;
    std::unordered_map<qint64, Open> m_open; ///< by service
    std::unordered_map<qint64, Added> m_added; ///< by service
    qint64 m_row = 0; ///< of the log: the last one written
    qsizetype m_logSize = 0;
};

} // namespace foghorn

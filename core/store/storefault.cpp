#include "core/store/storefault.h"

#include <QSqlError>

namespace foghorn {
namespace {

// SQLite's primary result codes (sqlite3.h is not needed to build: QtSql brings the library).
enum class Code {
    Error = 1,
    Perm = 3,
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15,
    Auth = 23,
    NoDatabase = 26,
};

/// SQLite has one code for all that is wrong with a statement, and for a header that it does not understand.
bool isOfTables(const QString &text)
{
    const QString lower = text.toLower();
    return lower.contains(u"unsupported file format") || lower.contains(u"no such table")
        || lower.contains(u"no such column") || lower.contains(u"has no column") || lower.contains(u"already exists");
}

StoreFault::Kind kindOf(int extendedCode, const QString &text)
{
    switch (static_cast<Code>(extendedCode & 0xff)) {
    case Code::Busy:
    case Code::Locked:
    case Code::Protocol: // the locking protocol of the WAL was raced for too long
        return StoreFault::Kind::Busy;
    case Code::Error:
        return isOfTables(text) ? StoreFault::Kind::Foreign : StoreFault::Kind::Failed;
    case Code::Corrupt:
    case Code::NoDatabase:
        return StoreFault::Kind::Damaged;
    case Code::Perm:
    case Code::ReadOnly:
    case Code::IoError:
    case Code::Full:
    case Code::CannotOpen:
        return StoreFault::Kind::Unavailable;
    case Code::NoMemory:
    case Code::Interrupt:
    case Code::Auth:
        break;
    }
    return StoreFault::Kind::Failed;
}

} // namespace

StoreFault faultOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {isNumber ? kindOf(code, text) : StoreFault::Kind::Unavailable, text};
}

} // namespace foghorn

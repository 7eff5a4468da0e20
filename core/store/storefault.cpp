#include "core/store/storefault.h"

#include <QSqlError>

namespace foghorn {
namespace {

// SQLite's primary result codes (sqlite3.h is not needed to build: QtSql brings the library).
enum class Code {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15,
    Auth = 23,
};

StoreFault::Kind kindOf(int extendedCode)
{
    switch (static_cast<Code>(extendedCode & 0xff)) {
    case Code::Busy:
    case Code::Locked:
    case Code::Protocol: // the locking protocol of the WAL was raced for too long
        return StoreFault::Kind::Busy;
    case Code::Perm:
    case Code::NoMemory:
    case Code::ReadOnly:
    case Code::Interrupt:
    case Code::IoError:
    case Code::Full:
    case Code::CannotOpen:
    case Code::Auth:
        return StoreFault::Kind::Unavailable;
    }
    return StoreFault::Kind::Damaged; // corrupt, no database, or a schema that is not ours
}

} // namespace

StoreFault faultOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {isNumber ? kindOf(code) : StoreFault::Kind::Unavailable, text};
}

} // namespace foghorn

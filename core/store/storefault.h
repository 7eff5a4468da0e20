#pragma once

#include <QString>

#include <optional>

class QSqlError;

namespace foghorn {

/// Why the database could not be read or written, sorted by what follows from it.
struct StoreFault
{
    enum class Kind {
        Busy, ///< another process holds it: try again later
        Damaged, ///< what is in the file cannot be trusted: set it aside
        Foreign, ///< a statement does not fit the tables: while it is opened, a database that is not ours
        Newer, ///< a later Foghorn wrote it: set it aside
        Unavailable, ///< the place cannot be used (no directory, disk full, I/O error): go on in memory, try again
                     ///< later
        Failed, ///< anything else that a statement can run into; says nothing of the file: try again later
    };
    Kind kind = Kind::Unavailable;
    QString text; ///< for people
};

/// What `error` means for the file it came from.
StoreFault faultOf(const QSqlError &error);

/// Nothing: it worked.
using MaybeFault = std::optional<StoreFault>;

} // namespace foghorn

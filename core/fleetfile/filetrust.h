#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// By whom a file may be written from which a fleet is read. Whoever writes it has programs run as us, so for root it
/// is refused what others may write. Empty: anything goes.
struct FileTrust
{
    QList<uint> owners; ///< user ids; their groups of the same number are trusted as well, and group 0
    bool operator==(const FileTrust &) const = default;
};

struct FileDistrust
{
    QString what; ///< empty: it can be trusted
    QString remedy;
};

/// Looks at the file and at the folder it is in: somebody who may write there can put another file in its place.
FileDistrust distrustOf(const QString &path, const FileTrust &trust);

} // namespace foghorn

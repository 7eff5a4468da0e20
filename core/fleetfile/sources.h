#pragma once

#include "core/fleetfile/faultlist.h"
#include "core/fleetfile/filetrust.h"
#include "core/fleetfile/yamldocument.h"
#include "core/fleetfile/yamlnode.h"

#include <QString>

#include <utility>
#include <vector>

namespace foghorn {

/// Reads fleet files and what they include, and knows which folder each one's relative paths start from.
class Sources
{
public:
    /// A file's document with the ones it includes, ready for merging.
    struct Document
    {
        const YamlNode *root = nullptr;
        std::vector<Document> included; ///< in the order of the include list, sorted within one pattern
    };

    Sources(YamlArena &arena, FaultList &faults, FileTrust trust)
        : m_arena(arena)
        , m_faults(faults)
        , m_trust(std::move(trust))
    {
    }

    /// Reads `path` and all it includes. The root is missing where a file could not be read.
    Document read(const QString &path);
    /// Whether what the file says may be believed; if not, that is a fault.
    bool checkTrust(quint32 file, const QString &path);
    /// Names a file that is no YAML, such as an env_file, for faults in it.
    quint32 addOther(const QString &path);

    /// Whether every file could be read as a map: if not, names that seem to be missing may be in it.
    bool isComplete() const { return m_complete; }
    /// `path` as seen from the folder of the file that `place` is in, absolute.
    QString absolutePath(const Place &place, const QString &path) const;
    /// All files read, absolute, in order.
    QList<QString> files() const;

private:
    struct Source
    {
        QString shownPath; ///< as people wrote it, joined with the including file's folder
        QString absolutePath;
        QString folder; ///< of it, absolute
    };

    Document readFrom(const QString &path, std::vector<quint32> &chain);
    void readIncludes(Document &document, std::vector<quint32> &chain);
    void readInclude(Document &document, const YamlMember &entry, std::vector<quint32> &chain);
    void readIncluded(
        Document &document, const QString &path, const Place &place, bool fromPattern, std::vector<quint32> &chain);
    QString cycleOf(const QString &canonicalPath, const std::vector<quint32> &chain) const;
    const YamlNode *readRoot(quint32 file, const QString &path);
    void refuse(const Place &place, const QString &what, const QString &remedy = {});

    YamlArena &m_arena;
    FaultList &m_faults;
    const FileTrust m_trust;
    std::vector<Source> m_sources;
    bool m_complete = true;
};

} // namespace foghorn

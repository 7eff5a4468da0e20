#pragma once

#include "core/fleetfile/fleetfile.h"
#include "core/fleetfile/yamlnode.h"

#include <QByteArray>

#include <unordered_set>
#include <vector>

namespace foghorn {

/// Gathers what is wrong in a fleet's files, each thing once, and sorts it by place.
class FaultList
{
public:
    /// A file in which things can be wrong, under the name that people know it by.
    quint32 addFile(const QString &shownName);
    /// The bytes of a file: columns are counted in its characters.
    void setText(quint32 file, const QByteArray &text);
    const QString &fileName(quint32 file) const { return m_files[file].name; }

    void fault(const Place &place, const QString &what, const QString &remedy = {});
    void warning(const Place &place, const QString &what, const QString &remedy = {});
    /// "edge.yaml:3:5", for use inside a message.
    QString shown(const Place &place) const;

    /// A fault at `place` without words.
    Fault at(const Place &place) const { return worded({place, {}, {}}); }

    bool isEmpty() const { return m_faults.empty(); }
    std::size_t size() const { return m_faults.size(); }
    QList<Fault> faults() const { return sorted(m_faults); }
    QList<Fault> warnings() const { return sorted(m_warnings); }

private:
    struct File
    {
        QString name;
        QByteArray text;
        bool ascii = true;
    };
    struct Placed
    {
        Place place;
        QString what;
        QString remedy;
    };

    void add(std::vector<Placed> &list, const Place &place, const QString &what, const QString &remedy);
    Fault worded(const Placed &placed) const;
    QList<Fault> sorted(std::vector<Placed> list) const;
    int characterColumn(const Place &place) const;

    std::vector<File> m_files;
    std::vector<Placed> m_faults;
    std::vector<Placed> m_warnings;
    std::unordered_set<std::size_t> m_known; ///< hashes of what was added: defaults are read once for each service
};

} // namespace foghorn

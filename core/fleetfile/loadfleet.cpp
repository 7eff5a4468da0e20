#include "core/fleetfile/addresscheck.h"
#include "core/fleetfile/documents.h"
#include "core/fleetfile/fleetchecks.h"
#include "core/fleetfile/fleetdraft.h"
#include "core/fleetfile/fleetfile.h"

#include <QFileInfo>

namespace foghorn {
namespace {

/// A name for a fleet whose files give none: that of the first file.
QString nameFromFile(const QString &path)
{
    QString name = QFileInfo(path).completeBaseName();
    for (QChar &c : name) {
        if (!isFleetName(QString(QLatin1Char('a') + c)))
            c = u'-';
    }
    name = name.left(63);
    return isFleetName(name) ? name : QStringLiteral("fleet");
}

/// One reading of a set of files, from text to spec.
class FleetLoading
{
public:
    FleetLoading(const QList<QString> &files, const QHash<QString, QString> &environment, const FileTrust &trust)
        : m_files(files)
        , m_environment(environment)
        , m_sources(m_arena, m_faults, trust)
    {
    }

    LoadedFleet run()
    {
        std::vector<Sources::Document> documents;
        for (const QString &file : m_files)
            documents.push_back(m_sources.read(file));
        if (const YamlNode *root = mergedDocuments(documents, m_arena, m_faults)) {
            read(*root);
            check();
        }
        m_out.fleet.files = m_sources.files();
        if (!m_files.isEmpty())
            m_out.nameFault = m_faults.at(m_draft.namePlace);
        m_out.faults = m_faults.faults();
        m_out.warnings = m_faults.warnings();
        return std::move(m_out);
    }

private:
    void read(const YamlNode &root)
    {
        ReadingContext context{m_faults, m_sources, [this](const QString &name) -> std::optional<QString> {
                                   const auto found = m_environment.constFind(name);
                                   return found == m_environment.constEnd() ? std::nullopt : std::optional(*found);
                               }};
        m_draft.spec.name = nameFromFile(m_files.value(0));
        readFleetKeys(m_draft, {&root, root.place, {}, &context, false});
        readServices(m_draft, m_arena, context);
        if (root.find("services") == nullptr && m_sources.isComplete())
            m_faults.fault({root.place.file, 1, 1}, QStringLiteral("there is no 'services'"),
                QStringLiteral("a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'"));
        else if (m_draft.serviceMap != nullptr && m_draft.services.empty())
            m_faults.warning(m_draft.serviceMap->place, QStringLiteral("the fleet has no services"));
    }

    void check()
    {
        FleetChecks checks(m_draft, m_sources.isComplete(), m_faults);
        auto graph = checks.checkEdges();
        m_out.cycles = checks.cycles();
        checks.checkConditions();
        checks.checkPorts();
        checks.checkReferences();
        m_out.fleet = m_draft.spec;
        m_out.fleet.services.reserve(static_cast<qsizetype>(m_draft.services.size()));
        for (ServiceDraft &draft : m_draft.services)
            m_out.fleet.services.append(std::move(draft.spec));
        if (!graph)
            return;
        fillFixedPorts(m_out.fleet, m_draft, *graph, m_faults);
        m_out.graph = std::move(*graph);
    }

    const QList<QString> m_files;
    const QHash<QString, QString> &m_environment;
    YamlArena m_arena;
    FaultList m_faults;
    Sources m_sources;
    FleetDraft m_draft;
    LoadedFleet m_out;
};

} // namespace

LoadedFleet loadFleet(const QList<QString> &files, const QHash<QString, QString> &environment, const FileTrust &trust)
{
    return FleetLoading(files, environment, trust).run();
}

} // namespace foghorn

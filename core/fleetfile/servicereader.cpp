#include "core/base/names.h"
#include "core/fleetfile/environmentkeys.h"
#include "core/fleetfile/fleetdraft.h"
#include "core/fleetfile/merging.h"

namespace foghorn {
namespace {

/// Reads the services of one fleet.
class ServiceReader
{
public:
    ServiceReader(FleetDraft &fleet, YamlArena &arena, ReadingContext &context)
        : m_fleet(fleet)
        , m_arena(arena)
        , m_context(context)
        , m_processVariables(context.variables)
        , m_defaults(usableDefaults())
    {
        for (const auto &[name, value] : fleet.environmentFiles)
            setVariable(m_environment, name, literalTemplate(value));
        for (const auto &[name, value] : fleet.environment)
            setVariable(m_environment, name, literalTemplate(value));
        for (const auto &[name, value] : m_environment)
            m_fleetVariables.insert(name, textOfTemplate(value));
        for (const auto &[name, value] : fleet.environmentFiles)
            m_fleetVariables.insert(name, value);
    }

    void readAll()
    {
        checkDefaults();
        if (m_fleet.serviceMap == nullptr)
            return;
        const auto &members = m_fleet.serviceMap->value->members;
        m_fleet.services.reserve(members.size());
        for (const YamlMember &member : members)
            read(m_fleet.services.emplace_back(), member);
        m_context.variables = m_processVariables;
        m_context.references = nullptr;
    }

private:
    const YamlNode *usableDefaults()
    {
        if (m_fleet.defaults == nullptr)
            return nullptr;
        YamlNode *usable = m_arena.newNode();
        usable->kind = YamlNode::Kind::Map;
        usable->place = m_fleet.defaults->place;
        for (const YamlMember &member : m_fleet.defaults->members) {
            if (!isServiceOnlyKey(*member.key))
                usable->members.push_back(member);
        }
        return usable;
    }

    /// Finds what is wrong in the defaults even where every service overrides them.
    void checkDefaults()
    {
        if (m_defaults == nullptr)
            return;
        ServiceDraft draft;
        useVariablesOf(draft);
        m_context.inDefaults = true;
        readServiceKeys(draft, valueOf(m_defaults, m_defaults->place));
        m_context.inDefaults = false;
        m_context.variables = m_processVariables;
        m_context.references = nullptr;
    }

    Value valueOf(const YamlNode *node, const Place &place) { return {node, place, "services", &m_context, false}; }

    void useVariablesOf(ServiceDraft &draft)
    {
        m_context.references = &draft.references;
        m_context.variables = [this, &draft](const QString &name) -> std::optional<QString> {
            if (auto value = m_processVariables(name))
                return value;
            if (auto value = valueIn(draft.environmentFiles, name))
                return value;
            if (const auto found = m_fleetVariables.constFind(name); found != m_fleetVariables.constEnd())
                return *found;
            // its own environment, as far as it is plain text
            const auto own = valueIn(draft.spec.environment, name);
            return own && own->contains(QLatin1String("${")) ? std::nullopt : own;
        };
    }

    void read(ServiceDraft &draft, const YamlMember &member)
    {
        const QString name = QString::fromStdString(*member.key);
        draft.place = member.place;
        draft.spec.name = name;
        draft.spec.type = name;
        draft.spec.environment = m_environment;
        draft.spec.workingDirectory = m_context.sources.absolutePath(member.place, QStringLiteral("."));
        if (!isServiceName(name))
            m_context.faults.fault(member.place, QStringLiteral("'%1' cannot name a service").arg(name),
                QStringLiteral("lower-case letters, digits, '_', '.' and '-', beginning and ending with a letter or "
                               "digit, at most 63"));
        const Place valuePlace = member.value->place;
        Value value{member.value, valuePlace, *member.key, &m_context, false};
        draft.hasCommand = true;
        if (!value.isMap(QStringLiteral("{command: [program]}")))
            return;
        draft.hasCommand = false;
        useVariablesOf(draft);
        value.node = merged(m_defaults, member.value, m_arena);
        readServiceKeys(draft, value);
        finish(draft);
    }

    void finish(ServiceDraft &draft)
    {
        ServiceSpec &spec = draft.spec;
        const bool hasProbe = spec.probe.kind != ProbeSpec::Kind::None;
        if (!draft.hasCommand)
            m_context.faults.fault(draft.place, QStringLiteral("service '%1' has no command").arg(spec.name),
                QStringLiteral("for example command: [program, --option]"));
        if (draft.readyPlace.line == 0)
            spec.ready = hasProbe ? ReadyWhen::Healthy : ReadyWhen::Started;
        else if (spec.ready == ReadyWhen::Healthy && !hasProbe)
            m_context.faults.fault(draft.readyPlace,
                QStringLiteral("'ready: healthy', but service '%1' has no probe").arg(spec.name),
                QStringLiteral("add one under 'health', or use ready: started"));
        if (spec.type.isEmpty())
            spec.type = spec.name;
    }

    FleetDraft &m_fleet;
    YamlArena &m_arena;
    ReadingContext &m_context;
    const VariableLookup m_processVariables;
    const YamlNode *const m_defaults;
    EnvironmentList m_environment; ///< every service's, as templates
    QHash<QString, QString> m_fleetVariables; ///< what ${NAME} finds in the fleet
};

} // namespace

void readServices(FleetDraft &draft, YamlArena &arena, ReadingContext &context)
{
    ServiceReader(draft, arena, context).readAll();
}

} // namespace foghorn

#include "core/fleetfile/environmentkeys.h"
#include "core/fleetfile/fleetdraft.h"
#include "core/fleetfile/fleetfilekeys.h"
#include "core/fleetfile/keytable.h"

#include <algorithm>

namespace foghorn {
namespace {

// read before all others, by Sources
void readNothing(FleetDraft &, const Value &) { }

void readName(FleetDraft &draft, const Value &value)
{
    const auto name = value.text();
    if (!name)
        return;
    draft.namePlace = value.place;
    if (isFleetName(*name))
        draft.spec.name = *name;
    else
        value.fault(QStringLiteral("'%1' cannot name a fleet").arg(*name),
            QStringLiteral("letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 63"));
}

void readFleetEnvironmentFiles(FleetDraft &draft, const Value &value)
{
    draft.environmentFiles = readEnvironmentFiles(value);
}

void readFleetEnvironment(FleetDraft &draft, const Value &value)
{
    const VariableLookup processVariables = value.context->variables;
    value.context->variables = [&](const QString &name) -> std::optional<QString> {
        const auto own = processVariables(name);
        return own ? own : valueIn(draft.environmentFiles, name);
    };
    readEnvironment(draft.environment, value, false);
    value.context->variables = processVariables;
}

void readDefaults(FleetDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{stop_timeout: 30s}")))
        return;
    draft.defaults = value.node;
    for (const YamlMember &member : value.node->members) {
        if (isServiceOnlyKey(*member.key))
            value.context->faults.fault(member.place,
                QStringLiteral("'%1' cannot stand in 'defaults'").arg(QString::fromStdString(*member.key)),
                QStringLiteral("give it to each service"));
    }
}

void readServiceMap(FleetDraft &, const Value &value) { value.isMap(QStringLiteral("{web: {command: [program]}}")); }

QList<QString> serviceMapKeyNames()
{
    QList<QString> names = anyName();
    for (const QString &name : serviceKeyNames())
        names.append(QStringLiteral("*.") + name);
    return names;
}

template<int StartLimits::*member> void readStartLimit(StartLimits &limits, const Value &value)
{
    constexpr qint64 most = 100'000;
    if (const auto number = value.integer(1, most))
        limits.*member = static_cast<int>(*number);
}

constexpr std::array<Key<StartLimits>, 2> startLimitKeys{{
    {"per_second", readStartLimit<&StartLimits::perSecond>},
    {"concurrent", readStartLimit<&StartLimits::concurrent>},
}};

void readStartLimits(FleetDraft &draft, const Value &value)
{
    if (value.isMap(QStringLiteral("{per_second: 100, concurrent: 20}")))
        readKeys(draft.spec.startLimits, value, startLimitKeys);
}

QList<QString> startLimitKeyNames() { return dottedKeys(startLimitKeys); }

constexpr std::array<Key<FleetDraft>, 9> fleetKeys{{
    {"include", readNothing},
    {"fleet", readName},
    {"env_file", readFleetEnvironmentFiles},
    {"environment", readFleetEnvironment, anyName},
    {"defaults", readDefaults, defaultKeyNames},
    {"start_limits", readStartLimits, startLimitKeyNames},
    {"alerts", readAlerts, alertsKeyNames},
    {"api", readApi, apiKeyNames},
    {"services", readServiceMap, serviceMapKeyNames},
}};

} // namespace

void readFleetKeys(FleetDraft &draft, const Value &map)
{
    readKeys(draft, map, fleetKeys);
    const YamlMember *services = map.node->find("services");
    if (services != nullptr && services->value->isMap())
        draft.serviceMap = services;
}

QList<QString> fleetFileKeys() { return dottedKeys(fleetKeys); }

bool isFleetName(QStringView name)
{
    const auto isWord = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    };
    return !name.isEmpty() && name.size() <= 63 && isWord(name.front())
        && std::all_of(
            name.begin(), name.end(), [&](QChar c) { return isWord(c) || c == u'.' || c == u'_' || c == u'-'; });
}

} // namespace foghorn

#include "core/fleetfile/environmentkeys.h"
#include "core/fleetfile/keytable.h"
#include "core/fleetfile/servicedraft.h"

#include <algorithm>

namespace foghorn {
namespace {

template<QString ServiceSpec::*member> void readText(ServiceDraft &draft, const Value &value)
{
    if (const auto text = value.text())
        draft.spec.*member = *text;
}

template<bool ServiceSpec::*member> void readBoolean(ServiceDraft &draft, const Value &value)
{
    if (const auto flag = value.boolean())
        draft.spec.*member = *flag;
}

template<milliseconds ServiceSpec::*member, bool zeroAllowed> void readDuration(ServiceDraft &draft, const Value &value)
{
    if (const auto duration = value.duration(zeroAllowed))
        draft.spec.*member = *duration;
}

void readCommand(ServiceDraft &draft, const Value &value)
{
    draft.hasCommand = true;
    if (const auto argv = value.command(false))
        draft.spec.command = *argv;
}

void readStopCommand(ServiceDraft &draft, const Value &value)
{
    if (const auto argv = value.command(true))
        draft.spec.stopCommand = *argv;
}

void readLabels(ServiceDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{team: network}")))
        return;
    for (const YamlMember &member : value.node->members) {
        if (const auto text = value.entry(member).text())
            draft.spec.labels.insert(QString::fromStdString(*member.key), *text);
    }
}

void readWorkingDirectory(ServiceDraft &draft, const Value &value)
{
    const auto path = value.text();
    if (path && path->isEmpty())
        value.fault(QStringLiteral("'working_dir' is empty"), QStringLiteral("for example working_dir: ."));
    else if (path)
        draft.spec.workingDirectory = value.context->sources.absolutePath(value.place, *path);
}

void readOnDependencyLoss(ServiceDraft &draft, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, OnDependencyLoss>, 3> words{
        {{"keep", OnDependencyLoss::Keep}, {"stop", OnDependencyLoss::Stop}, {"restart", OnDependencyLoss::Restart}}};
    draft.spec.onDependencyLoss = value.word(words).value_or(OnDependencyLoss::Keep);
}

void readReady(ServiceDraft &draft, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, ReadyWhen>, 3> words{
        {{"healthy", ReadyWhen::Healthy}, {"notify", ReadyWhen::Notify}, {"started", ReadyWhen::Started}}};
    if (const auto word = value.word(words)) {
        draft.spec.ready = *word;
        draft.readyPlace = value.place;
    }
}

// in reading order: what others refer to comes first
constexpr std::array<Key<ServiceDraft>, 29> serviceKeys{{
    {"env_file", readServiceEnvironmentFiles},
    {"environment", readServiceEnvironment, anyName},
    {"type", readText<&ServiceSpec::type>},
    {"description", readText<&ServiceSpec::description>},
    {"version", readText<&ServiceSpec::version>},
    {"labels", readLabels, anyName},
    {"command", readCommand},
    {"working_dir", readWorkingDirectory},
    {"user", readText<&ServiceSpec::user>},
    {"critical", readBoolean<&ServiceSpec::critical>},
    {"autostart", readBoolean<&ServiceSpec::autostart>},
    {"depends_on", readDependsOn, dependsOnKeyNames},
    {"after", readAfter},
    {"on_dependency_loss", readOnDependencyLoss},
    {"ports", readPorts, anyName},
    {"endpoints", readEndpoints, anyName},
    {"ready", readReady},
    {"start_timeout", readDuration<&ServiceSpec::startTimeout, false>},
    {"health", readHealth, healthKeyNames},
    {"heartbeat", readHeartbeat, heartbeatKeyNames},
    {"restart", readRestart, restartKeyNames},
    {"stop_signal", readStopSignal},
    {"stop_command", readStopCommand},
    {"stop_timeout", readDuration<&ServiceSpec::stopTimeout, true>},
    {"limits", readLimits, limitsKeyNames},
    {"no_new_privs", readNoNewPrivileges},
    {"capabilities", readCapabilities},
    {"logs", readLogs, logsKeyNames},
    {"job", readBoolean<&ServiceSpec::job>},
}};

} // namespace

void readServiceKeys(ServiceDraft &draft, const Value &map) { readKeys(draft, map, serviceKeys); }

QList<QString> serviceKeyNames() { return dottedKeys(serviceKeys); }

bool isServiceOnlyKey(std::string_view key) { return key == "command" || key == "depends_on" || key == "after"; }

QList<QString> defaultKeyNames()
{
    QList<QString> names = serviceKeyNames();
    names.removeIf(
        [](const QString &name) { return isServiceOnlyKey(name.section(QLatin1Char('.'), 0, 0).toStdString()); });
    return names;
}

QList<QString> anyName() { return {QStringLiteral("*")}; }

} // namespace foghorn

#include "core/fleetfile/keytable.h"
#include "core/fleetfile/probeexpectation.h"
#include "core/fleetfile/servicedraft.h"

namespace foghorn {
namespace {

/// Sets the kind of probe, unless there is one already.
bool takeKind(ServiceDraft &draft, const Value &value, ProbeSpec::Kind kind)
{
    if (draft.spec.probe.kind != ProbeSpec::Kind::None) {
        value.fault(QStringLiteral("more than one probe in 'health'"),
            QStringLiteral("keep one of http, tcp, exec and process"));
        return false;
    }
    draft.spec.probe.kind = kind;
    draft.probePlace = value.place;
    return true;
}

void readHttp(ServiceDraft &draft, const Value &value)
{
    const auto url = value.templateText();
    if (takeKind(draft, value, ProbeSpec::Kind::Http))
        draft.spec.probe.url = url.value_or(QString());
}

void readTcp(ServiceDraft &draft, const Value &value)
{
    const auto address = value.templateText();
    if (takeKind(draft, value, ProbeSpec::Kind::Tcp))
        draft.spec.probe.tcpAddress = address.value_or(QString());
}

void readExec(ServiceDraft &draft, const Value &value)
{
    const auto argv = value.command(false);
    if (takeKind(draft, value, ProbeSpec::Kind::Exec))
        draft.spec.probe.command = argv.value_or(QList<QString>());
}

void readProcess(ServiceDraft &draft, const Value &value)
{
    if (value.boolean().value_or(false))
        takeKind(draft, value, ProbeSpec::Kind::Process);
}

void readHealthExpectation(ServiceDraft &draft, const Value &value) { readExpectation(draft.spec.probe, value); }

template<milliseconds HealthPolicy::*member, bool zeroAllowed>
void readDuration(ServiceDraft &draft, const Value &value)
{
    if (const auto duration = value.duration(zeroAllowed))
        draft.spec.health.*member = *duration;
}

template<int HealthPolicy::*member> void readThreshold(ServiceDraft &draft, const Value &value)
{
    if (const auto number = value.integer(1, 1000))
        draft.spec.health.*member = static_cast<int>(*number);
}

void readAutoRecovery(ServiceDraft &draft, const Value &value)
{
    draft.spec.health.autoRecovery = value.boolean().value_or(true);
}

constexpr std::array<Key<ServiceDraft>, 11> healthKeys{{
    {"http", readHttp},
    {"tcp", readTcp},
    {"exec", readExec},
    {"process", readProcess},
    {"expect", readHealthExpectation, expectationKeyNames},
    {"start_period", readDuration<&HealthPolicy::startPeriod, true>},
    {"interval", readDuration<&HealthPolicy::interval, false>},
    {"timeout", readDuration<&HealthPolicy::timeout, false>},
    {"failure_threshold", readThreshold<&HealthPolicy::failureThreshold>},
    {"recovery_threshold", readThreshold<&HealthPolicy::recoveryThreshold>},
    {"auto_recovery", readAutoRecovery},
}};

} // namespace

void readHealth(ServiceDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{http: \"${endpoint.http}/health\"}")))
        return;
    draft.hasHealth = true;
    readKeys(draft, value, healthKeys);
    const HealthPolicy &health = draft.spec.health;
    if (health.timeout <= health.interval)
        return;
    const YamlMember *given = value.node->find("timeout");
    if (given == nullptr)
        given = value.node->find("interval");
    if (given != nullptr)
        value.entry(*given).warning(QStringLiteral("the timeout of a check is longer than its interval"),
            QStringLiteral("checks never overlap, so they will come late"));
}

QList<QString> healthKeyNames() { return dottedKeys(healthKeys); }

} // namespace foghorn

#include "core/fleetfile/fleetdraft.h"
#include "core/fleetfile/keytable.h"
#include "core/fleetfile/netaddress.h"

namespace foghorn {
namespace {

void readUrl(WebhookSpec &webhook, const Value &value)
{
    const auto url = value.text();
    if (!url)
        return;
    if (isHttpUrl(*url))
        webhook.url = *url;
    else
        value.wrongType(
            QStringLiteral("an http or https URL"), QStringLiteral("\"http://127.0.0.1:9093/api/v2/alerts\""));
}

void readFormat(WebhookSpec &webhook, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, bool>, 2> words{{{"json", false}, {"alertmanager", true}}};
    if (value.word(words).value_or(false))
        webhook.format = QStringLiteral("alertmanager");
}

constexpr std::array<Key<WebhookSpec>, 2> webhookKeys{{{"url", readUrl}, {"format", readFormat}}};

void readWebhooks(AlertsSpec &alerts, const Value &value)
{
    if (!value.node->isList())
        return value.wrongType(QStringLiteral("a list"), QStringLiteral("[{url: \"http://127.0.0.1:9093/\"}]"));
    for (const YamlMember &member : value.node->members) {
        const Value entry = value.entry(member);
        if (!entry.isMap(QStringLiteral("{url: \"http://127.0.0.1:9093/\"}")))
            continue;
        WebhookSpec webhook;
        readKeys(webhook, entry, webhookKeys);
        if (entry.node->find("url") == nullptr)
            entry.fault(QStringLiteral("a webhook without 'url'"), QStringLiteral("give the URL to post alerts to"));
        alerts.webhooks.append(webhook);
    }
}

QList<QString> webhookKeyNames() { return dottedKeys(webhookKeys); }

/// A list only: nothing that an alert says may ever meet a shell.
void readCommand(ExecSinkSpec &sink, const Value &value)
{
    if (!value.node->isList())
        return value.wrongType(
            QStringLiteral("a list of program and arguments"), QStringLiteral("[notify-send, alert]"));
    sink.command = value.command(false).value_or(QList<QString>());
    if (sink.command.value(0).contains(u'/')) // a name alone is looked up in PATH
        sink.command.first() = value.context->sources.absolutePath(value.place, sink.command.first());
}

void readTimeout(ExecSinkSpec &sink, const Value &value)
{
    sink.timeout = value.duration(false).value_or(sink.timeout);
}

constexpr std::array<Key<ExecSinkSpec>, 2> execKeys{{{"command", readCommand}, {"timeout", readTimeout}}};

void readExec(AlertsSpec &alerts, const Value &value)
{
    if (!value.node->isList())
        return value.wrongType(QStringLiteral("a list"), QStringLiteral("[{command: [notify-send, alert]}]"));
    for (const YamlMember &member : value.node->members) {
        const Value entry = value.entry(member);
        if (!entry.isMap(QStringLiteral("{command: [notify-send, alert]}")))
            continue;
        ExecSinkSpec sink;
        readKeys(sink, entry, execKeys);
        if (entry.node->find("command") == nullptr)
            entry.fault(QStringLiteral("an entry of 'exec' without 'command'"),
                QStringLiteral("give the program and its arguments as a list"));
        alerts.exec.append(sink);
    }
}

QList<QString> execKeyNames() { return dottedKeys(execKeys); }

void readChanges(FlappingRule &rule, const Value &value)
{
    rule.changes = static_cast<int>(value.integer(2, 1000).value_or(rule.changes));
}

void readWindow(FlappingRule &rule, const Value &value) { rule.window = value.duration(false).value_or(rule.window); }

constexpr std::array<Key<FlappingRule>, 2> flappingKeys{{{"changes", readChanges}, {"window", readWindow}}};

void readDeviations(SlowRule &rule, const Value &value)
{
    rule.deviations = value.real(1, 1000).value_or(rule.deviations);
}

void readChecks(SlowRule &rule, const Value &value)
{
    rule.checks = static_cast<int>(value.integer(1, 50).value_or(rule.checks));
}

void readAtLeast(SlowRule &rule, const Value &value) { rule.atLeast = value.duration(true).value_or(rule.atLeast); }

constexpr std::array<Key<SlowRule>, 3> slowKeys{
    {{"deviations", readDeviations}, {"checks", readChecks}, {"at_least", readAtLeast}}};

bool isNever(const Value &value) { return value.node->isScalar() && value.node->text == "never"; }

void readFlapping(AlertsSpec &alerts, const Value &value)
{
    if (isNever(value))
        alerts.rules.flapping.reset();
    else if (value.isMap(QStringLiteral("{changes: 6, window: 10m}")))
        readKeys(alerts.rules.flapping.emplace(), value, flappingKeys);
}

void readSlow(AlertsSpec &alerts, const Value &value)
{
    if (isNever(value))
        alerts.rules.slow.reset();
    else if (value.isMap(QStringLiteral("{deviations: 6, checks: 5, at_least: 100ms}")))
        readKeys(alerts.rules.slow.emplace(), value, slowKeys);
}

QList<QString> flappingKeyNames() { return dottedKeys(flappingKeys); }
QList<QString> slowKeyNames() { return dottedKeys(slowKeys); }

void readDegradedAfter(AlertsSpec &alerts, const Value &value)
{
    alerts.rules.degradedAfter = value.duration(true).value_or(alerts.rules.degradedAfter);
}

void readHold(AlertsSpec &alerts, const Value &value)
{
    alerts.rules.hold = value.duration(true).value_or(alerts.rules.hold);
}

void readDiskFree(AlertsSpec &alerts, const Value &value)
{
    alerts.rules.diskFree = value.size().value_or(alerts.rules.diskFree);
}

constexpr std::array<Key<AlertsSpec>, 7> alertsKeys{{
    {"webhooks", readWebhooks, webhookKeyNames},
    {"exec", readExec, execKeyNames},
    {"degraded_after", readDegradedAfter},
    {"hold", readHold},
    {"flapping", readFlapping, flappingKeyNames},
    {"slow", readSlow, slowKeyNames},
    {"disk_free", readDiskFree},
}};

} // namespace

void readAlerts(FleetDraft &draft, const Value &value)
{
    if (value.isMap(QStringLiteral("{webhooks: [{url: \"http://127.0.0.1:9093/\"}]}")))
        readKeys(draft.spec.alerts, value, alertsKeys);
}

QList<QString> alertsKeyNames() { return dottedKeys(alertsKeys); }

} // namespace foghorn

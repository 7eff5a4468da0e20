#include "core/crashes/specfacts.h"

#include "core/base/secrets.h"
#include "core/base/units.h"
#include "core/model/words.h"

#include <QCryptographicHash>

namespace foghorn {
namespace {

constexpr QLatin1String environmentPrefix("environment.");

QString yesNo(bool truth) { return truth ? QStringLiteral("true") : QStringLiteral("false"); }
QString listed(const QList<QString> &texts) { return QStringList(texts).join(u' '); }
QString digestOf(const QString &text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.left(8).toHex());
}

class Facts
{
public:
    void add(const char *key, const QString &value) { add(QString::fromLatin1(key), value); }
    void add(const QString &key, const QString &value)
    {
        if (value.isEmpty())
            return;
        // A digest takes the place of what is hidden: that it changed shall be seen, not what it is.
        const QString shown = secrets.hiddenIn(value);
        facts.insert(key, shown == value ? value : QString(shown + QLatin1String(" #") + digestOf(value)));
    }
    void add(const char *key, int value) { add(key, QString::number(value)); }
    void add(const char *key, bool value) { add(key, yesNo(value)); }
    void add(const char *key, milliseconds value) { add(key, formatDuration(value)); }
    void add(const char *key, const std::optional<qint64> &value)
    {
        add(key, value ? QString::number(*value) : QString());
    }

    SpecFacts facts;
    SecretValues secrets = SecretValues::ofThisProcess();
};

void addEnvironment(Facts &out, const ServiceSpec &spec)
{
    for (const auto &[name, value] : spec.environment)
        out.facts.insert(environmentPrefix + name, digestOf(name + u'=' + value));
}

void addEdges(Facts &out, const ServiceSpec &spec)
{
    for (const Dependency &dependency : spec.dependsOn) {
        out.add(QStringLiteral("depends_on.") + dependency.service,
            (dependency.required ? QStringLiteral("required, ") : QStringLiteral("optional, "))
                + toWord(dependency.condition));
    }
    out.add("after", listed(spec.after));
    static constexpr const char *words[] = {"keep", "stop", "restart"};
    out.add("on_dependency_loss", QString::fromLatin1(words[static_cast<int>(spec.onDependencyLoss)]));
}

void addHealth(Facts &out, const ServiceSpec &spec)
{
    const ProbeSpec &probe = spec.probe;
    if (probe.kind == ProbeSpec::Kind::None)
        return;
    out.add("health.http", probe.url);
    out.add("health.tcp", probe.tcpAddress);
    out.add("health.exec", listed(probe.command));
    out.add("health.status", QStringLiteral("%1-%2").arg(probe.statusFrom).arg(probe.statusTo));
    for (const ProbeSpec::JsonMember &member : probe.json)
        out.add(QStringLiteral("health.json.") + member.name, member.value);
    out.add("health.start_period", spec.health.startPeriod);
    out.add("health.interval", spec.health.interval);
    out.add("health.timeout", spec.health.timeout);
    out.add("health.failure_threshold", spec.health.failureThreshold);
    out.add("health.recovery_threshold", spec.health.recoveryThreshold);
    out.add("health.auto_recovery", spec.health.autoRecovery);
}

void addRestart(Facts &out, const RestartPolicy &policy)
{
    static constexpr const char *words[] = {"never", "on-failure", "always"};
    out.add("restart.policy", QString::fromLatin1(words[static_cast<int>(policy.when)]));
    out.add("restart.max_attempts", policy.maxAttempts);
    out.add("restart.backoff_base", QString::number(policy.backoffBase));
    out.add("restart.backoff_max", policy.backoffMax);
    QStringList codes;
    for (const int code : policy.successExitCodes)
        codes << QString::number(code);
    out.add("restart.success_exit_codes", codes.join(u' '));
}

} // namespace

SpecFacts factsOf(const ServiceSpec &spec)
{
    Facts out;
    for (const auto &[name, value] : spec.environment)
        out.secrets.add(name, value);
    out.add("command", listed(spec.command));
    out.add("working_dir", spec.workingDirectory);
    out.add("user", spec.user);
    out.add("version", spec.version);
    out.add("type", spec.type);
    addEnvironment(out, spec);
    addEdges(out, spec);
    for (const NamedPort &port : spec.ports)
        out.add(
            QStringLiteral("ports.") + port.name, port.automatic ? QStringLiteral("auto") : QString::number(port.port));
    for (const Endpoint &endpoint : spec.endpoints)
        out.add(QStringLiteral("endpoints.") + endpoint.name, endpoint.url);
    static constexpr const char *moments[] = {"healthy", "notify", "started"};
    out.add("ready", QString::fromLatin1(moments[static_cast<int>(spec.ready)]));
    out.add("start_timeout", spec.startTimeout);
    addHealth(out, spec);
    if (spec.heartbeat)
        out.add("heartbeat.timeout", spec.heartbeat->timeout);
    addRestart(out, spec.restart);
    out.add("stop_signal", signalName(spec.stopSignal));
    out.add("stop_command", listed(spec.stopCommand));
    out.add("stop_timeout", spec.stopTimeout);
    out.add("limits.nofile", spec.limits.nofile);
    out.add("limits.memory", spec.limits.memory);
    out.add("limits.core", spec.limits.core);
    out.add("job", spec.job);
    return out.facts;
}

QList<SpecChange> changesBetween(const SpecFacts &before, const SpecFacts &after)
{
    QMap<QString, SpecChange> changes;
    for (auto fact = before.cbegin(); fact != before.cend(); ++fact) {
        if (after.value(fact.key()) != fact.value())
            changes[fact.key()].before = fact.value();
    }
    for (auto fact = after.cbegin(); fact != after.cend(); ++fact) {
        if (before.value(fact.key()) != fact.value())
            changes[fact.key()].after = fact.value();
    }
    QList<SpecChange> list;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        change->key = change.key();
        const bool isSecret = change->key.startsWith(environmentPrefix);
        list.append(isSecret ? SpecChange{change->key, {}, {}} : *change);
    }
    return list;
}

} // namespace foghorn

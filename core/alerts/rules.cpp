#include "core/alerts/rules.h"

#include "core/base/units.h"

namespace foghorn {
namespace {

constexpr qsizetype longestQuote = 300;

QString quoted(const QString &what)
{
    return what.size() > longestQuote ? QString(what.left(longestQuote - 1) + QChar(0x2026)) : what;
}

/// "edge is unhealthy" + ": HTTP 503"
QString sentence(const QString &claim, const QString &reason)
{
    return reason.isEmpty() ? claim : QString(claim + QLatin1String(": ") + quoted(reason));
}

QString milliseconds(double time) { return QStringLiteral("%1 ms").arg(time, 0, 'f', time < 10 ? 1 : 0); }

Finding badFinding(const ServiceFacts &facts)
{
    if (facts.cause == Cause::HeartbeatLost && facts.state != RunState::Running)
        return {AlertRule::HeartbeatLost, QStringLiteral("%1 did not send its heartbeat in time").arg(facts.service)};
    if (facts.state != RunState::Failed) {
        const QString reason = facts.lastCheck.isEmpty() ? facts.lastError : facts.lastCheck;
        return {AlertRule::Unhealthy, sentence(QStringLiteral("%1 is unhealthy").arg(facts.service), reason)};
    }
    if (facts.isAtRestartLimit)
        return {AlertRule::RestartLimit,
            sentence(QStringLiteral("%1 has failed: all %2 automatic restarts are used up")
                         .arg(facts.service)
                         .arg(facts.maxAttempts),
                facts.lastError)};
    return {AlertRule::Failed, sentence(QStringLiteral("%1 has failed").arg(facts.service), facts.lastError)};
}

Finding downFinding(const ServiceFacts &facts)
{
    if (facts.goal == Goal::Down)
        return {AlertRule::Down,
            QStringLiteral("%1 was stopped because a service that it requires was lost; start it again")
                .arg(facts.service)};
    return {AlertRule::Down, sentence(QStringLiteral("%1 does not come up").arg(facts.service), facts.lastError)};
}

std::optional<Finding> weakFinding(const ServiceFacts &facts, bool isFlapping)
{
    if (isFlapping)
        return Finding{AlertRule::Flapping, QStringLiteral("%1 goes up and down again and again").arg(facts.service)};
    if (!facts.slowness)
        return std::nullopt;
    return Finding{AlertRule::Slow,
        QStringLiteral("%1 answers its checks in %2, usually in %3")
            .arg(facts.service, milliseconds(facts.slowness->now), milliseconds(facts.slowness->norm))};
}

bool hasLasted(const std::optional<MonoTime> &since, const AlertRules &rules, MonoTime now)
{
    return since && now - *since >= rules.degradedAfter;
}

} // namespace

AlertSeverity severityOf(AlertRule rule)
{
    switch (rule) {
    case AlertRule::Slow:
    case AlertRule::Flapping:
    case AlertRule::Degraded:
        return AlertSeverity::Warning;
    case AlertRule::Down:
    case AlertRule::Unhealthy:
    case AlertRule::HeartbeatLost:
    case AlertRule::Failed:
    case AlertRule::RestartLimit:
    case AlertRule::DiskFull:
        return AlertSeverity::Critical;
    }
    Q_UNREACHABLE();
}

void FlapCounter::note(bool isWell, MonoTime now)
{
    if (m_wasWell && *m_wasWell != isWell)
        m_changes.push_back(now);
    m_wasWell = isWell;
    constexpr std::size_t most = 1000;
    if (m_changes.size() > most)
        m_changes.pop_front();
}

bool FlapCounter::isFlapping(const FlappingRule &rule, MonoTime now)
{
    while (!m_changes.empty() && now - m_changes.front() > rule.window)
        m_changes.pop_front();
    const int needed = m_isFlapping ? (rule.changes + 1) / 2 : rule.changes;
    m_isFlapping = changes() >= needed;
    return m_isFlapping;
}

std::optional<Finding> findingOf(
    const ServiceFacts &facts, const TroubleTimes &times, bool isFlapping, const AlertRules &rules, MonoTime now)
{
    switch (conditionOf(facts)) {
    case Condition::Off:
        return std::nullopt;
    case Condition::Bad:
        return badFinding(facts);
    case Condition::Broken:
        if (hasLasted(times.broken, rules, now))
            return downFinding(facts);
        break;
    case Condition::Degraded:
        if (hasLasted(times.degraded, rules, now))
            return Finding{AlertRule::Degraded,
                sentence(QStringLiteral("%1 has been degraded for %2")
                             .arg(facts.service, formatDuration(rules.degradedAfter)),
                    facts.lastCheck)};
        break;
    case Condition::Well:
    case Condition::Settling:
        break;
    }
    return weakFinding(facts, isFlapping);
}

} // namespace foghorn

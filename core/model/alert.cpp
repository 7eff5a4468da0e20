#include "core/model/alert.h"

#include <array>
#include <utility>

namespace foghorn {
namespace {

constexpr std::array<std::pair<AlertRule, QLatin1String>, 9> rules{{
    {AlertRule::Slow, QLatin1String("slow")},
    {AlertRule::Flapping, QLatin1String("flapping")},
    {AlertRule::Degraded, QLatin1String("degraded")},
    {AlertRule::Down, QLatin1String("down")},
    {AlertRule::Unhealthy, QLatin1String("unhealthy")},
    {AlertRule::HeartbeatLost, QLatin1String("heartbeat_lost")},
    {AlertRule::Failed, QLatin1String("failed")},
    {AlertRule::RestartLimit, QLatin1String("restart_limit")},
    {AlertRule::DiskFull, QLatin1String("disk_full")},
}};
constexpr std::array<std::pair<AlertSeverity, QLatin1String>, 2> severities{{
    {AlertSeverity::Warning, QLatin1String("warning")},
    {AlertSeverity::Critical, QLatin1String("critical")},
}};

template<typename Words, typename Enum> QLatin1String wordOf(const Words &words, Enum value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    Q_UNREACHABLE();
}

template<typename Enum, typename Words> std::optional<Enum> valueOf(const Words &words, QStringView text)
{
    for (const auto &[value, word] : words) {
        if (text == word)
            return value;
    }
    return std::nullopt;
}

} // namespace

QLatin1String toWord(AlertRule rule) { return wordOf(rules, rule); }
QLatin1String toWord(AlertSeverity severity) { return wordOf(severities, severity); }
std::optional<AlertRule> alertRuleFromWord(QStringView word) { return valueOf<AlertRule>(rules, word); }
std::optional<AlertSeverity> alertSeverityFromWord(QStringView word)
{
    return valueOf<AlertSeverity>(severities, word);
}

} // namespace foghorn

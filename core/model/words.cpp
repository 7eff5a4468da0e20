#include "core/model/words.h"

#include <array>
#include <csignal>
#include <cstring>
#include <utility>

namespace foghorn {
namespace {

template<typename Enum, std::size_t Size> using Words = std::array<std::pair<Enum, QLatin1String>, Size>;

constexpr Words<RunState, 9> runStates{{
    {RunState::Stopped, QLatin1String("stopped")},
    {RunState::Waiting, QLatin1String("waiting")},
    {RunState::Starting, QLatin1String("starting")},
    {RunState::Running, QLatin1String("running")},
    {RunState::Draining, QLatin1String("draining")},
    {RunState::Stopping, QLatin1String("stopping")},
    {RunState::Backoff, QLatin1String("backoff")},
    {RunState::Finished, QLatin1String("finished")},
    {RunState::Failed, QLatin1String("failed")},
}};
constexpr Words<Health, 4> healths{{
    {Health::Unknown, QLatin1String("unknown")},
    {Health::Healthy, QLatin1String("healthy")},
    {Health::Degraded, QLatin1String("degraded")},
    {Health::Unhealthy, QLatin1String("unhealthy")},
}};
constexpr Words<Cause, 18> causes{{
    {Cause::None, QLatin1String("None")},
    {Cause::NotStarted, QLatin1String("NotStarted")},
    {Cause::Command, QLatin1String("Command")},
    {Cause::Restart, QLatin1String("Restart")},
    {Cause::StartUp, QLatin1String("StartUp")},
    {Cause::Shutdown, QLatin1String("Shutdown")},
    {Cause::Reload, QLatin1String("Reload")},
    {Cause::Dependency, QLatin1String("Dependency")},
    {Cause::DependencyLost, QLatin1String("DependencyLost")},
    {Cause::Exited, QLatin1String("Exited")},
    {Cause::Signaled, QLatin1String("Signaled")},
    {Cause::SpawnFailed, QLatin1String("SpawnFailed")},
    {Cause::StartTimeout, QLatin1String("StartTimeout")},
    {Cause::Unhealthy, QLatin1String("Unhealthy")},
    {Cause::HeartbeatLost, QLatin1String("HeartbeatLost")},
    {Cause::RestartLimit, QLatin1String("RestartLimit")},
    {Cause::Adopted, QLatin1String("Adopted")},
    {Cause::ExitUnknown, QLatin1String("ExitUnknown")},
}};
constexpr Words<EventKind, 7> eventKinds{{
    {EventKind::StateChanged, QLatin1String("state")},
    {EventKind::HealthChanged, QLatin1String("health")},
    {EventKind::Command, QLatin1String("command")},
    {EventKind::Reload, QLatin1String("reload")},
    {EventKind::Fleet, QLatin1String("fleet")},
    {EventKind::Registry, QLatin1String("registry")},
    {EventKind::Alert, QLatin1String("alert")},
}};
constexpr Words<DependencyCondition, 4> conditions{{
    {DependencyCondition::Default, QLatin1String("default")},
    {DependencyCondition::Healthy, QLatin1String("healthy")},
    {DependencyCondition::Started, QLatin1String("started")},
    {DependencyCondition::Completed, QLatin1String("completed")},
}};

template<typename Enum, std::size_t Size> QLatin1String wordOf(const Words<Enum, Size> &words, Enum value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    Q_UNREACHABLE();
}

template<typename Enum, std::size_t Size> std::optional<Enum> valueOf(const Words<Enum, Size> &words, QStringView word)
{
    for (const auto &[value, known] : words) {
        if (word == known)
            return value;
    }
    return std::nullopt;
}

} // namespace

QLatin1String toWord(RunState state) { return wordOf(runStates, state); }
QLatin1String toWord(Health health) { return wordOf(healths, health); }
QLatin1String toWord(Cause cause) { return wordOf(causes, cause); }
QLatin1String toWord(EventKind kind) { return wordOf(eventKinds, kind); }
QLatin1String toWord(DependencyCondition condition) { return wordOf(conditions, condition); }

QLatin1String toStatusWord(RunState state)
{
    switch (state) {
    case RunState::Stopped:
    case RunState::Finished:
        return QLatin1String("stopped");
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Backoff:
        return QLatin1String("starting");
    case RunState::Running:
        return QLatin1String("running");
    case RunState::Draining:
    case RunState::Stopping:
        return QLatin1String("stopping");
    case RunState::Failed:
        return QLatin1String("failed");
    }
    Q_UNREACHABLE();
}

std::optional<RunState> runStateFromWord(QStringView word) { return valueOf(runStates, word); }
std::optional<Health> healthFromWord(QStringView word) { return valueOf(healths, word); }
std::optional<Cause> causeFromWord(QStringView word) { return valueOf(causes, word); }
std::optional<EventKind> eventKindFromWord(QStringView word) { return valueOf(eventKinds, word); }

QString signalName(int number)
{
    if (const char *name = sigabbrev_np(number))
        return QStringLiteral("SIG") + QLatin1String(name);
    return QStringLiteral("signal %1").arg(number);
}

std::optional<int> signalNumber(QStringView name)
{
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber)
        return number > 0 && number < NSIG ? std::optional(number) : std::nullopt;
    if (name.startsWith(u"SIG"))
        name = name.mid(3);
    for (int candidate = 1; candidate < NSIG; ++candidate) {
        const char *known = sigabbrev_np(candidate);
        if (known && name == QLatin1String(known))
            return candidate;
    }
    return std::nullopt;
}

} // namespace foghorn

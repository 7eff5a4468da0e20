#include "core/fleetfile/keytable.h"
#include "core/fleetfile/servicedraft.h"

#include <csignal>

namespace foghorn {
namespace {

void readBeatInterval(HeartbeatPolicy &heartbeat, const Value &value)
{
    heartbeat.interval = value.duration(false).value_or(heartbeat.interval);
}

void readBeatTimeout(HeartbeatPolicy &heartbeat, const Value &value)
{
    heartbeat.timeout = value.duration(false).value_or(heartbeat.timeout);
}

constexpr std::array<Key<HeartbeatPolicy>, 2> heartbeatKeys{
    {{"interval", readBeatInterval}, {"timeout", readBeatTimeout}}};

void readOpenFiles(Limits &limits, const Value &value) { limits.nofile = value.integer(1, 1'000'000'000); }

void readMemory(Limits &limits, const Value &value)
{
    limits.memory = value.size();
    if (limits.memory == 0)
        value.fault(QStringLiteral("'memory' must be more than 0"), QStringLiteral("for example memory: 512M"));
}

void readCore(Limits &limits, const Value &value) { limits.core = value.size(); }

constexpr std::array<Key<Limits>, 3> limitsKeys{
    {{"nofile", readOpenFiles}, {"memory", readMemory}, {"core", readCore}}};

void readMaxSize(LogPolicy &logs, const Value &value)
{
    const auto size = value.size();
    if (size && *size < 1024)
        value.fault(QStringLiteral("'max_size' must be at least 1K"), QStringLiteral("for example max_size: 10M"));
    else if (size)
        logs.maxSize = *size;
}

void readKeep(LogPolicy &logs, const Value &value)
{
    if (const auto number = value.integer(0, 1000))
        logs.keep = static_cast<int>(*number);
}

constexpr std::array<Key<LogPolicy>, 2> logsKeys{{{"max_size", readMaxSize}, {"keep", readKeep}}};

constexpr std::array<std::pair<std::string_view, int>, 15> signalNumbers{
    {{"TERM", SIGTERM}, {"INT", SIGINT}, {"HUP", SIGHUP}, {"QUIT", SIGQUIT}, {"KILL", SIGKILL}, {"USR1", SIGUSR1},
        {"USR2", SIGUSR2}, {"ABRT", SIGABRT}, {"ALRM", SIGALRM}, {"PIPE", SIGPIPE}, {"CONT", SIGCONT},
        {"WINCH", SIGWINCH}, {"PWR", SIGPWR}, {"IO", SIGIO}, {"TRAP", SIGTRAP}}};

} // namespace

void readHeartbeat(ServiceDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{interval: 60s, timeout: 180s}")))
        return;
    draft.spec.heartbeat.emplace();
    readKeys(*draft.spec.heartbeat, value, heartbeatKeys);
    if (draft.spec.heartbeat->timeout < draft.spec.heartbeat->interval)
        value.warning(QStringLiteral("the heartbeat's timeout is shorter than its interval"),
            QStringLiteral("a timeout of three intervals is usual"));
}

QList<QString> heartbeatKeyNames() { return dottedKeys(heartbeatKeys); }

void readLimits(ServiceDraft &draft, const Value &value)
{
    if (value.isMap(QStringLiteral("{nofile: 4096}")))
        readKeys(draft.spec.limits, value, limitsKeys);
}

QList<QString> limitsKeyNames() { return dottedKeys(limitsKeys); }

void readLogs(ServiceDraft &draft, const Value &value)
{
    if (value.isMap(QStringLiteral("{max_size: 10M}")))
        readKeys(draft.spec.logs, value, logsKeys);
}

QList<QString> logsKeyNames() { return dottedKeys(logsKeys); }

void readStopSignal(ServiceDraft &draft, const Value &value)
{
    const auto text = value.text();
    if (!text)
        return;
    bool isNumber = false;
    const int number = text->toInt(&isNumber);
    if (isNumber && number >= 1 && number <= 64) {
        draft.spec.stopSignal = number;
        return;
    }
    const std::string name = (text->startsWith(QLatin1String("SIG")) ? text->mid(3) : *text).toStdString();
    for (const auto &[known, signal] : signalNumbers) {
        if (name == known) {
            draft.spec.stopSignal = signal;
            return;
        }
    }
    value.fault(
        QStringLiteral("'%1' is no signal to stop with").arg(*text), QStringLiteral("for example stop_signal: TERM"));
}

} // namespace foghorn

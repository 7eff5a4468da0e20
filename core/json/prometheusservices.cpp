#include "core/json/prometheusservices.h"

#include "core/model/words.h"

#include <QSet>

#include <vector>

namespace foghorn {
namespace {

using Type = PrometheusText::Type;

/// A service with its label, made once for all families.
struct Subject
{
    const RegistryEntry *entry;
    QByteArray label;
};

/// One family: how it is called, and what it says of one service.
struct Family
{
    QByteArrayView name;
    Type type;
    QByteArrayView help;
    void (*write)(PrometheusText &text, const Subject &subject, WallTime now);
};

double seconds(WallTime time) { return static_cast<double>(time.time_since_epoch().count()) / 1000.0; }

void writeInfo(PrometheusText &text, const Subject &subject, WallTime)
{
    const ServiceInfo &info = subject.entry->info;
    const auto truth = [](bool is) { return is ? QStringView(u"true") : QStringView(u"false"); };
    QByteArray labels = subject.label + ',' + PrometheusText::label("type", info.type) + ','
        + PrometheusText::label("version", info.version) + ',' + PrometheusText::label("critical", truth(info.critical))
        + ',' + PrometheusText::label("external", truth(info.external));
    QSet<QByteArray> used;
    for (auto label = info.labels.cbegin(); label != info.labels.cend(); ++label) {
        const QByteArray plain = "label_" + PrometheusText::labelName(label.key());
        QByteArray name = plain; // two that differ only in what cannot be said stay two
        for (int i = 2; used.contains(name); ++i)
            name = plain + '_' + QByteArray::number(i);
        used.insert(name);
        labels += ',' + PrometheusText::label(name, label.value());
    }
    text.sample(labels, 1);
}

void writeUp(PrometheusText &text, const Subject &subject, WallTime)
{
    const bool isUp =
        subject.entry->status.state == RunState::Running && subject.entry->health.health != Health::Unhealthy;
    text.sample(subject.label, isUp ? 1 : 0);
}

void writeWanted(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->status.goal == Goal::Up ? 1 : 0);
}

void writeState(PrometheusText &text, const Subject &subject, WallTime)
{
    using enum RunState;
    for (const RunState state : {Stopped, Waiting, Starting, Running, Draining, Stopping, Backoff, Finished, Failed})
        text.sample(subject.label, "state", toWord(state).latin1(), subject.entry->status.state == state ? 1 : 0);
}

void writeHealth(PrometheusText &text, const Subject &subject, WallTime)
{
    using enum Health;
    for (const Health health : {Healthy, Degraded, Unhealthy, Unknown})
        text.sample(subject.label, "health", toWord(health).latin1(), subject.entry->health.health == health ? 1 : 0);
}

void writeChecks(PrometheusText &text, const Subject &subject, WallTime)
{
    const CheckTally &tally = subject.entry->tally;
    if (!subject.entry->info.hasProbe && tally.durations.total() == 0)
        return;
    text.sample(subject.label, "result", "passed", tally.passed);
    text.sample(subject.label, "result", "failed", tally.failed);
    text.sample(subject.label, "result", "timeout", tally.timedOut);
}

void writeDurations(PrometheusText &text, const Subject &subject, WallTime)
{
    if (subject.entry->info.hasProbe || subject.entry->tally.durations.total() > 0)
        text.histogram(subject.label, subject.entry->tally.durations);
}

void writeRestarts(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->status.restartCount);
}

void writeAttempts(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->status.restartAttempts);
}

void writeUptime(PrometheusText &text, const Subject &subject, WallTime now)
{
    struct Window
    {
        QByteArrayView name;
        std::chrono::hours length;
    };
    static constexpr std::array windows{Window{"1h", std::chrono::hours(1)}, Window{"24h", std::chrono::hours(24)},
        Window{"7d", std::chrono::hours(168)}, Window{"30d", std::chrono::hours(720)}};
    for (const Window &window : windows) {
        if (const auto share = subject.entry->uptime.share(now, window.length))
            text.sample(subject.label, "window", window.name, *share);
    }
}

void writeCpu(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, static_cast<double>(subject.entry->use.cpuTime.count()) / 1000.0);
}

void writeMemory(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->use.memory);
}

void writeProcesses(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->use.processes);
}

void writeThreads(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->use.threads);
}

void writeDescriptors(PrometheusText &text, const Subject &subject, WallTime)
{
    text.sample(subject.label, subject.entry->use.descriptors);
}

void writeStart(PrometheusText &text, const Subject &subject, WallTime)
{
    if (subject.entry->status.startedAt)
        text.sample(subject.label, seconds(*subject.entry->status.startedAt));
}

void writeHeartbeat(PrometheusText &text, const Subject &subject, WallTime)
{
    if (subject.entry->lastHeartbeat)
        text.sample(subject.label, seconds(*subject.entry->lastHeartbeat));
}

constexpr std::array families{
    Family{"foghorn_service_info", Type::Gauge, "What a service says of itself; always 1.", &writeInfo},
    Family{"foghorn_service_up", Type::Gauge, "Whether a service runs and is not unhealthy.", &writeUp},
    Family{"foghorn_service_wanted", Type::Gauge, "Whether a service is meant to be up.", &writeWanted},
    Family{"foghorn_service_state", Type::Gauge, "1 for the run state that a service is in, else 0.", &writeState},
    Family{
        "foghorn_service_health", Type::Gauge, "1 for what the checks of a service add up to, else 0.", &writeHealth},
    Family{"foghorn_checks_total", Type::Counter,
        "Checks of a service since the orchestrator began, by how they ended.", &writeChecks},
    Family{
        "foghorn_check_duration_seconds", Type::Histogram, "How long the checks of a service took.", &writeDurations},
    Family{"foghorn_service_restarts_total", Type::Counter, "Restarts of a service, automatic and manual, for ever.",
        &writeRestarts},
    Family{"foghorn_service_restart_attempts", Type::Gauge, "Automatic restarts that count against the limit.",
        &writeAttempts},
    Family{"foghorn_service_uptime_ratio", Type::Gauge,
        "Share of the window in which a service was meant to be up and was.", &writeUptime},
    Family{"foghorn_service_cpu_seconds_total", Type::Counter, "Processor time that a service's processes used.",
        &writeCpu},
    Family{"foghorn_service_memory_bytes", Type::Gauge, "Resident memory of a service's processes.", &writeMemory},
    Family{"foghorn_service_processes", Type::Gauge, "Processes of a service.", &writeProcesses},
    Family{"foghorn_service_threads", Type::Gauge, "Threads of a service's processes.", &writeThreads},
    Family{
        "foghorn_service_open_fds", Type::Gauge, "Open file descriptors of a service's processes.", &writeDescriptors},
    Family{"foghorn_service_start_time_seconds", Type::Gauge, "When the living run of a service began, Unix time.",
        &writeStart},
    Family{"foghorn_service_last_heartbeat_time_seconds", Type::Gauge, "When a service beat last, Unix time.",
        &writeHeartbeat},
};

} // namespace

void writeServiceMetrics(PrometheusText &text, const ServiceRegistry &registry, WallTime now)
{
    std::vector<Subject> subjects;
    subjects.reserve(static_cast<std::size_t>(registry.order().size()));
    for (const ServiceId &service : registry.order()) {
        if (const RegistryEntry *entry = registry.find(service))
            subjects.push_back({entry, PrometheusText::label("service", service)});
    }
    for (const Family &family : families) {
        text.family(family.name, family.type, family.help);
        for (const Subject &subject : subjects)
            family.write(text, subject, now);
    }
}

} // namespace foghorn

#include "core/registry/journal.h"

#include "core/model/words.h"
#include "core/registry/eventlog.h"
#include "core/registry/leasebook.h"
#include "core/registry/serviceregistry.h"

namespace foghorn {
namespace {

QString exitWords(const ExitInfo &exit)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        return QStringLiteral("it ended with code %1").arg(exit.code);
    case ExitInfo::Kind::Signaled:
        return signalName(exit.signal) + QLatin1String(exit.coreDumped ? " ended it, core dumped" : " ended it")
            + (exit.reason.isEmpty() ? QString() : QLatin1String(", ") + exit.reason);
    case ExitInfo::Kind::SpawnFailed:
        return exit.reason.isEmpty() ? QStringLiteral("it could not be started") : exit.reason;
    case ExitInfo::Kind::Unknown:
        return QStringLiteral("how it ended is not known");
    }
    Q_UNREACHABLE();
}

/// Why, in a few words; empty when the states say it all.
QString causeWords(const ServiceStatus &status)
{
    switch (status.cause) {
    case Cause::None:
    case Cause::NotStarted:
        return {};
    case Cause::Command:
        return QStringLiteral("by command");
    case Cause::Restart:
        return QStringLiteral("by a restart, in order");
    case Cause::StartUp:
        return QStringLiteral("the fleet comes up");
    case Cause::Shutdown:
        return QStringLiteral("the fleet goes down");
    case Cause::Reload:
        return QStringLiteral("the fleet file changed");
    case Cause::Dependency:
        return status.state == RunState::Waiting ? QStringLiteral("it waits for what it depends on")
                                                 : QStringLiteral("another service needs it");
    case Cause::DependencyLost:
        return QStringLiteral("a service it requires is not available");
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
        return status.lastExit ? exitWords(*status.lastExit) : status.lastError;
    case Cause::StartTimeout:
        return QStringLiteral("it was not ready in time");
    case Cause::Unhealthy:
        return QStringLiteral("too many checks in a row failed");
    case Cause::HeartbeatLost:
        return QStringLiteral("its heartbeat did not come in time");
    case Cause::RestartLimit:
        return QStringLiteral("all automatic restarts are used up (%1)").arg(status.maxAttempts);
    case Cause::Adopted:
        return QStringLiteral("found running and taken over");
    case Cause::ExitUnknown:
        return QStringLiteral("it ended while nobody watched");
    }
    Q_UNREACHABLE();
}

/// "edge: running -> backoff, it ended with code 1"
QString sentence(const ServiceId &service, QLatin1String before, QLatin1String now, const QString &why)
{
    const QString change = service + u": " + before + u" -> " + now;
    return why.isEmpty() ? change : QString(change + u", " + why);
}

/// Whether only a run leads there.
bool endsARun(RunState state)
{
    switch (state) {
    case RunState::Draining:
    case RunState::Backoff:
    case RunState::Finished:
    case RunState::Failed:
        return true;
    case RunState::Stopped:
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Running:
    case RunState::Stopping:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

Journal::Journal(ServiceRegistry &registry, EventLog &log, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_log(log)
{
    connect(&registry, &ServiceRegistry::statusChanged, this, &Journal::onStatusChanged);
    connect(&registry, &ServiceRegistry::healthChanged, this, &Journal::onHealthChanged);
}

Journal::~Journal() = default;

void Journal::follow(LeaseBook &book)
{
    connect(&book, &LeaseBook::registered, this,
        [this](const ServiceId &service) { note(service, QStringLiteral("%1 registered itself").arg(service)); });
    connect(&book, &LeaseBook::deregistered, this,
        [this](const ServiceId &service) { note(service, QStringLiteral("%1 is no longer registered").arg(service)); });
    connect(&book, &LeaseBook::heartbeatLost, this, [this](const ServiceId &service) {
        note(service, QStringLiteral("%1 did not send its heartbeat in time").arg(service));
    });
    connect(&book, &LeaseBook::heartbeatRecovered, this, [this](const ServiceId &service) {
        note(service, QStringLiteral("%1 sends its heartbeat again").arg(service));
    });
}

void Journal::setClock(std::function<Now()> clock) { m_clock = std::move(clock); }

std::optional<RunState> Journal::stateBefore(const ServiceStatus &before, const ServiceStatus &now)
{
    const auto known = m_written.constFind(now.service);
    if (known == m_written.cend())
        return before.state;
    const Written written = *known;
    m_written.erase(known);
    const bool isFound = now.cause == Cause::Adopted; // which is news, although it ran all the time
    if (!isFound && written.state == now.state && written.since == now.since)
        return std::nullopt;
    return endsARun(now.state) && written.state != now.state ? written.state : before.state;
}

void Journal::onStatusChanged(const ServiceStatus &before, const ServiceStatus &now)
{
    if (before.state == now.state)
        return;
    const auto from = stateBefore(before, now);
    if (!from)
        return;
    // an adopted service began to run long ago, but what happened just now is that it was found
    const bool isOldNews = now.cause == Cause::Adopted || now.since == WallTime{};
    Event event;
    event.at = isOldNews ? m_clock().wall : now.since;
    event.kind = EventKind::StateChanged;
    event.service = now.service;
    event.from = shared(toWord(*from));
    event.to = shared(toWord(now.state));
    event.cause = shared(toWord(now.cause));
    event.message = sentence(now.service, toWord(*from), toWord(now.state), causeWords(now));
    m_log.append(std::move(event));
}

void Journal::onHealthChanged(const ServiceId &service, Health before, Health now)
{
    const RegistryEntry *entry = m_registry.find(service);
    const bool isFromCheck = now != Health::Unknown && entry && entry->lastCheck;
    Event event;
    event.at = m_clock().wall;
    event.kind = EventKind::HealthChanged;
    event.service = service;
    event.from = shared(toWord(before));
    event.to = shared(toWord(now));
    event.message = sentence(service, toWord(before), toWord(now), isFromCheck ? entry->lastCheck->message : QString());
    m_log.append(std::move(event));
}

QString Journal::shared(QLatin1String word)
{
    QString &text = m_words[word.data()];
    if (text.isNull())
        text = word;
    return text;
}

void Journal::note(const ServiceId &service, const QString &message)
{
    Event event;
    event.at = m_clock().wall;
    event.kind = EventKind::Registry;
    event.service = service;
    event.message = message;
    m_log.append(std::move(event));
}

} // namespace foghorn

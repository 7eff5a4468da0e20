#pragma once

#include "core/model/event.h"
#include "core/model/runstate.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace foghorn {

class EventLog;
class LeaseBook;
class ServiceRegistry;
struct ServiceStatus;

/// Writes what happens in the registry into the event log: changes of state and of health, and what outside programs
/// do.
class Journal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Journal)
public:
    /// Both must outlive the journal.
    Journal(ServiceRegistry &registry, EventLog &log, QObject *parent = nullptr);
    ~Journal() override;

    /// Also writes the book's registrations and lost heartbeats.
    void follow(LeaseBook &book);
    /// What an earlier orchestrator had written of a service: the state it was in, and since when.
    struct Written
    {
        RunState state = RunState::Stopped;
        WallTime since{};
    };
    /// Before these services are taken over: what was written is not written again, and what became of their runs
    /// meanwhile follows on it.
    void goOnFrom(const QHash<ServiceId, Written> &written) { m_written = written; }
    /// Now::read unless a test gives another.
    void setClock(std::function<Now()> clock);

private:
    void onStatusChanged(const ServiceStatus &before, const ServiceStatus &now);
    /// The state that `now` follows on; none: that one was written already.
    std::optional<RunState> stateBefore(const ServiceStatus &before, const ServiceStatus &now);
    void onHealthChanged(const ServiceId &service, Health before, Health now);
    void note(const ServiceId &service, const QString &message);
    /// A stable word as a text that all events share.
    QString shared(QLatin1String word);

    ServiceRegistry &m_registry;
    EventLog &m_log;
    QHash<ServiceId, Written> m_written; ///< until the service's state changes
    QHash<const void *, QString> m_words; ///< by the address of the word
    std::function<Now()> m_clock = &Now::read;
};

} // namespace foghorn

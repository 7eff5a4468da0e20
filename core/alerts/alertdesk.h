#pragma once

#include "core/alerts/alertengine.h"
#include "core/alerts/alertstate.h"
#include "core/commands/alertcommands.h"
#include "core/registry/alertboard.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace foghorn {

class EventLog;
class ServiceRegistry;
struct CheckResult;
struct RegistryEntry;

/// Carries what the registry tells to the AlertEngine, and what it makes of it to the board and the journal. Takes what
/// people want done about alerts.
class AlertDesk final : public QObject, public AlertCommands
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDesk)
public:
    /// All of them must outlive the desk.
    AlertDesk(ServiceRegistry &registry, AlertBoard &board, EventLog &events, QObject *parent = nullptr);
    ~AlertDesk() override;

    /// Now::read unless a test gives another.
    void setClock(std::function<Now()> clock) { m_clock = std::move(clock); }
    void setRules(const AlertRules &rules);
    /// What an earlier orchestrator knew; before begin().
    void restore(const SavedAlerts &saved);
    /// From now on the registry is followed.
    void begin();
    /// Judges now what would be judged soon: before the end.
    void look();
    /// What there is to save, without an outbox.
    SavedAlerts saved() const;
    /// What is wrong with the disk, or with writing to it; empty: nothing. The first one is told. On a full disk small
    /// writes succeed now and then: all is well only when none has failed for a while.
    void setDiskProblem(const QString &problem);
    void setWriteProblem(const QString &problem);
    void setCalm(std::chrono::milliseconds time) { m_calm.setInterval(time); }

    QFuture<CommandOutcome> acknowledge(qint64 alert, bool acknowledged, const Actor &actor) override;
    QFuture<CommandOutcome> mute(qint64 alert, std::chrono::minutes time, const Actor &actor) override;
    QFuture<CommandOutcome> maintain(const ServiceId &service, std::chrono::minutes time, const Actor &actor) override;

Q_SIGNALS:
    /// Something became of an alert; the board has it already.
    void happened(const foghorn::AlertChange &change);
    /// saved() would say something new.
    void changed();

private:
    void follow(const ServiceId &service);
    void onOutlineChanged();
    void onChecked(const CheckResult &result);
    std::optional<Slowness> slownessOf(const RegistryEntry &entry, const CheckResult &result) const;
    void lookSoon();
    /// Time for the engine: while something waits for its time, a pause in which we were stopped, or the machine was
    /// too busy to let us look, is no time at all. Nobody was checked in it either.
    Now now();
    void publish(const AlertChange &change);
    void note(const AlertChange &change);
    void noteCommand(const ServiceId &service, const QString &message, const Actor &actor);
    /// Why nothing can be done about that alert; nothing when something can.
    std::optional<CommandOutcome> whyNot(qint64 alert) const;

    ServiceRegistry &m_registry;
    AlertBoard &m_board;
    EventLog &m_events;
    std::function<Now()> m_clock = &Now::read;
    MonoTime m_lastRead{};
    MonoTime::duration m_lost{}; ///< in pauses
    AlertEngine m_engine;
    QString m_diskProblem;
    QString m_writeProblem;
    QTimer m_calm; ///< since writing works again
    QTimer m_soon;
    QTimer m_tick;
};

} // namespace foghorn

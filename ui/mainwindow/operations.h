#pragma once

#include "ui/mainwindow/verbs.h"

#include "core/commands/commands.h"

#include <QHash>
#include <QObject>

namespace foghorn {

/// Commands under way: sends them, knows who is busy with what, and says what came of them.
class Operations final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Operations)
public:
    /// `commands` must outlive it.
    explicit Operations(Commands &commands, QObject *parent = nullptr);
    ~Operations() override;

    bool isBusy(const ServiceId &service) const { return m_busy.contains(service); }
    bool isFleetBusy() const { return m_fleetBusy; }
    /// Those that are busy are left out; a second click does nothing.
    void run(Verb verb, const QList<ServiceId> &services, CommandOptions options = {});
    void startAll();
    void stopAll();
    /// Stops everything and ends the orchestrator.
    void shutDown();

Q_SIGNALS:
    void busyChanged();
    /// Something was asked for: "Starting onion…".
    void began(const QString &progress);
    /// One sentence of what came of it.
    void succeeded(const QString &message);
    void failed(const QString &message);

private:
    void sendOne(Verb verb, const ServiceId &service, const CommandOptions &options);
    void check(const QList<ServiceId> &services);
    void watchFleet(const QFuture<CommandOutcome> &future, const QString &progress, const QString &done);
    void report(const CommandOutcome &outcome, const QString &done);
    void release(const ServiceId &service);

    Commands &m_commands;
    QHash<ServiceId, Verb> m_busy;
    bool m_fleetBusy = false;
    const Actor m_actor;
};

} // namespace foghorn

#pragma once

#include "ui/mainwindow/verbs.h"

#include "core/commands/commands.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <array>
#include <optional>

namespace foghorn {

class OperationModel;

/// Commands under way: sends them, knows who is busy with what, and says what came of them. How far they are with whom
/// is in its model.
class Operations final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Operations)
public:
    /// So long a button stays busy after all is said and done, so that the end is seen.
    static constexpr std::chrono::milliseconds busyAfterwards{1000};

    /// Both must outlive it.
    Operations(Commands &commands, const ServiceRegistry &registry, QObject *parent = nullptr);
    ~Operations() override;

    OperationModel &model() const { return *m_model; }
    /// Whether the verb would only ask once more for what is under way, or get in its way. A stop never does.
    bool isBusy(Verb verb, const ServiceId &service) const;
    bool isBusy(FleetVerb verb) const;
    /// Something under way needs this window to come to its end: Restart all starts what it has stopped.
    bool needsWindow() const { return fleetOperation(FleetVerb::RestartAll) != 0; }
    /// Whose probes are asked on request right now.
    QSet<ServiceId> checking() const;

    /// Those that are busy are left out; a second click does nothing.
    void run(Verb verb, const QList<ServiceId> &services, CommandOptions options = {});
    void run(FleetVerb verb);
    /// Once more, for one with which an operation has failed.
    void retry(int operation, const ServiceId &service);
    /// Stops those that an operation has not begun with because they wait for others.
    void stopWaiting(int operation);
    /// Stops everything and ends the orchestrator.
    void shutDown();

Q_SIGNALS:
    /// Their automatic restarts count from 0 again.
    void failuresReset(const QList<foghorn::ServiceId> &services);
    void busyChanged();
    /// Something was asked for: "Starting onion…".
    void began(const QString &progress);
    /// One sentence of what came of it.
    void succeeded(const QString &message);
    void failed(const QString &message);

private:
    /// The last thing that was asked of a service.
    struct Asked
    {
        Verb verb = Verb::Start;
        int operation = 0;
    };
    /// An operation whose commands are not all answered.
    struct Pending
    {
        qsizetype left = 0;
        QStringList problems;
        QString done; ///< what to say when all went well
        std::optional<FleetVerb> fleetVerb;
    };

    QList<ServiceId> membersOf(Verb verb, const QList<ServiceId> &services, const CommandOptions &options) const;
    QFuture<CommandOutcome> send(Verb verb, const ServiceId &service, const CommandOptions &options);
    void await(int operation, const QFuture<CommandOutcome> &future);
    void onAnswer(int operation, const std::optional<CommandOutcome> &outcome);
    void onEnded(int operation);
    void onStepSettled(int operation, const ServiceId &service);
    void check(const QList<ServiceId> &services, bool all);
    void resetFailed(const QList<ServiceId> &services);
    void report(const std::optional<QList<CheckResult>> &results);
    void restartAll(const QList<ServiceId> &members);
    void startAgain(int operation, const QList<ServiceId> &members);
    int beginFleet(FleetVerb verb, const QList<ServiceId> &members);
    int &fleetOperation(FleetVerb verb) { return m_fleet[static_cast<std::size_t>(verb)]; }
    int fleetOperation(FleetVerb verb) const { return m_fleet[static_cast<std::size_t>(verb)]; }

    Commands &m_commands;
    const ServiceRegistry &m_registry;
    OperationModel *m_model;
    QHash<ServiceId, Asked> m_asked; ///< while busy
    QHash<ServiceId, int> m_checking; ///< how many checks of it are under way, or were just now
    QHash<int, Pending> m_pending; ///< by operation
    std::array<int, 4> m_fleet{}; ///< operation of each FleetVerb; 0: not busy
    bool m_isLeaving = false;
    const Actor m_actor;
};

} // namespace foghorn

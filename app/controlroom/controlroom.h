#pragma once

#include "core/base/result.h"
#include "core/commands/commands.h"
#include "core/fleetfile/fleetfile.h"
#include "core/process/keeperclient.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace foghorn {

struct ControlRoomOptions
{
    QList<QString> files; ///< fleet files, later ones merge over earlier ones
    QString stateDirectory; ///< empty: the default one of the fleet
    QString listen; ///< host:port; empty: what the fleet file says
    bool goesOn = false; ///< what was at rest stays so, although the last end was a clean one
};

/// The fleet files with the variables of our own environment, once nobody writes them any more (settledfleet.h): may
/// take some seconds.
LoadedFleet loadFleetOfProcess(const QList<QString> &files);

class AlertBoard;
class AlertCommands;
class History;
class ServiceLogs;

/// The composition root: creates the core's objects in order, connects the siblings, and ends them in reverse.
class ControlRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlRoom)
public:
    explicit ControlRoom(ControlRoomOptions options, QObject *parent = nullptr);
    /// Services live on: only commands().shutdown() ends them.
    ~ControlRoom() override;

    /// Reads the fleet, takes the state directory, finds again what runs and starts the rest. Blocks while it reads
    /// files; the rest happens in the event loop. An error is one text for people, with a line per fault; nothing was
    /// started then.
    Result<void> open();
    /// The same with the files read already, by loadFleetOfProcess().
    Result<void> open(const LoadedFleet &loaded);

    ServiceRegistry &registry();
    EventLog &events();
    Commands &commands();
    History &history();
    const AlertBoard &alerts();
    AlertCommands &alertCommands();
    ServiceLogs &logs();
    /// "http://127.0.0.1:7464"; empty before open().
    QString apiUrl() const;
    QString stateDirectory() const;
    /// Faults that do not stop the start, one line each.
    QList<QString> warnings() const;
    /// open() was refused because another orchestrator holds the state directory.
    bool isHeldElsewhere() const { return m_isHeldElsewhere; }
    /// Somebody's reload is under way: another one would be refused until reloadEnded().
    bool isReloading() const;
    /// What would become of the services if this ended now.
    enum class Rest {
        NotYetKnown, ///< whether some live
        Awake, ///< some live, or are about to
        ShuttingDown,
        AtRest,
    };
    Rest rest() const;
    /// Ends everything at once, without asking (the second SIGTERM).
    void killAll();

Q_SIGNALS:
    /// Something broke that the fleet cannot go on without, after open() had succeeded.
    void failed(const QString &reason);
    /// All services are at rest and the keeper has ended: the program may end.
    void shutdownFinished();
    void reloadEnded();

private:
    struct Parts;
    Result<void> takeState(const LoadedFleet &loaded);
    void createParts(const LoadedFleet &loaded);
    Result<FleetSpec> resolve(const FleetSpec &fleet);
    /// Where programs on this machine find the API.
    QString apiUrlFile() const;
    /// What is wrong with it, or nothing; it is tried again until it is there.
    QString writeApiUrl();
    Result<void> serveApi(const FleetSpec &fleet);
    void connectHealth();
    void connectKeeper();
    void connectMessages();
    void connectCrashes();
    void connectLogs();
    void onNotified(const ServiceId &service, qint64 pid, const NotifyMessage &message);
    void configureHealth();
    void beginWith(const QList<KeptTree> &trees);
    /// Services that live keep the ports they were started with, whatever the store knew of that.
    void takeBackPorts(const QList<KeptTree> &trees);
    void shutDown();
    void stopEverything();
    void killEverything();

    ControlRoomOptions m_options;
    QList<QString> m_warnings;
    bool m_isHeldElsewhere = false;
    std::unique_ptr<Parts> m_parts;
};

} // namespace foghorn

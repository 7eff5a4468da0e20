#pragma once

#include "core/base/result.h"
#include "core/base/serviceid.h"
#include "core/model/exitinfo.h"
#include "core/model/servicespec.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <memory>

namespace foghorn {

/// Everything the keeper needs to start one service. argv[0] is looked up in the PATH of `environment` when it has no slash.
struct LaunchOrder
{
    ServiceId service;
    QList<QByteArray> argv;
    QList<QByteArray> environment;   ///< "NAME=value", complete: nothing is added but what the keeper needs to find its trees
    QByteArray workingDirectory;     ///< absolute
    QByteArray user;                 ///< empty: ours
    QByteArray logFile;              ///< absolute; opened O_APPEND|O_CREAT for stdout and stderr
    Limits limits;
};

/// One service's process tree as the keeper knows it when an orchestrator takes over.
struct KeptTree
{
    ServiceId service;
    qint64 pid = 0;                  ///< the leader's
    qint64 startedAtMs = 0;          ///< wall clock, milliseconds since the epoch
    bool leaderAlive = false;
    bool treeEmpty = false;
    std::optional<ExitInfo> exit;    ///< once the leader has ended
    qint64 exitedAtMs = 0;           ///< wall clock; 0 when alive
};

/// Whom a signal goes to: the program itself, its process group (what a terminal would signal; the whole tree once the
/// program itself has ended), or every process of its tree.
enum class SignalScope { Leader, Group, Tree };

/// The orchestrator's end of the keeper of one state directory. All calls queue and return at once; answers are signals.
class KeeperClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperClient)
public:
    /// `keeperProgram`: absolute path of foghorn-keeper.
    KeeperClient(QString stateDirectory, QString keeperProgram, QObject *parent = nullptr);
    ~KeeperClient() override;

    /// Connects to the running keeper of the state directory, or starts one. Answers with connected() or failed(); when the
    /// keeper is lost later it starts a new one, which adopts what lives, and says keeperLost() then connected() again.
    void open();
    void launch(const LaunchOrder &order);
    /// Tree: every process of the service's tree. SIGKILL to a Tree is repeated by the keeper until nothing is left.
    void signal(const ServiceId &service, int signalNumber, SignalScope scope);
    /// The keeper no longer remembers this service; only when its tree is empty.
    void forget(const ServiceId &service);
    /// The keeper ends once it has no trees; used at a clean shutdown.
    void endKeeper();
    /// The pids of a service's tree (asked of the keeper); answers with treeListed().
    void listTree(const ServiceId &service);
    qint64 keeperPid() const;

Q_SIGNALS:
    /// What the keeper has. Comes first after open() and after each reconnect.
    void connected(const QList<foghorn::KeptTree> &trees);
    void failed(const QString &reason);
    void keeperLost();
    void launched(const foghorn::ServiceId &service, qint64 pid, qint64 startedAtMs);
    /// `permanent`: trying again will not help (program not found, permission denied, working_dir missing).
    void launchFailed(const foghorn::ServiceId &service, const foghorn::ExitInfo &why, bool permanent);
    /// The leader ended; `treeIsEmpty` when nothing else of it is left either (then treeEmpty() is not sent).
    void exited(const foghorn::ServiceId &service, const foghorn::ExitInfo &exit, bool treeIsEmpty);
    void treeEmpty(const foghorn::ServiceId &service);
    void treeListed(const foghorn::ServiceId &service, const QList<qint64> &pids);
    /// The keeper has ended after endKeeper().
    void keeperEnded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foghorn

#pragma once

#include "core/base/serviceid.h"
#include "core/model/exitinfo.h"
#include "core/model/servicespec.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <optional>

namespace foghorn {

/// Everything the keeper needs to start one service. argv[0] is looked up in the PATH of `environment` when it has no
/// slash.
struct LaunchOrder
{
    ServiceId service;
    QList<QByteArray> argv;
    QList<QByteArray>
        environment; ///< "NAME=value", complete: nothing is added but what the keeper needs to find its trees
    QByteArray workingDirectory; ///< absolute
    QByteArray user; ///< empty: ours
    QByteArray logFile; ///< absolute; opened O_APPEND|O_CREAT for stdout and stderr
    Limits limits;
    Rights rights;
    QByteArray fingerprint; ///< the orchestrator's own, to be told again in KeptTree; a safe name
};

/// One service's process tree as the keeper knows it when an orchestrator takes over.
struct KeptTree
{
    ServiceId service;
    qint64 pid = 0; ///< the leader's
    qint64 startedAtMs = 0; ///< wall clock, milliseconds since the epoch
    bool leaderAlive = false;
    bool treeEmpty = false;
    std::optional<ExitInfo> exit; ///< once the leader has ended
    qint64 exitedAtMs = 0; ///< wall clock; 0 when alive
    QByteArray fingerprint; ///< LaunchOrder's
    QByteArray note; ///< note()'s
};

/// Whom a signal goes to: the program itself, its process group (what a terminal would signal; the whole tree once the
/// program itself has ended), or every process of its tree.
enum class SignalScope { Leader, Group, Tree };

/// Whoever is the parent of all services: what the orchestrator orders of it and hears from it. All calls queue and
/// return at once; answers are signals.
class ServiceKeeper : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceKeeper)
public:
    using QObject::QObject;

    virtual void launch(const LaunchOrder &order) = 0;
    /// Tree: every process of the service's tree. SIGKILL to a Tree is repeated by the keeper until nothing is left.
    virtual void signal(const ServiceId &service, int signalNumber, SignalScope scope) = 0;
    /// The keeper no longer remembers this service; only when its tree is empty.
    virtual void forget(const ServiceId &service) = 0;
    /// The newest run's, to be told again in KeptTree; letters, digits, '.', '-' and '_'.
    virtual void note(const ServiceId &service, const QByteArray &note) = 0;
    /// The pids of a service's tree; answers with treeListed().
    virtual void listTree(const ServiceId &service) = 0;

Q_SIGNALS:
    void launched(const foghorn::ServiceId &service, qint64 pid, qint64 startedAtMs);
    /// `permanent`: trying again will not help (program not found, permission denied, working_dir missing).
    void launchFailed(const foghorn::ServiceId &service, const foghorn::ExitInfo &why, bool permanent);
    /// The leader ended; `treeIsEmpty` when nothing else of it is left either (then treeEmpty() is not sent).
    void exited(const foghorn::ServiceId &service, const foghorn::ExitInfo &exit, bool treeIsEmpty);
    /// Another process of the tree is the leader from now on (MAINPID=); the run goes on.
    void leaderChanged(const foghorn::ServiceId &service, qint64 pid);
    void treeEmpty(const foghorn::ServiceId &service);
    void treeListed(const foghorn::ServiceId &service, const QList<qint64> &pids);
};

} // namespace foghorn

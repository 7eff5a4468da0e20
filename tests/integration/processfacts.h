#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace foghorn {

/// One process for good: a pid alone may be given to another one later.
struct ProcessMark
{
    qint64 pid = 0;
    QByteArray startTime; ///< field 22 of /proc/PID/stat
    bool operator==(const ProcessMark &) const = default;
};

/// The process and everything below it, as /proc shows it now.
QList<ProcessMark> treeOf(qint64 pid);
/// Those of `marks` that still run (a zombie does not).
QList<qint64> stillRunning(const QList<ProcessMark> &marks);
/// Whether the signal was sent. A number that means more than one process (0, -1: nothing was found) or is our own or
/// our parent's is refused.
bool sendSignal(qint64 pid, int signal);
/// Processes whose command line holds `text`.
QList<qint64> processesNaming(const QByteArray &text);
/// The keeper of a state directory; 0: none runs. Never told by whose child a service is: after a keeper's end that is
/// somebody else's.
qint64 keeperOf(const QString &stateDirectory);
int descriptorCountOf(qint64 pid);
int childCountOf(qint64 pid);
/// The TCP ports on which the process listens, sorted.
QList<int> listeningPortsOf(qint64 pid);

} // namespace foghorn

#include "tests/integration/processfacts.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace foghorn {
namespace {

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Fields of /proc/PID/stat from the third on: the second is a name that may hold spaces.
QList<QByteArray> statOf(qint64 pid)
{
    const QByteArray text = procFile(pid, "stat");
    return text.mid(text.lastIndexOf(')') + 2).split(' ');
}

QList<qint64> childrenOf(qint64 pid)
{
    QList<qint64> children;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + QLatin1String("/children")));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : file.readAll().simplified().split(' ')) {
            if (!child.isEmpty())
                children.append(child.toLongLong());
        }
    }
    return children;
}

QByteArray startTimeOf(qint64 pid) { return statOf(pid).value(19); }

} // namespace

QList<ProcessMark> treeOf(qint64 pid)
{
    QList<ProcessMark> found{{pid, startTimeOf(pid)}};
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (const qint64 child : childrenOf(found[i].pid))
            found.append({child, startTimeOf(child)});
    }
    return found;
}

QList<qint64> stillRunning(const QList<ProcessMark> &marks)
{
    QList<qint64> running;
    for (const ProcessMark &mark : marks) {
        const QList<QByteArray> stat = statOf(mark.pid);
        if (stat.size() > 19 && stat[19] == mark.startTime && stat[0] != "Z")
            running.append(mark.pid);
    }
    return running;
}

bool sendSignal(qint64 pid, int signal)
{
    const auto number = static_cast<pid_t>(pid);
    return number == pid && number > 1 && number != ::getpid() && number != ::getppid() && ::kill(number, signal) == 0;
}

QList<qint64> processesNaming(const QByteArray &text)
{
    QList<qint64> found;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isPid = false;
        const qint64 pid = name.toLongLong(&isPid);
        if (isPid && procFile(pid, "cmdline").contains(text))
            found.append(pid);
    }
    return found;
}

qint64 keeperOf(const QString &stateDirectory)
{
    const QList<qint64> ofDirectory = processesNaming(stateDirectory.toLocal8Bit());
    for (const qint64 pid : processesNaming("foghorn-keeper")) {
        if (ofDirectory.contains(pid))
            return pid;
    }
    return 0;
}

int descriptorCountOf(qint64 pid)
{
    return static_cast<int>(QDir(QStringLiteral("/proc/%1/fd").arg(pid))
                                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                                .size());
}

QList<int> listeningPortsOf(qint64 pid)
{
    QSet<QByteArray> sockets;
    const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(pid));
    for (const QString &descriptor : descriptors.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)) {
        const QByteArray target = QFile::symLinkTarget(descriptors.filePath(descriptor)).toLatin1();
        const qsizetype at = target.indexOf("socket:[");
        if (at >= 0)
            sockets.insert(target.mid(at + 8).chopped(1));
    }
    QList<int> ports;
    for (const char *table : {"net/tcp", "net/tcp6"}) {
        for (const QByteArray &line : procFile(pid, table).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            constexpr int inode = 9;
            if (fields.size() > inode && fields[3] == "0A" && sockets.contains(fields[inode]))
                ports.append(fields[1].mid(fields[1].lastIndexOf(':') + 1).toInt(nullptr, 16));
        }
    }
    std::sort(ports.begin(), ports.end());
    return ports;
}

int childCountOf(qint64 pid) { return static_cast<int>(childrenOf(pid).size()); }

} // namespace foghorn

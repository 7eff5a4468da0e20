#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

namespace foghorn::test {

/// One process as /proc tells of it.
struct ProcessLine
{
    qint64 pid = 0;
    qint64 parent = 0;
    char state = '?'; ///< 'R', 'S', 'D', 'Z' (zombie), …
    QByteArray name;
};

/// Nothing (pid 0) when it is gone.
inline ProcessLine processLine(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // "pid (name) state parent …"; the name may hold anything, also ") "
    const QByteArray line = file.readAll();
    const qsizetype open = line.indexOf('(');
    const qsizetype close = line.lastIndexOf(')');
    if (open < 0 || close < open)
        return {};
    const QList<QByteArray> rest = line.mid(close + 2).split(' ');
    if (rest.size() < 2 || rest.at(0).isEmpty())
        return {};
    return {pid, rest.at(1).toLongLong(), rest.at(0).front(), line.mid(open + 1, close - open - 1)};
}

inline QList<ProcessLine> allProcesses()
{
    QList<ProcessLine> found;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        bool isPid = false;
        const qint64 pid = entry.toLongLong(&isPid);
        const ProcessLine line = isPid ? processLine(pid) : ProcessLine{};
        if (line.pid != 0)
            found.append(line);
    }
    return found;
}

/// Direct children of `parent` (zombies too).
inline QList<ProcessLine> childrenOf(qint64 parent)
{
    QList<ProcessLine> found = allProcesses();
    found.removeIf([parent](const ProcessLine &line) { return line.parent != parent; });
    return found;
}

inline qsizetype zombiesOf(qint64 parent)
{
    QList<ProcessLine> found = childrenOf(parent);
    found.removeIf([](const ProcessLine &line) { return line.state != 'Z'; });
    return found.size();
}

/// Open file descriptors; the one that reads the list is not counted.
inline qsizetype descriptorsOf(qint64 pid)
{
    const bool isSelf = QFile::symLinkTarget(QStringLiteral("/proc/self")) == QStringLiteral("/proc/%1").arg(pid);
    const auto filter = QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot;
    return QDir(QStringLiteral("/proc/%1/fd").arg(pid)).entryList(filter).size() - (isSelf ? 1 : 0);
}

} // namespace foghorn::test

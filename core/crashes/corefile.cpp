#include "core/crashes/corefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace foghorn {
namespace {

QString firstLineOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readLine().trimmed()) : QString();
}

/// `name` with pid and signal filled in and a star for all that is not known here (name, time, host, …).
QString wildcardOf(const QString &name, const RunEnd &end)
{
    QString out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name.at(i) != u'%' || i + 1 == name.size()) {
            // What a pattern says literally must not be taken for a wildcard.
            const bool isSpecial = QStringView(u"*?[").contains(name.at(i));
            out += isSpecial ? QString(u'[' + QString(name.at(i)) + u']') : QString(name.at(i));
            continue;
        }
        const QChar what = name.at(++i);
        if (what == u'%')
            out += u'%';
        else if (what == u'p' || what == u'P')
            out += what == u'p' ? QString::number(end.pid) : QStringLiteral("*"); // P: in the first pid namespace
        else if (what == u's')
            out += QString::number(end.exit.signal);
        else
            out += u'*';
    }
    return out;
}

} // namespace

CorePattern CorePattern::read()
{
    return {firstLineOf(QStringLiteral("/proc/sys/kernel/core_pattern")),
        firstLineOf(QStringLiteral("/proc/sys/kernel/core_uses_pid")) == u"1"};
}

QString CorePattern::handler() const
{
    return pattern.startsWith(u'|') ? pattern.mid(1).section(u' ', 0, 0) : QString();
}

std::optional<CoreFile> findCore(const CorePattern &pattern, const RunEnd &end, const QString &directory)
{
    if (!end.exit.coreDumped || pattern.pattern.isEmpty() || !pattern.handler().isEmpty())
        return std::nullopt;
    const qsizetype slash = pattern.pattern.lastIndexOf(u'/');
    const QString folder = pattern.pattern.left(std::max<qsizetype>(slash, 0));
    if (folder.contains(u'%'))
        return std::nullopt; // a directory for each program: which one is not known here
    QString name = wildcardOf(pattern.pattern.mid(slash + 1), end);
    const bool hasPid = pattern.pattern.contains(QStringLiteral("%p"));
    if (pattern.addsPid && !hasPid)
        name += u'.' + QString::number(end.pid);
    const QDir place(slash == 0 ? QStringLiteral("/") : QDir(directory).absoluteFilePath(folder));
    const QFileInfoList found =
        place.entryInfoList({name}, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Time); // newest first
    if (found.isEmpty())
        return std::nullopt;
    const qint64 changedAt = found.first().lastModified().toMSecsSinceEpoch();
    constexpr qint64 coarse = 2000; // file times are not as fine as ours
    if (end.startedAt && changedAt + coarse < end.startedAt->time_since_epoch().count())
        return std::nullopt;
    return CoreFile{found.first().absoluteFilePath(), found.first().size()};
}

} // namespace foghorn

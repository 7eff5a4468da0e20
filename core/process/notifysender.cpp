#include "core/process/notifysender.h"

#include <QByteArray>
#include <QFile>
#include <QList>

namespace foghorn {
namespace {

constexpr int generationLimit = 64;

struct Descent
{
    qint64 parent = 0;
    qint64 session = 0;
};

/// Fields 4 and 6 of /proc/<pid>/stat. The program's name in field 2 may hold anything, also ')' and spaces: count from
/// the last ')'.
std::optional<Descent> descentOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    const QByteArray stat = file.read(1024);
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 4)
        return std::nullopt;
    return Descent{fields.at(1).toLongLong(), fields.at(3).toLongLong()};
}

} // namespace

std::optional<ServiceId> serviceOf(qint64 pid, const Leaders &leaders)
{
    for (int generation = 0; pid > 1 && generation < generationLimit; ++generation) {
        if (const auto leader = leaders.constFind(pid); leader != leaders.cend())
            return *leader;
        const auto descent = descentOf(pid);
        if (!descent)
            return std::nullopt;
        if (const auto leader = leaders.constFind(descent->session); leader != leaders.cend())
            return *leader;
        pid = descent->parent;
    }
    return std::nullopt;
}

} // namespace foghorn

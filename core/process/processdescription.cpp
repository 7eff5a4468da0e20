#include "core/process/processdescription.h"

#include "core/keeper/processtable.h"
#include "core/keeper/smallfile.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace foghorn {
namespace {

constexpr std::size_t longestCommand = 512;

QString commandOf(qint64 pid)
{
    const std::string folder = "/proc/" + std::to_string(pid);
    std::string line = keeper::readSmallFile(AT_FDCWD, (folder + "/cmdline").c_str(), longestCommand);
    while (!line.empty() && line.back() == '\0')
        line.pop_back();
    std::replace(line.begin(), line.end(), '\0', ' ');
    if (!line.empty())
        return QString::fromStdString(line);
    std::string name = keeper::readSmallFile(AT_FDCWD, (folder + "/comm").c_str());
    while (!name.empty() && name.back() == '\n')
        name.pop_back();
    return QLatin1Char('[') + QString::fromStdString(name) + QLatin1Char(']');
}

} // namespace

QList<LingeringProcess> describeProcesses(const QList<qint64> &pids)
{
    const Now now = Now::read();
    const auto ticksPerSecond = static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    const std::uint64_t ticksNow = keeper::ticksNow();
    QList<LingeringProcess> processes;
    for (const qint64 pid : pids) {
        const auto process = keeper::readProcess(static_cast<pid_t>(pid));
        if (!process || process->isDead())
            continue;
        // To the second: the two clocks are not read at once, and an answer must not differ from the one before.
        const std::uint64_t age = (ticksNow - std::min(process->startTicks, ticksNow)) / ticksPerSecond;
        const auto second = std::chrono::floor<std::chrono::seconds>(now.wall) - std::chrono::seconds(age);
        processes.append({pid, commandOf(pid), WallTime(second)});
    }
    return processes;
}

} // namespace foghorn

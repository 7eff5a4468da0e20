#include "core/process/resourcesampler.h"

#include "core/keeper/descriptor.h"
#include "core/keeper/processtable.h"
#include "core/process/processuse.h"

#include <QThread>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace foghorn {
namespace {

// A look may cost this part of a core.
constexpr int costShare = 1000;
// Many services start at once.
constexpr std::chrono::milliseconds gatherTime{500};

std::chrono::nanoseconds threadTime()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

struct CloseDirectory
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

using Path = std::array<char, 32>;

/// "PID/file", below /proc.
Path pathOf(pid_t pid, const char *file)
{
    Path path{};
    char *end = std::to_chars(path.data(), path.data() + 16, pid).ptr;
    *end++ = '/';
    std::strncpy(end, file, 8);
    return path;
}

std::optional<ProcessUse> readUse(int proc, pid_t pid)
{
    const keeper::Descriptor file(::openat(proc, pathOf(pid, "stat").data(), O_RDONLY | O_CLOEXEC));
    std::array<char, 1024> text{};
    const ssize_t size = file.isOpen() ? ::read(file.get(), text.data(), text.size()) : -1;
    if (size <= 0)
        return std::nullopt;
    return parseProcessUse(std::string_view(text.data(), static_cast<std::size_t>(size)));
}

int countDescriptors(int proc, pid_t pid)
{
    const Path path = pathOf(pid, "fd");
    struct stat status = {};
    if (::fstatat(proc, path.data(), &status, 0) == 0 && status.st_size > 0)
        return static_cast<int>(status.st_size);
    const int folder = ::openat(proc, path.data(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const Directory directory(folder < 0 ? nullptr : ::fdopendir(folder));
    int count = 0;
    while (const dirent *entry = directory ? ::readdir(directory.get()) : nullptr)
        count += entry->d_name[0] == '.' ? 0 : 1;
    return count;
}

} // namespace

/// What one look leaves for the next.
class ResourceSampler::Look
{
public:
    QHash<ServiceId, ResourceUse> take(const QHash<ServiceId, qint64> &leaders);

private:
    CpuMeter m_cpu;
    QHash<ServiceId, std::uint64_t> m_ticks; ///< that a service has used in all looks
};

QHash<ServiceId, ResourceUse> ResourceSampler::Look::take(const QHash<ServiceId, qint64> &leaders)
{
    QHash<ServiceId, ResourceUse> uses;
    const Directory directory(::opendir("/proc"));
    if (!directory)
        return uses;
    const int proc = ::dirfd(directory.get());
    std::vector<ProcessUse> processes;
    while (const dirent *entry = ::readdir(directory.get())) {
        pid_t pid = 0;
        const char *end = entry->d_name + std::strlen(entry->d_name);
        if (std::from_chars(entry->d_name, end, pid).ptr != end)
            continue;
        if (const auto use = readUse(proc, pid))
            processes.push_back(*use);
    }
    const auto pageSize = static_cast<qint64>(::sysconf(_SC_PAGESIZE));
    const std::vector<const ServiceId *> owners = ownersOf(processes, leaders);
    m_cpu.begin(keeper::ticksNow());
    for (std::size_t i = 0; i < processes.size(); ++i) {
        if (!owners[i])
            continue;
        ResourceUse &use = uses[*owners[i]];
        use.cpuPercent += m_cpu.percentOf(processes[i]);
        m_ticks[*owners[i]] += m_cpu.newTicksOf(processes[i]);
        use.memory += processes[i].residentPages * pageSize;
        use.processes += 1;
        use.threads += processes[i].threads;
        use.descriptors += countDescriptors(proc, processes[i].pid);
    }
    m_cpu.end();
    const auto ticksASecond = static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    for (auto use = uses.begin(); use != uses.end(); ++use)
        use->cpuTime = std::chrono::milliseconds(m_ticks.value(use.key()) * 1000 / ticksASecond);
    return uses;
}

ResourceSampler::ResourceSampler(QObject *parent)
    : QObject(parent)
    , m_look(std::make_shared<Look>())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ResourceSampler::look);
}

// The job's answer is posted to this object, so it must be over before; it takes milliseconds.
ResourceSampler::~ResourceSampler() { m_pool.waitForDone(); }

void ResourceSampler::setLeaders(const QHash<ServiceId, qint64> &leaders)
{
    const bool wasEmpty = std::exchange(m_leaders, leaders).isEmpty();
    follow(wasEmpty, std::chrono::milliseconds(0));
}

void ResourceSampler::setLeader(const ServiceId &service, qint64 pid)
{
    const bool wasEmpty = m_leaders.isEmpty();
    if (pid > 0)
        m_leaders.insert(service, pid);
    else
        m_leaders.remove(service);
    follow(wasEmpty, gatherTime);
}

void ResourceSampler::follow(bool wasEmpty, std::chrono::milliseconds delay)
{
    if (m_leaders.isEmpty())
        m_timer.stop();
    else if (wasEmpty && !m_isLooking)
        m_timer.start(delay);
}

void ResourceSampler::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    if (m_timer.isActive() && m_timer.remainingTimeAsDuration() > interval)
        m_timer.start(interval);
}

void ResourceSampler::look()
{
    m_isLooking = true;
    m_pool.start([this, look = m_look, leaders = m_leaders] {
        const std::chrono::nanoseconds begin = threadTime();
        QHash<ServiceId, ResourceUse> uses = look->take(leaders);
        const std::chrono::nanoseconds cost = threadTime() - begin;
        QMetaObject::invokeMethod(
            this, [this, uses = std::move(uses), leaders, cost] { onLooked(uses, leaders, cost); },
            Qt::QueuedConnection);
    });
}

void ResourceSampler::onLooked(
    QHash<ServiceId, ResourceUse> uses, const QHash<ServiceId, qint64> &lookedAt, std::chrono::nanoseconds cost)
{
    m_isLooking = false;
    m_lastCost = cost;
    if (m_leaders.isEmpty())
        return;
    const auto rare = std::chrono::duration_cast<std::chrono::milliseconds>(cost * costShare);
    m_timer.start(std::max(m_interval, rare));
    uses.removeIf([this, &lookedAt](const QHash<ServiceId, ResourceUse>::iterator &use) {
        return m_leaders.value(use.key()) != lookedAt.value(use.key());
    });
    Q_EMIT sampled(uses);
}

} // namespace foghorn

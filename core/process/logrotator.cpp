#include "core/process/logrotator.h"

#include "core/process/watchedlog.h"

#include <algorithm>
#include <ctime>
#include <optional>
#include <utility>

namespace foghorn {
namespace {

constexpr std::chrono::milliseconds soonest{20};
constexpr std::chrono::milliseconds usual{1000};
constexpr std::chrono::milliseconds latest{10'000};
constexpr int leastShare = 1000; ///< of a core

std::chrono::nanoseconds threadTime()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

struct LogRotator::News
{
    QList<QPair<ServiceId, QString>> notices;
    std::chrono::milliseconds next{usual};
};

class LogRotator::Worker
{
public:
    void setLogs(const QHash<ServiceId, Log> &logs);
    News look(const QHash<ServiceId, qint64> &leaders);

private:
    QHash<ServiceId, std::shared_ptr<WatchedLog>> m_watched;
};

void LogRotator::Worker::setLogs(const QHash<ServiceId, Log> &logs)
{
    QHash<ServiceId, std::shared_ptr<WatchedLog>> watched;
    watched.reserve(logs.size());
    for (auto log = logs.cbegin(); log != logs.cend(); ++log) {
        std::shared_ptr<WatchedLog> known = m_watched.value(log.key());
        if (!known || known->path() != log->path)
            known = std::make_shared<WatchedLog>(log->path, log->policy);
        known->setPolicy(log->policy);
        watched.insert(log.key(), known);
    }
    m_watched = watched;
}

LogRotator::News LogRotator::Worker::look(const QHash<ServiceId, qint64> &leaders)
{
    const std::chrono::nanoseconds before = threadTime();
    const MonoTime now = std::chrono::steady_clock::now();
    News news;
    MonoTime next = now + usual;
    for (auto watched = m_watched.cbegin(); watched != m_watched.cend(); ++watched) {
        if (watched.value()->due() <= now) {
            const QString notice = watched.value()->look(leaders.value(watched.key()));
            if (!notice.isEmpty())
                news.notices.append({watched.key(), notice});
        }
        next = std::min(next, watched.value()->due());
    }
    const auto fair = std::chrono::duration_cast<std::chrono::milliseconds>((threadTime() - before) * leastShare);
    const auto wanted = std::chrono::ceil<std::chrono::milliseconds>(next - std::chrono::steady_clock::now());
    // A flood is worth its cost: it may fill the disk.
    news.next = wanted < usual / 2 ? std::max(wanted, soonest) : std::clamp(fair, usual, latest);
    return news;
}

LogRotator::LogRotator(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_shared<Worker>())
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogRotator::look);
}

LogRotator::~LogRotator() { m_pool.waitForDone(); }

void LogRotator::setLogs(const QHash<ServiceId, Log> &logs)
{
    if (logs == m_logs)
        return;
    m_logs = logs;
    m_hasNewLogs = true;
    if (!m_isLooking)
        m_timer.start(0);
}

void LogRotator::look()
{
    m_isLooking = true;
    const auto logs = std::exchange(m_hasNewLogs, false) ? std::make_optional(m_logs) : std::nullopt;
    m_pool.start([this, logs, leaders = m_leaders, worker = m_worker] {
        if (logs)
            worker->setLogs(*logs);
        const News news = worker->look(leaders);
        QMetaObject::invokeMethod(
            this, [this, news] { onLooked(news); }, Qt::QueuedConnection);
    });
}

void LogRotator::onLooked(const News &news)
{
    m_isLooking = false;
    m_timer.start(m_hasNewLogs ? std::chrono::milliseconds(0) : news.next);
    for (const auto &[service, message] : news.notices)
        Q_EMIT noticed(service, message);
}

} // namespace foghorn

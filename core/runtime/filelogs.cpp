#include "core/runtime/filelogs.h"

#include "core/process/logfile.h"
#include "core/process/logreader.h"
#include "core/registry/serviceregistry.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <vector>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto betweenRounds = 200ms;
constexpr qsizetype mostKeptOpen = 64; ///< descriptors for logs
constexpr qint64 mostBytesAtFirst = 24 * 1024 * 1024; ///< of all logs together
constexpr qint64 mostBytesARound = 2 * 1024 * 1024; ///< likewise; what one round may bring
constexpr qint64 leastBytes = 32 * 1024; ///< of each log

/// The readers of one stream; used by one worker at a time.
struct Followed
{
    struct Log
    {
        ServiceId service;
        LogReader reader;
        WallTime last{}; ///< the time of its last line
        WallTime latest{}; ///< of all its lines: clocks are set back
        bool isFaulty = false;
    };
    std::vector<Log> logs;
    qsizetype tail = 0;
    bool isBegun = false;

    /// A line and its place among those of others; that of one service never goes back.
    using Placed = std::pair<WallTime, LogLine>;

    LogNews round();
    void take(Log &log, const LogReader::News &read, LogNews &news, std::vector<Placed> &lines) const;
};

/// The time of lines before the first dated one: at that one's latest, else at the file's last change.
WallTime beginningOf(const Followed::Log &log, const LogReader::News &read)
{
    for (const LogReader::Line &line : read.lines) {
        if (const std::optional<WallTime> at = timeOfLine(line.text))
            return *at;
    }
    const QDateTime changed = QFileInfo(log.reader.path()).lastModified();
    return changed.isValid() ? WallTime(std::chrono::milliseconds(changed.toMSecsSinceEpoch())) : Now::read().wall;
}

void Followed::take(Log &log, const LogReader::News &read, LogNews &news, std::vector<Placed> &lines) const
{
    // A line without a time belongs to the one before it, or was written now.
    log.last = isBegun ? std::max(log.last, Now::read().wall - betweenRounds) : beginningOf(log, read);
    for (const LogReader::Line &line : read.lines) {
        const std::optional<WallTime> at = timeOfLine(line.text);
        if (at)
            log.last = *at;
        log.latest = std::max(log.latest, log.last);
        lines.emplace_back(log.latest, LogLine{log.service, log.last, at.has_value(), line.isCut, line.text});
    }
    if (read.beganAnew)
        news.begunAnew.append(log.service);
    if (log.isFaulty != !read.fault.isEmpty())
        news.faults.insert(log.service, read.fault);
    log.isFaulty = !read.fault.isEmpty();
    if (read.hasOlder)
        news.older.insert(log.service, log.reader.path());
    news.skippedBytes += read.skippedBytes;
}

LogNews Followed::round()
{
    LogNews news;
    std::vector<Placed> lines;
    news.isFirst = !isBegun;
    const auto count = std::max<qint64>(1, static_cast<qint64>(logs.size()));
    const qint64 share = std::max(leastBytes, (isBegun ? mostBytesARound : mostBytesAtFirst) / count);
    for (Log &log : logs)
        take(log, isBegun ? log.reader.read(share) : log.reader.begin(tail, share), news, lines);
    isBegun = true;
    if (logs.size() > 1)
        std::stable_sort(lines.begin(), lines.end(),
            [](const Placed &left, const Placed &right) { return left.first < right.first; });
    news.lines.reserve(static_cast<qsizetype>(lines.size()));
    for (Placed &line : lines)
        news.lines.append(std::move(line.second));
    return news;
}

class FileStream final : public LogStream
{
public:
    explicit FileStream(std::shared_ptr<Followed> followed)
        : m_followed(std::move(followed))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(betweenRounds);
        connect(&m_timer, &QTimer::timeout, this, &FileStream::startRound);
        connect(&m_watcher, &QFutureWatcher<LogNews>::finished, this, &FileStream::onRoundDone);
        startRound();
    }

    void setPaused(bool paused) override
    {
        m_isPaused = paused;
        if (paused)
            m_timer.stop();
        else if (!m_isReading)
            startRound();
    }

private:
    void startRound()
    {
        m_isReading = true;
        auto promise = std::make_shared<QPromise<LogNews>>();
        promise->start();
        m_watcher.setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, followed = m_followed] {
            promise->addResult(followed->round());
            promise->finish();
        });
    }
    void onRoundDone()
    {
        m_isReading = false;
        if (!m_isPaused)
            m_timer.start();
        const LogNews news = m_watcher.result();
        if (news.isFirst || !news.lines.isEmpty() || !news.begunAnew.isEmpty() || !news.faults.isEmpty()
            || news.skippedBytes > 0)
            Q_EMIT arrived(news);
    }

    std::shared_ptr<Followed> m_followed; ///< the worker of the last round may hold it for longer than we live
    QFutureWatcher<LogNews> m_watcher;
    QTimer m_timer;
    bool m_isPaused = false;
    bool m_isReading = false;
};

} // namespace

std::unique_ptr<LogStream> FileLogs::follow(const QList<ServiceId> &services, qsizetype tail)
{
    auto followed = std::make_shared<Followed>();
    followed->tail = tail;
    for (const ServiceId &service : services) {
        const QString path = placeOf(service);
        if (!path.isEmpty())
            followed->logs.push_back({service, LogReader(path, services.size() <= mostKeptOpen), {}, {}, false});
    }
    return std::make_unique<FileStream>(followed);
}

QString FileLogs::placeOf(const ServiceId &service) const
{
    const RegistryEntry *entry = m_registry.find(service);
    return entry ? entry->info.logFile : QString();
}

} // namespace foghorn

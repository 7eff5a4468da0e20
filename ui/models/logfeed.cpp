#include "ui/models/logfeed.h"

#include "ui/models/logmodel.h"
#include "ui/style/wording.h"

#include <QLocale>

#include <algorithm>

namespace foghorn {

namespace {

constexpr std::size_t slice = 2000; ///< lines a turn of the loop

qsizetype tailFor(qsizetype services, std::size_t capacity)
{
    const auto all = static_cast<qsizetype>(capacity);
    constexpr qsizetype least = 50;
    return std::clamp(all / std::max<qsizetype>(1, services), least, LogFeed::mostOldLines);
}

} // namespace

LogFeed::LogFeed(ServiceLogs &logs, LogModel &model, QObject *parent)
    : QObject(parent)
    , m_logs(logs)
    , m_model(model)
{
    m_mover.setInterval(0);
    connect(&m_mover, &QTimer::timeout, this, &LogFeed::moveSome);
}

LogFeed::~LogFeed() = default;

void LogFeed::follow(const QList<ServiceId> &services)
{
    if (services == m_services && m_stream)
        return;
    m_services = services;
    m_stream.reset();
    m_waiting.clear();
    m_levels.clear();
    m_latest.clear();
    m_faults.clear();
    m_older.clear();
    m_model.clear();
    m_isPaused = false;
    m_isLoading = !services.isEmpty();
    if (m_isLoading) {
        m_stream = m_logs.follow(services, tailFor(services.size(), m_model.capacity()));
        connect(m_stream.get(), &LogStream::arrived, this, &LogFeed::take);
        m_stream->setPaused(m_isHidden);
    }
    Q_EMIT changed();
}

void LogFeed::setHidden(bool hidden)
{
    m_isHidden = hidden;
    if (m_stream)
        m_stream->setPaused(hidden);
}

void LogFeed::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_isPaused = paused;
    if (paused) {
        m_mover.stop();
        m_pausedAt = Now::read().wall;
    } else {
        if (!m_waiting.empty()) {
            const QString time = Wording::age(Now::read().wall - m_pausedAt);
            addNote({}, tr("Paused here for %1", "%1 is a time like 12 s").arg(time));
        }
        m_mover.start();
    }
    Q_EMIT changed();
}

void LogFeed::take(const LogNews &news)
{
    m_isLoading = m_isLoading && !news.isFirst;
    for (auto fault = news.faults.begin(); fault != news.faults.end(); ++fault) {
        if (fault.value().isEmpty())
            m_faults.remove(fault.key());
        else
            m_faults.insert(fault.key(), fault.value());
    }
    if (news.isFirst)
        m_older = news.older;
    for (const ServiceId &service : news.begunAnew)
        addNote(service, tr("The log of %1 begins anew here").arg(service));
    if (news.skippedBytes > 0)
        addNote({},
            tr("%1 left out: more was written than can be read").arg(QLocale().formattedDataSize(news.skippedBytes)));
    m_waiting.insert(m_waiting.end(), news.lines.begin(), news.lines.end());
    if (m_waiting.size() > m_model.capacity()) // more than are ever kept
        m_waiting.erase(m_waiting.begin(), m_waiting.end() - static_cast<std::ptrdiff_t>(m_model.capacity()));
    if (!m_isPaused && !m_waiting.empty())
        m_mover.start();
    Q_EMIT changed();
}

void LogFeed::moveSome()
{
    const std::size_t count = std::min(slice, m_waiting.size());
    std::vector<LogEntry> entries;
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const LogLine &line = m_waiting[i];
        const auto before = m_levels.constFind(line.service);
        entries.push_back(entryOf(line, before == m_levels.constEnd() ? std::nullopt : std::optional(*before)));
        m_levels.insert(line.service, entries.back().level);
        WallTime &latest = m_latest[line.service];
        entries.back().order = latest = std::max(latest, line.at);
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
    m_model.append(std::move(entries));
    if (m_waiting.empty())
        m_mover.stop();
    Q_EMIT changed();
}

void LogFeed::addNote(const ServiceId &service, const QString &text)
{
    LogEntry note;
    note.kind = LogEntry::Kind::Note;
    note.service = service;
    note.at = m_model.rowCount() > 0 ? m_model.entry(m_model.rowCount() - 1).at : Now::read().wall;
    note.order = m_model.rowCount() > 0 ? m_model.entry(m_model.rowCount() - 1).order : note.at;
    note.level = LogLevel::Error; // never filtered away by level
    note.text = text;
    std::vector<LogEntry> entries;
    entries.push_back(std::move(note));
    m_model.append(std::move(entries));
}

} // namespace foghorn

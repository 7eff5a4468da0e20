#include "core/client/remotelogstream.h"

#include "core/client/outcomes.h"

#include <algorithm>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto interval = 1'000ms;
constexpr qsizetype mostLines = 2000; ///< that may come between two looks without one being missed

/// The time a line begins with; nothing when it begins otherwise.
std::optional<WallTime> timeAtFront(const QByteArray &line)
{
    const qsizetype end = std::min(line.indexOf(' ') < 0 ? line.size() : line.indexOf(' '), qsizetype(40));
    return fromRfc3339(QByteArrayView(line).first(end));
}

} // namespace

RemoteLogStream::RemoteLogStream(ApiClient &client, const QList<ServiceId> &services, qsizetype tail)
    : m_client(client)
    , m_tail(std::clamp<qsizetype>(tail, 1, mostLines))
{
    for (const ServiceId &service : services)
        m_readings.append({service, {}, {}, {}, {}, true});
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(0); });
    m_pause.start(0ms); // the caller still has to listen
}
RemoteLogStream::~RemoteLogStream() = default;

void RemoteLogStream::setPaused(bool paused)
{
    m_isPaused = paused;
    if (paused)
        m_pause.stop();
    else if (!m_isAsking && !m_pause.isActive())
        m_pause.start(0ms);
}

void RemoteLogStream::ask(qsizetype index)
{
    m_isAsking = true;
    if (index >= m_readings.size())
        return endRound();
    const Reading &reading = m_readings.at(index);
    m_client.get(ApiClient::apiPath(QStringLiteral("service/%1/logs").arg(reading.service)),
        {{QStringLiteral("tail"), QString::number(mostLines)}}, reading.etag, this,
        [this, index](const Result<ApiAnswer> &answer) {
            take(m_readings[index], answer);
            ask(index + 1);
        });
}

void RemoteLogStream::take(Reading &reading, const Result<ApiAnswer> &answer)
{
    if (answer && answer.value().isUnchanged())
        return;
    if (!answer || !answer.value().isSuccess())
        return tellFault(reading, whyNotAnswered(answer));
    tellFault(reading, {});
    reading.etag = answer.value().etag;
    takeLines(reading, answer.value().body);
}

void RemoteLogStream::takeLines(Reading &reading, const QByteArray &text)
{
    LogTail::News news = reading.tail.take(text);
    if (std::exchange(reading.isFirst, false) && news.lines.size() > m_tail)
        news.lines = news.lines.mid(news.lines.size() - m_tail);
    if (news.hasGap)
        m_news.begunAnew.append(reading.service);
    const WallTime now = Now::read().wall;
    for (const QByteArray &line : std::as_const(news.lines)) {
        const std::optional<WallTime> time = timeAtFront(line);
        if (time)
            reading.lastTime = *time;
        else if (reading.lastTime == WallTime{})
            reading.lastTime = now;
        m_news.lines.append({reading.service, reading.lastTime, time.has_value(), false, line});
    }
}

void RemoteLogStream::tellFault(Reading &reading, const QString &fault)
{
    if (reading.fault == fault)
        return;
    reading.fault = fault;
    m_news.faults.insert(reading.service, fault);
}

void RemoteLogStream::endRound()
{
    m_isAsking = false;
    LogNews news = std::exchange(m_news, {});
    news.isFirst = std::exchange(m_isFirstRound, false);
    std::stable_sort(
        news.lines.begin(), news.lines.end(), [](const LogLine &a, const LogLine &b) { return a.at < b.at; });
    if (!m_isPaused)
        m_pause.start(interval);
    if (news.isFirst || !news.lines.isEmpty() || !news.begunAnew.isEmpty() || !news.faults.isEmpty())
        Q_EMIT arrived(news);
}

} // namespace foghorn

#include "core/client/eventfeed.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QUrlQuery>

#include <algorithm>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto shortestWait = 250ms;
constexpr auto longestWait = 10'000ms;
constexpr auto pingInterval = 20'000ms; ///< two without an answer: gone

bool isFinal(const QString &reason)
{
    return reason.contains(QLatin1String("code: 401")) || reason.contains(QLatin1String("code: 403"))
        || reason.contains(QLatin1String("code: 404"));
}

} // namespace

EventFeed::EventFeed(ApiTarget target, QByteArray program, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_program(std::move(program))
    , m_wait(shortestWait)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_retry.setSingleShot(true);
    m_watch.setInterval(pingInterval);
    connect(&m_retry, &QTimer::timeout, this, &EventFeed::open);
    connect(&m_watch, &QTimer::timeout, this, &EventFeed::onWatch);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &EventFeed::onText);
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_isHeard = true; });
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        m_saidLost = false;
        m_wait = shortestWait;
        m_isHeard = true;
        m_watch.start();
        Q_EMIT connected();
    });
    // queued: QWebSocket still works on its end when it says so
    connect(&m_socket, &QWebSocket::stateChanged, this, &EventFeed::onGone, Qt::QueuedConnection);
}

EventFeed::~EventFeed() { m_socket.disconnect(this); }

void EventFeed::follow(qint64 after)
{
    m_lastId = after;
    open();
}

void EventFeed::open()
{
    QUrl url = m_target.url;
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/api/orchestration/events/stream"));
    url.setQuery(QUrlQuery{{QStringLiteral("after"), QString::number(m_lastId)}});
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", m_program);
    if (!m_target.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_target.token);
    m_socket.open(request);
}

void EventFeed::onText(const QString &text)
{
    m_isHeard = true;
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonValue type = message[u"type"];
    if (type == QLatin1String("event")) {
        m_lastId = message[u"id"].toInteger(m_lastId);
        Q_EMIT happened(message);
    } else if (type == QLatin1String("snapshot")) { // it could not resume
        const qint64 known = std::exchange(m_lastId, message[u"last_event_id"].toInteger());
        Q_EMIT missed(known, m_lastId);
    }
}

void EventFeed::onGone()
{
    if (m_retry.isActive() || m_socket.state() != QAbstractSocket::UnconnectedState)
        return; // the second word about the same end
    m_watch.stop();
    const bool wasOpen = std::exchange(m_isOpen, false);
    const QString reason = m_socket.closeReason().isEmpty() ? m_socket.errorString() : m_socket.closeReason();
    if (!wasOpen && isFinal(reason)) {
        Q_EMIT refused(reason);
        return;
    }
    m_retry.start(m_wait);
    m_wait = std::min<std::chrono::milliseconds>(m_wait * 2, longestWait);
    if (!std::exchange(m_saidLost, true))
        Q_EMIT lost(reason);
}

void EventFeed::onWatch()
{
    if (!std::exchange(m_isHeard, false))
        return m_socket.abort();
    m_socket.ping();
}

} // namespace foghorn

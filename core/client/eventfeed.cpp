#include "core/client/eventfeed.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto shortestWait = 250ms;
constexpr auto longestWait = 10'000ms;
constexpr auto pingInterval = 5'000ms;
constexpr auto longestSilence = 30'000ms; ///< then it is gone

bool isFinal(const QString &reason)
{
    return reason.contains(QLatin1String("code: 401")) || reason.contains(QLatin1String("code: 403"))
        || reason.contains(QLatin1String("code: 404"));
}

/// So that a hundred windows do not all come back at once.
std::chrono::milliseconds withJitter(std::chrono::milliseconds wait)
{
    return std::chrono::milliseconds(
        std::llround(static_cast<double>(wait.count()) * (0.75 + QRandomGenerator::global()->generateDouble() / 2)));
}

} // namespace

EventFeed::EventFeed(ApiTarget target, QByteArray program, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_program(std::move(program))
    , m_wait(shortestWait)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    if (m_target.hasOwnTls())
        m_socket.setSslConfiguration(m_target.tls());
    m_retry.setSingleShot(true);
    m_watch.setInterval(pingInterval);
    connect(&m_retry, &QTimer::timeout, this, &EventFeed::open);
    connect(&m_watch, &QTimer::timeout, this, &EventFeed::onWatch);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &EventFeed::onText);
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_heardAt = std::chrono::steady_clock::now(); });
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        m_saidLost = false;
        m_heardAt = std::chrono::steady_clock::now();
        m_watch.start();
        Q_EMIT connected();
    });
    connect(&m_socket, &QWebSocket::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_tlsTrouble = tlsTroubleOf(m_target.url.host(), errors); });
    // queued: QWebSocket still works on its end when it says so
    connect(&m_socket, &QWebSocket::stateChanged, this, &EventFeed::onGone, Qt::QueuedConnection);
}

EventFeed::~EventFeed() { m_socket.disconnect(this); }

void EventFeed::follow(qint64 after)
{
    m_lastId = after;
    open();
}

void EventFeed::followEverything()
{
    m_wantsEverything = true;
    open();
}

void EventFeed::tryNow()
{
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    m_isStopped = false;
    m_retry.stop();
    open();
}

void EventFeed::tryAgain() { m_socket.abort(); }

void EventFeed::stop()
{
    m_isStopped = true;
    m_retry.stop();
    m_socket.abort();
}

void EventFeed::open()
{
    m_tlsTrouble = {};
    QUrl url = m_target.url;
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/api/orchestration/events/stream"));
    QUrlQuery query;
    if (m_lastId)
        query.addQueryItem(QStringLiteral("after"), QString::number(*m_lastId));
    if (m_wantsEverything)
        query.addQueryItem(QStringLiteral("updates"), QStringLiteral("true"));
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", m_program);
    if (!m_target.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_target.token);
    m_socket.open(request);
}

void EventFeed::onText(const QString &text)
{
    m_heardAt = std::chrono::steady_clock::now();
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonValue type = message[u"type"];
    if (type == QLatin1String("event")) {
        m_lastId = message[u"id"].toInteger(lastId());
        Q_EMIT happened(message);
        return;
    }
    if (type == QLatin1String("snapshot"))
        onSnapshot(message);
    if (m_wantsEverything)
        Q_EMIT told(message);
}

void EventFeed::onSnapshot(const QJsonObject &message)
{
    const qint64 newest = message[u"last_event_id"].toInteger();
    // Who follows everything is given one in any case; what it missed comes after it.
    if (m_wantsEverything && m_lastId && *m_lastId <= newest)
        return;
    const std::optional<qint64> known = std::exchange(m_lastId, newest);
    if (known) // it could not resume
        Q_EMIT missed(*known, newest);
}

void EventFeed::onGone()
{
    if (m_retry.isActive() || m_socket.state() != QAbstractSocket::UnconnectedState)
        return; // the second word about the same end
    m_watch.stop();
    const bool wasOpen = std::exchange(m_isOpen, false);
    if (m_isStopped)
        return;
    // Of a try that came to nothing the socket still has the reason for which the connection before it was closed.
    const bool hasReason = wasOpen && !m_socket.closeReason().isEmpty();
    QString reason = hasReason ? m_socket.closeReason() : m_socket.errorString();
    const bool isUntrusted =
        !m_tlsTrouble.sentence.isEmpty() || m_socket.error() == QAbstractSocket::SslHandshakeFailedError;
    if (!m_tlsTrouble.sentence.isEmpty())
        reason = m_tlsTrouble.sentence;
    const bool saysGoodbye = wasOpen && m_socket.closeCode() == QWebSocketProtocol::CloseCodeGoingAway;
    m_hasEnded = saysGoodbye || (!wasOpen && m_socket.error() == QAbstractSocket::ConnectionRefusedError);
    if (!wasOpen && (isUntrusted || isFinal(reason))) {
        m_isStopped = true;
        Q_EMIT refused(reason);
        return;
    }
    const std::chrono::milliseconds wait = withJitter(m_wait);
    m_retry.start(wait);
    m_wait = std::min<std::chrono::milliseconds>(m_wait * 2, longestWait);
    if (!std::exchange(m_saidLost, true))
        Q_EMIT lost(reason);
    Q_EMIT retrying(wait, reason);
}

void EventFeed::onWatch()
{
    if (std::chrono::steady_clock::now() - m_heardAt > longestSilence)
        return m_socket.abort();
    m_wait = shortestWait; // it has lasted for a while: the next loss is another story
    m_socket.ping();
}

} // namespace foghorn

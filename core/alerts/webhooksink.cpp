#include "core/alerts/webhooksink.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace foghorn {
namespace {

/// What the network says in its own words may hold what the other end sent: only the kind of failure is told.
QString reasonOf(const QNetworkReply &reply, bool hasTimedOut)
{
    if (hasTimedOut)
        return QStringLiteral("no answer in time");
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("connection refused");
    case QNetworkReply::RemoteHostClosedError:
        return QStringLiteral("the connection was closed without an answer");
    case QNetworkReply::HostNotFoundError:
        return QStringLiteral("host not found");
    case QNetworkReply::SslHandshakeFailedError:
        return QStringLiteral("its certificate is not trusted");
    default: // dozens of others, of a foreign enum
        return QStringLiteral("network error %1").arg(static_cast<int>(reply.error()));
    }
}

SinkOutcome outcomeOf(const QNetworkReply &reply, bool hasTimedOut)
{
    using Kind = SinkOutcome::Kind;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return {Kind::Later, reasonOf(reply, hasTimedOut)};
    if (status >= 200 && status < 300)
        return {Kind::Told, {}};
    const QString reason = QStringLiteral("HTTP %1").arg(status);
    // it understood us, and does not want this: again it would say the same
    const bool isRefusal = status == 400 || status == 413 || status == 415 || status == 422;
    return {isRefusal ? Kind::Refused : Kind::Later, reason};
}

} // namespace

WebhookSink::WebhookSink(QUrl url, QObject *parent)
    : QObject(parent)
    , m_url(std::move(url))
{
    m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

WebhookSink::~WebhookSink() = default;

void WebhookSink::tell(const QByteArray &body, Done done)
{
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("foghorn/" FOGHORN_VERSION));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    QNetworkReply *reply = m_network.post(request, body);
    // a body that never ends is cut off with the rest
    auto *patience = new QTimer(reply);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, reply, &QNetworkReply::abort);
    patience->start(m_patience);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] { reply->skip(reply->bytesAvailable()); });
    connect(reply, &QNetworkReply::finished, this, [reply, patience, done = std::move(done)] {
        const bool hasTimedOut = !patience->isActive();
        patience->stop();
        reply->deleteLater();
        done(outcomeOf(*reply, hasTimedOut));
    });
}

} // namespace foghorn

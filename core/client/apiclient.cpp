#include "core/client/apiclient.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto questionPatience = 15s;
constexpr auto commandPatience = 130s; ///< the server answers a command within 120 s

bool wasAnswered(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()
        && (reply.error() == QNetworkReply::NoError || reply.error() > QNetworkReply::ProxyTimeoutError);
}

Result<ApiAnswer> answerOf(QNetworkReply &reply)
{
    if (!wasAnswered(reply)) {
        const QString address = reply.url().toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo);
        return Error{QStringLiteral("no answer from %1: %2").arg(address, reply.errorString())};
    }
    return ApiAnswer{reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply.readAll(),
        reply.rawHeader("ETag"), reply.rawHeader("Content-Type")};
}

} // namespace

ApiClient::ApiClient(ApiTarget target, QByteArray program, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_program(std::move(program))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(true);
}

ApiClient::~ApiClient() = default;

QString ApiClient::apiPath(const QString &rest) { return QLatin1String("/api/orchestration/") + rest; }

QNetworkRequest ApiClient::requestFor(
    const QString &path, const QUrlQuery &query, std::chrono::milliseconds patience) const
{
    QUrl url = m_target.url;
    url.setPath(path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(patience.count()));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", m_program);
    if (m_target.hasOwnTls())
        request.setSslConfiguration(m_target.tls());
    if (!m_target.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_target.token);
    return request;
}

void ApiClient::get(
    const QString &path, const QUrlQuery &query, const QByteArray &etag, QObject *context, Handler handler)
{
    QNetworkRequest request = requestFor(path, query, questionPatience);
    if (!etag.isEmpty())
        request.setRawHeader("If-None-Match", etag);
    handOver(m_network.get(request), context, std::move(handler));
}

void ApiClient::post(const QString &path, const QJsonObject &body, QObject *context, Handler handler)
{
    QNetworkRequest request = requestFor(path, {}, commandPatience);
    // Always said, also for {}: Qt would claim a form otherwise, and the server refuses forms.
    request.setRawHeader("Content-Type", "application/json");
    handOver(m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)), context, std::move(handler));
}

void ApiClient::handOver(QNetworkReply *reply, QObject *context, Handler handler)
{
    connect(reply, &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { Q_EMIT distrusted(tlsTroubleOf(m_target.url.host(), errors)); });
    connect(
        reply, &QNetworkReply::finished, context, [reply, handler = std::move(handler)] { handler(answerOf(*reply)); });
}

} // namespace foghorn

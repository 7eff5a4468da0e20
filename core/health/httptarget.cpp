#include "core/health/httptarget.h"

namespace foghorn {
namespace {

QByteArray requestFor(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + QByteArray::number(url.port());
    QByteArray request = "GET " + target + " HTTP/1.1\r\nHost: " + host
        + "\r\nUser-Agent: foghorn/" FOGHORN_VERSION "\r\nAccept: */*\r\nConnection: keep-alive\r\n";
    if (!url.userName().isEmpty() || !url.password().isEmpty())
        request += "Authorization: Basic " + (url.userName() + u':' + url.password()).toUtf8().toBase64() + "\r\n";
    return request + "\r\n";
}

} // namespace

HttpTargetPtr HttpTarget::from(const QUrl &url)
{
    const bool isEncrypted = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!isEncrypted && url.scheme() != QLatin1String("http")))
        return nullptr;
    return std::make_shared<const HttpTarget>(HttpTarget{
        .url = url,
        .host = url.host(),
        .port = static_cast<quint16>(url.port(isEncrypted ? 443 : 80)),
        .isEncrypted = isEncrypted,
        .request = requestFor(url),
    });
}

} // namespace foghorn

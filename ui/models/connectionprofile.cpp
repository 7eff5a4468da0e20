#include "ui/models/connectionprofile.h"

#include <QUrl>

namespace foghorn {

namespace {

constexpr int UsualPort = 7464;

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

} // namespace

bool ConnectionProfileCheck::isAddress(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool isHttp = parsed.scheme() == QLatin1String("http") || parsed.scheme() == QLatin1String("https");
    return parsed.isValid() && isHttp && !parsed.host().isEmpty() && parsed.userInfo().isEmpty();
}

QString ConnectionProfileCheck::completed(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || text.contains(QLatin1String("://")))
        return text;
    QUrl url(QLatin1String("https://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return text;
    if (isThisComputer(url.host()))
        url.setScheme(QStringLiteral("http"));
    if (url.port() < 0)
        url.setPort(UsualPort);
    return url.toString();
}

QString ConnectionProfileCheck::placeOf(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (parsed.host().isEmpty())
        return url;
    const QString host = parsed.host().contains(u':') ? u'[' + parsed.host() + u']' : parsed.host();
    return parsed.port() > 0 ? host + u':' + QString::number(parsed.port()) : host;
}

} // namespace foghorn

#include "core/fleetfile/netaddress.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace foghorn {
namespace {

bool isHostCharacter(QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; }

bool isHost(QStringView text, bool bracketed)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](QChar c) {
        return isHostCharacter(c) || (bracketed && (c == u':' || c == u'%'));
    });
}

} // namespace

bool NetAddress::isLoopback() const
{
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

std::optional<NetAddress> parseNetAddress(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    QStringView host = text.left(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    const QStringView digits = text.mid(colon + 1);
    bool good = false;
    const uint port = digits.toUInt(&good);
    if (!good || port > 65535 || !digits.front().isDigit() || !isHost(host, bracketed))
        return std::nullopt;
    return NetAddress{host.toString(), static_cast<quint16>(port)};
}

bool isAddressOrLocalhost(const QString &host)
{
    if (host == QLatin1String("localhost"))
        return true;
    if (host.contains(u':'))
        return QUrl(QStringLiteral("http://[%1]/").arg(host.section(u'%', 0, 0)), QUrl::StrictMode).isValid();
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        const uint number = part.toUInt();
        return number < 256 && part == QString::number(number);
    });
}

bool isHttpUrl(const QString &text)
{
    if (!text.startsWith(QLatin1String("http://")) && !text.startsWith(QLatin1String("https://")))
        return false;
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

} // namespace foghorn

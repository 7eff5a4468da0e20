#include "core/api/listenaddress.h"

namespace foghorn {

QString ListenAddress::hostForUrl() const
{
    if (host == QHostAddress(QHostAddress::AnyIPv4))
        return QStringLiteral("127.0.0.1");
    if (host == QHostAddress(QHostAddress::AnyIPv6) || host == QHostAddress(QHostAddress::Any))
        return QStringLiteral("[::1]");
    return host.protocol() == QAbstractSocket::IPv6Protocol ? u'[' + host.toString() + u']' : host.toString();
}

Result<ListenAddress> parseListenAddress(const QString &text)
{
    const Error error{
        QStringLiteral("`%1` is no address to listen on; write HOST:PORT like 127.0.0.1:7464 or [::1]:7464").arg(text)};
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return error;
    QString host = text.left(colon);
    bool isNumber = false;
    ListenAddress address;
    address.port = QStringView(text).sliced(colon + 1).toUShort(&isNumber);
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.mid(1, host.size() - 2);
    address.host = host == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    const bool isIpv6 = address.host.protocol() == QAbstractSocket::IPv6Protocol;
    if (!isNumber || address.host.isNull() || isIpv6 != isBracketed)
        return error;
    address.isLoopback = address.host.isLoopback();
    return address;
}

} // namespace foghorn

#include "core/process/streamaddress.h"

#include <QByteArray>

#include <cstring>

#include <netdb.h>

namespace foghorn {

std::optional<StreamAddress> StreamAddress::fromNumbers(const QString &host, quint16 port)
{
    addrinfo wanted{};
    wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV; // no look-up: this returns at once
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (host.isEmpty()
        || ::getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &wanted, &found) != 0)
        return std::nullopt;
    StreamAddress address;
    std::memcpy(&address.storage, found->ai_addr, found->ai_addrlen);
    address.size = found->ai_addrlen;
    ::freeaddrinfo(found);
    return address;
}

} // namespace foghorn

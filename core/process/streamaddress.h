#pragma once

#include <QString>

#include <optional>

#include <sys/socket.h>

namespace foghorn {

/// Where a TCP connection goes to: an IPv4 or IPv6 address and a port.
struct StreamAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0; ///< bytes of `storage` in use

    /// `host` as numbers: "127.0.0.1", "::1", "fe80::1%eth0". Nothing for names: they are for others to look up.
    static std::optional<StreamAddress> fromNumbers(const QString &host, quint16 port);
};

} // namespace foghorn

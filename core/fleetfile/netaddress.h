#pragma once

#include <QString>

#include <optional>

namespace foghorn {

/// A host and a port as "host:port" or "[::1]:port" name them.
struct NetAddress
{
    QString host;
    quint16 port = 0;

    /// Whether only this machine reaches it: 127.0.0.0/8, ::1 or localhost.
    bool isLoopback() const;
};

/// Nothing when `text` is no such address. Port 0 is one.
std::optional<NetAddress> parseNetAddress(QStringView text);
/// Whether a socket can be bound to it by name: an IPv4 or IPv6 address, or localhost.
bool isAddressOrLocalhost(const QString &host);
/// Whether `text` is an http or https URL with a host.
bool isHttpUrl(const QString &text);

} // namespace foghorn

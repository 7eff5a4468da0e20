#pragma once

#include <QSet>

#include <optional>

namespace foghorn {

/// A TCP port of loopback (IPv4) that nobody listens on and that is not in `taken`; none when there is none left.
std::optional<quint16> findFreePort(const QSet<quint16> &taken);
/// Whether a port of loopback (IPv4) could be listened on now.
bool isPortFree(quint16 port);

} // namespace foghorn

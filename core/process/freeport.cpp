#include "core/process/freeport.h"

#include "core/keeper/descriptor.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <vector>

namespace foghorn {
namespace {

constexpr int tries = 64;

/// A socket bound to the port (0: the kernel's choice); not open when it is taken. `port`: the one it got.
keeper::Descriptor bindTo(quint16 &port)
{
    keeper::Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int on = 1;
    // As servers do, so that a port whose last connections linger counts as free; a listening one still does not.
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), size) != 0 || ::listen(socket.get(), 1) != 0
        || ::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    port = ntohs(address.sin_port);
    return socket;
}

} // namespace

std::optional<quint16> findFreePort(const QSet<quint16> &taken)
{
    // Those that may not be had are held until the end, so that the kernel offers others.
    std::vector<keeper::Descriptor> held;
    for (int i = 0; i < tries; ++i) {
        quint16 port = 0;
        keeper::Descriptor socket = bindTo(port);
        if (!socket.isOpen())
            return std::nullopt;
        if (!taken.contains(port))
            return port;
        held.push_back(std::move(socket));
    }
    return std::nullopt;
}

bool isPortFree(quint16 port) { return port != 0 && bindTo(port).isOpen(); }

} // namespace foghorn

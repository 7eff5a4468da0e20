#include "core/keeper/door.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>

namespace foghorn::keeper {
namespace {

constexpr auto socketName = "keeper.sock";
constexpr mode_t privateMask = 0177;
constexpr int backlog = 16;

struct Address
{
    Descriptor directory; ///< must be open as long as the address is used
    sockaddr_un name = {};
};

/// Goes through a descriptor of the directory: its path may be longer than an address can be.
std::optional<Address> addressIn(const std::string &stateDirectory)
{
    Address address;
    address.directory.reset(::open(stateDirectory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!address.directory.isOpen())
        return std::nullopt;
    const std::string path = "/proc/self/fd/" + std::to_string(address.directory.get()) + '/' + socketName;
    address.name.sun_family = AF_UNIX;
    std::strncpy(address.name.sun_path, path.c_str(), sizeof address.name.sun_path - 1);
    return address;
}

Descriptor makeSocket() { return Descriptor(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)); }

std::optional<ucred> credentials(int socket)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return std::nullopt;
    return peer;
}

} // namespace

Descriptor Door::listenIn(const std::string &stateDirectory)
{
    const auto address = addressIn(stateDirectory);
    Descriptor socket = makeSocket();
    if (!address || !socket.isOpen())
        return {};
    remove(stateDirectory);
    const mode_t before = ::umask(privateMask);
    const auto *name = reinterpret_cast<const sockaddr *>(&address->name);
    const bool isBound = ::bind(socket.get(), name, sizeof address->name) == 0;
    ::umask(before);
    if (!isBound || ::listen(socket.get(), backlog) != 0)
        return {};
    return socket;
}

std::optional<Channel> Door::accept(const Descriptor &listener)
{
    Descriptor visitor(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!visitor.isOpen())
        return std::nullopt;
    const auto peer = credentials(visitor.get());
    if (!peer || (peer->uid != ::geteuid() && peer->uid != 0))
        return std::nullopt;
    return Channel(std::move(visitor));
}

Descriptor Door::connectIn(const std::string &stateDirectory)
{
    const auto address = addressIn(stateDirectory);
    Descriptor socket = makeSocket();
    if (!address || !socket.isOpen())
        return {};
    const auto *name = reinterpret_cast<const sockaddr *>(&address->name);
    if (::connect(socket.get(), name, sizeof address->name) != 0)
        return {};
    return socket;
}

void Door::remove(const std::string &stateDirectory) { ::unlink((stateDirectory + '/' + socketName).c_str()); }

pid_t Door::peerOf(int socket)
{
    const auto peer = credentials(socket);
    return peer ? peer->pid : 0;
}

bool Door::isHungUp(int socket)
{
    pollfd look = {socket, 0, 0};
    return ::poll(&look, 1, 0) == 1 && (look.revents & (POLLHUP | POLLERR)) != 0;
}

} // namespace foghorn::keeper

// test-notifier: says READY=1 to NOTIFY_SOCKET as the first thing it does, then sleeps until it is told to end.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

int main()
{
    const char *const name = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address = {};
    if (!name || std::strlen(name) >= sizeof address.sun_path)
        return 2;
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, name);
    if (*name == '@')
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(name));
    if (::sendto(socket, "READY=1", 7, 0, reinterpret_cast<const sockaddr *>(&address), size) != 7)
        return 3;
    for (;;)
        ::pause();
}

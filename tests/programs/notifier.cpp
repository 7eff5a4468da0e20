// test-notifier [TEXT [once]]: says TEXT (READY=1) to NOTIFY_SOCKET as the first thing it does, then sleeps until it is
// told to end; with `once` it ends at once.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

int main(int argc, char **argv)
{
    const char *const name = std::getenv("NOTIFY_SOCKET");
    const char *const text = argc > 1 ? argv[1] : "READY=1";
    sockaddr_un address = {};
    if (!name || std::strlen(name) >= sizeof address.sun_path)
        return 2;
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, name);
    if (*name == '@')
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(name));
    const auto length = static_cast<ssize_t>(std::strlen(text));
    if (::sendto(socket, text, std::strlen(text), 0, reinterpret_cast<const sockaddr *>(&address), size) != length)
        return 3;
    while (argc < 3)
        ::pause();
    return 0;
}

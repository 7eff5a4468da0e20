// test-flooder [SENDERS]: says STATUS= and WATCHDOG=1 to NOTIFY_SOCKET as fast as it can, from so many processes, until
// it is told to end.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

int main(int argc, char **argv)
{
    const char *const name = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address = {};
    if (!name || std::strlen(name) >= sizeof address.sun_path)
        return 2;
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, name);
    if (*name == '@')
        address.sun_path[0] = '\0';
    for (int i = 1; i < (argc > 1 ? std::atoi(argv[1]) : 1) && ::fork() > 0; ++i) { }
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(name));
    for (const char *text = "READY=1\nSTATUS=louder";; text = text[0] == 'S' ? "WATCHDOG=1" : "STATUS=louder")
        (void)::sendto(socket, text, std::strlen(text), 0, reinterpret_cast<const sockaddr *>(&address), size);
}

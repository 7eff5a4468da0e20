#include "core/api/unixsocket.h"

#include <QFile>
#include <QScopeGuard>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace foghorn {
namespace {

std::optional<sockaddr_un> addressOf(const QString &path)
{
    const QByteArray encoded = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (encoded.isEmpty() || static_cast<std::size_t>(encoded.size()) >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, encoded.constData(), static_cast<std::size_t>(encoded.size()));
    return address;
}

// The C API wants the general type.
const sockaddr *general(const sockaddr_un &address) { return reinterpret_cast<const sockaddr *>(&address); }

bool somebodyListens(const sockaddr_un &address)
{
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0)
        return false;
    const bool answered = ::connect(probe, general(address), sizeof address) == 0 || errno == EAGAIN;
    ::close(probe);
    return answered;
}

bool isSocketFile(const char *path)
{
    struct stat facts
    {
    };
    return ::lstat(path, &facts) == 0 && S_ISSOCK(facts.st_mode);
}

Error failure(const QString &path, int code)
{
    return {
        QStringLiteral("cannot listen on the Unix socket %1: %2").arg(path, QString::fromLocal8Bit(::strerror(code)))};
}

} // namespace

Result<int> listenOnUnixSocket(const QString &path)
{
    const std::optional<sockaddr_un> address = addressOf(path);
    if (!address)
        return Error{QStringLiteral("the path of the Unix socket is longer than the system's 107 bytes: %1; choose a "
                                    "shorter state dir")
                         .arg(path)};
    if (isSocketFile(address->sun_path)) {
        if (somebodyListens(*address))
            return Error{QStringLiteral("another program already listens on %1").arg(path)};
        ::unlink(address->sun_path);
    }
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return failure(path, errno);
    // Created with 0600 from the first moment: a chmod afterwards would leave a gap.
    const mode_t before = ::umask(0177);
    const int bound = ::bind(descriptor, general(*address), sizeof *address);
    const int bindError = errno;
    ::umask(before);
    if (bound != 0 || ::listen(descriptor, 64) != 0) {
        const int code = bound != 0 ? bindError : errno;
        ::close(descriptor);
        return failure(path, code);
    }
    return descriptor;
}

bool isUnixSocket(qintptr descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    return ::getsockname(static_cast<int>(descriptor), reinterpret_cast<sockaddr *>(&address), &size) == 0
        && address.ss_family == AF_UNIX;
}

Peer unixPeer(qintptr descriptor)
{
    Peer peer{QStringLiteral("unix"), true, false};
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0) {
        peer.address = QStringLiteral("unix:%1").arg(credentials.uid);
        peer.isOwner = credentials.uid == 0 || credentials.uid == ::geteuid();
    }
    return peer;
}

void shutdownWriting(qintptr descriptor) { ::shutdown(static_cast<int>(descriptor), SHUT_WR); }

qint64 sendNow(qintptr descriptor, QByteArrayView bytes)
{
    const ssize_t sent = ::send(static_cast<int>(descriptor), bytes.data(), static_cast<std::size_t>(bytes.size()),
        MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent < 0 ? 0 : sent;
}

bool isOneOfTheLast(qintptr newest)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return false;
    const rlim_t kept = std::clamp<rlim_t>(limit.rlim_cur / 4, 32, 256);
    return static_cast<rlim_t>(newest) + kept >= limit.rlim_cur;
}

std::uint32_t ownUserId() { return ::geteuid(); }

} // namespace foghorn

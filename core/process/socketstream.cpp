#include "core/process/socketstream.h"

#include "core/process/streamepoll.h"

#include <cerrno>
#include <cstring>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace foghorn {
namespace {

StreamEnd endFor(int error)
{
    switch (error) {
    case 0:
    case EPIPE:
    case ECONNRESET:
        return {StreamEnd::Kind::Closed, QStringLiteral("connection closed")};
    case ECONNREFUSED:
        return {StreamEnd::Kind::Failed, QStringLiteral("connection refused")};
    case ETIMEDOUT:
        return {StreamEnd::Kind::Failed, QStringLiteral("connection timed out")};
    case ENETUNREACH:
    case EHOSTUNREACH:
        return {StreamEnd::Kind::Failed, QStringLiteral("host unreachable")};
    case EMFILE:
    case ENFILE:
        return {StreamEnd::Kind::NotTried, QStringLiteral("no file descriptors left in foghorn")};
    case ENOMEM:
    case ENOBUFS:
    case ENOSPC: // epoll's own limit
        return {StreamEnd::Kind::NotTried, QStringLiteral("no memory left for a connection")};
    case EADDRNOTAVAIL:
        // No local port is left, or, far more often, the machine has no such address.
        return {StreamEnd::Kind::Failed, QStringLiteral("address not available")};
    default:
        return {StreamEnd::Kind::Failed, QString::fromLocal8Bit(std::strerror(error))};
    }
}

} // namespace

SocketStream::SocketStream(StreamEpoll &epoll, quint64 id, StreamListener *listener)
    : m_epoll(epoll)
    , m_id(id)
    , m_listener(listener)
{
}

SocketStream::~SocketStream() { m_epoll.forget(m_id); }

int SocketStream::open(const StreamAddress &address)
{
    const auto *const peer = reinterpret_cast<const sockaddr *>(&address.storage);
    m_socket.reset(::socket(peer->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_socket.isOpen())
        return errno;
    if (::connect(m_socket.get(), peer, address.size) != 0 && errno != EINPROGRESS)
        return errno;
    // Only now: a socket that connects to nowhere yet would be told as hung up.
    return m_epoll.watch(*this, EPOLLIN | EPOLLOUT, true);
}

void SocketStream::write(QByteArrayView bytes)
{
    if (m_state != State::Open || !m_out.isEmpty()) {
        m_out.append(bytes);
        return;
    }
    const ssize_t sent = ::send(m_socket.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    if (sent == bytes.size())
        return;
    // What broke is told by the event that follows, and flush() meets what does not.
    m_out.append(bytes.sliced(sent > 0 ? sent : 0));
    if (const int error = m_epoll.watch(*this, EPOLLIN | EPOLLOUT, false); error != 0)
        m_epoll.endLater(m_id, error);
}

void SocketStream::onEvents(std::uint32_t events, QByteArray &buffer)
{
    if (m_state == State::Connecting) {
        settleConnect();
        return; // what else there is comes again in the next turn
    }
    if ((events & EPOLLOUT) != 0)
        flush();
    if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0)
        read(events, buffer);
}

void SocketStream::settleConnect()
{
    int error = pendingError();
    if (error == 0 && isConnectedToItself())
        error = ECONNREFUSED;
    if (error != 0) {
        end(error);
        return;
    }
    m_state = State::Open;
    flush();
    m_listener->onStreamConnected();
}

void SocketStream::flush()
{
    if (!m_out.isEmpty()) {
        const ssize_t sent =
            ::send(m_socket.get(), m_out.constData(), static_cast<std::size_t>(m_out.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) {
            m_epoll.endLater(m_id, errno);
            m_out.clear();
        } else if (sent > 0) {
            m_out.remove(0, sent);
        }
    }
    if (!m_out.isEmpty())
        return;
    if (const int error = m_epoll.watch(*this, EPOLLIN, false); error != 0)
        m_epoll.endLater(m_id, error);
}

void SocketStream::read(std::uint32_t events, QByteArray &buffer)
{
    const ssize_t count = ::recv(m_socket.get(), buffer.data(), static_cast<std::size_t>(buffer.size()), 0);
    if (count > 0) {
        m_listener->onStreamBytes(QByteArrayView(buffer.constData(), count));
        return;
    }
    if (count == 0) {
        end(0);
        return;
    }
    if (errno != EAGAIN && errno != EINTR)
        end(errno);
    else if ((events & (EPOLLERR | EPOLLHUP)) != 0)
        end(pendingError());
}

void SocketStream::end(int error)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_socket.reset();
    m_listener->onStreamEnded(endFor(error));
}

int SocketStream::pendingError() const
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

bool SocketStream::isConnectedToItself() const
{
    // A connect to a port of our own range on which nobody listens may meet its own end: TCP allows that.
    sockaddr_storage own{};
    sockaddr_storage peer{};
    socklen_t ownSize = sizeof own;
    socklen_t peerSize = sizeof peer;
    return ::getsockname(m_socket.get(), reinterpret_cast<sockaddr *>(&own), &ownSize) == 0
        && ::getpeername(m_socket.get(), reinterpret_cast<sockaddr *>(&peer), &peerSize) == 0 && ownSize == peerSize
        && std::memcmp(&own, &peer, ownSize) == 0;
}

} // namespace foghorn

#include "app/demo/connection.h"

#include <array>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foghorn::demo {
namespace {

using namespace std::chrono_literals;

constexpr auto idleLimit = 5min; ///< between requests
constexpr auto requestLimit = 10s; ///< for one request to come in whole, and for a reader to take its answer
constexpr std::size_t mostUnread = 256 * 1024; ///< bytes of answers for one who does not read

std::string_view reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    default:
        return "Service Unavailable";
    }
}

} // namespace

Connection::Connection(int socket, Clock::time_point now)
    : m_socket(socket)
    , m_deadline(now + requestLimit)
{
}

Connection::~Connection() { ::close(m_socket); }

bool Connection::onEvent(std::uint32_t events, Service &service, Clock::time_point now)
{
    if ((events & (EPOLLERR | EPOLLHUP)) != 0)
        return false;
    if ((events & EPOLLIN) != 0) {
        if (!readAvailable())
            return false;
        if (m_isHung)
            return true; // what else comes is dropped
        if (!m_delayed && !answerRequests(service, now))
            return false;
    }
    return flush();
}

bool Connection::readAvailable()
{
    std::array<char, 4096> bytes;
    const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR;
    if (count == 0)
        return false;
    if (!m_isHung && !m_closes)
        m_reader.feed({bytes.data(), static_cast<std::size_t>(count)});
    return !m_reader.isFlooded() && m_out.size() < mostUnread;
}

bool Connection::answerRequests(Service &service, Clock::time_point now)
{
    while (!m_closes && !m_delayed && !m_isHung) {
        switch (m_reader.read()) {
        case RequestReader::State::Incomplete:
            // The first byte of a request starts its limit; further ones do not extend it.
            if (m_reader.isEmpty())
                m_deadline = now + idleLimit;
            else if (m_deadline > now + requestLimit)
                m_deadline = now + requestLimit;
            return true;
        case RequestReader::State::TooLarge:
            m_closes = true;
            append(
                {.status = 413, .body = R"({"title":"Content too large","status":413,"detail":"8 KiB is the limit"})"},
                false);
            break;
        case RequestReader::State::Malformed:
            m_closes = true;
            append(
                {.status = 400, .body = R"({"title":"Bad request","status":400,"detail":"this is no HTTP request"})"},
                false);
            break;
        case RequestReader::State::Ready: {
            Reply reply = service.handle(m_reader.method(), m_reader.target(), m_reader.body(), now);
            const bool isHead = m_reader.method() == "HEAD";
            m_closes = !m_reader.keepsAlive();
            m_reader.next();
            m_deadline = now + requestLimit;
            if (reply.kind == Reply::Kind::Never) {
                m_isHung = true;
                m_deadline = Clock::time_point::max();
            } else if (reply.delay > 0ms) {
                m_deadline = now + reply.delay;
                m_delayed = std::move(reply);
                m_delayedIsHead = isHead;
            } else {
                append(reply, isHead);
            }
            break;
        }
        }
    }
    return true;
}

void Connection::append(const Reply &reply, bool isHead)
{
    m_crashes = m_crashes || reply.crashesAfter;
    m_out += "HTTP/1.1 " + std::to_string(reply.status) + ' ';
    m_out += reason(reply.status);
    m_out += "\r\nContent-Type: ";
    m_out += reply.contentType;
    m_out += "\r\nContent-Length: " + std::to_string(reply.body.size()) + "\r\nCache-Control: no-store\r\n";
    if (!reply.allow.empty())
        m_out += "Allow: " + std::string(reply.allow) + "\r\n";
    m_out += m_closes ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    if (!isHead)
        m_out += reply.body;
}

bool Connection::onDeadline(Service &service, Clock::time_point now)
{
    if (!m_delayed)
        return false;
    append(*m_delayed, m_delayedIsHead);
    m_delayed.reset();
    m_deadline = now + requestLimit;
    return answerRequests(service, now) && flush();
}

bool Connection::flush()
{
    while (wantsToWrite()) {
        const ssize_t count = ::send(m_socket, m_out.data() + m_written, m_out.size() - m_written, MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        m_written += static_cast<std::size_t>(count);
    }
    m_out.clear();
    m_written = 0;
    return !m_closes || m_delayed.has_value() || m_crashes;
}

} // namespace foghorn::demo

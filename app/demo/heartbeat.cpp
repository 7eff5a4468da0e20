#include "app/demo/heartbeat.h"

#include "app/demo/notifysocket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foghorn::demo {
namespace {

using namespace std::chrono_literals;

std::string_view environment(const char *name)
{
    const char *const value = std::getenv(name);
    return value ? value : std::string_view();
}

} // namespace

std::optional<BeatTarget> beatTarget(std::string_view url, std::string_view token)
{
    constexpr std::string_view scheme = "http://";
    // Neither may smuggle a line into the request.
    for (const std::string_view text : {url, token}) {
        for (const char c : text) {
            if (c <= ' ' || c > '~')
                return std::nullopt;
        }
    }
    if (url.substr(0, scheme.size()) != scheme)
        return std::nullopt;
    url.remove_prefix(scheme.size());
    const std::size_t slash = std::min(url.find('/'), url.size());
    const std::string authority(url.substr(0, slash));
    const std::string path = slash < url.size() ? std::string(url.substr(slash)) : "/";
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    std::uint16_t port = 80;
    if (colon < authority.size()) {
        const char *const end = authority.data() + authority.size();
        const auto [stop, error] = std::from_chars(authority.data() + colon + 1, end, port);
        if (error != std::errc() || stop != end)
            return std::nullopt;
    }
    std::string host = authority.substr(0, colon);
    if (host == "localhost")
        host = "127.0.0.1";
    BeatTarget target;
    target.address.sin_family = AF_INET;
    target.address.sin_port = htons(port);
    if (::inet_pton(AF_INET, host.c_str(), &target.address.sin_addr) != 1)
        return std::nullopt;
    target.request =
        "POST " + path + " HTTP/1.1\r\nHost: " + authority + "\r\nConnection: close\r\nContent-Length: 0\r\n";
    if (!token.empty())
        target.request += "Authorization: Bearer " + std::string(token) + "\r\n";
    target.request += "\r\n";
    return target;
}

Heartbeat::Heartbeat(int epoll, Log log)
    : m_epoll(epoll)
    , m_log(std::move(log))
{
    const std::string_view url = environment("FOGHORN_HEARTBEAT_URL");
    m_target = beatTarget(url, environment("FOGHORN_TOKEN"));
    if (!m_target && !url.empty())
        m_log("FOGHORN_HEARTBEAT_URL is no http URL with an address: no beats are posted");
}

Heartbeat::~Heartbeat()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

Clock::duration Heartbeat::pause() const
{
    const std::string_view text = environment("WATCHDOG_USEC");
    std::uint64_t microseconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), microseconds);
    if (microseconds == 0 || microseconds > 86'400'000'000U)
        return 10s;
    return std::max<Clock::duration>(10ms, std::chrono::microseconds(microseconds / 2));
}

void Heartbeat::beat(Clock::time_point now)
{
    notifySupervisor("WATCHDOG=1");
    if (!m_target || m_socket >= 0)
        return;
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_socket < 0) {
        finish(std::strerror(errno));
        return;
    }
    m_sent = 0;
    m_answer.clear();
    m_deadline = now + 5s;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.fd = m_socket;
    const auto *const address = reinterpret_cast<const sockaddr *>(&m_target->address);
    const bool begun = ::connect(m_socket, address, sizeof m_target->address) == 0 || errno == EINPROGRESS;
    if (!begun || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_socket, &event) != 0)
        finish(std::strerror(errno));
}

void Heartbeat::onEvent(std::uint32_t events)
{
    if (m_sent < m_target->request.size()) {
        const ssize_t count =
            ::send(m_socket, m_target->request.data() + m_sent, m_target->request.size() - m_sent, MSG_NOSIGNAL);
        if (count < 0 && errno != EAGAIN) {
            finish(std::strerror(errno));
            return;
        }
        m_sent += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        if (m_sent == m_target->request.size()) {
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.fd = m_socket;
            ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, m_socket, &event);
        }
    }
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) == 0)
        return;
    std::array<char, 512> bytes;
    const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count < 0 && errno == EAGAIN)
        return;
    if (count < 0) {
        finish(std::strerror(errno));
        return;
    }
    m_answer.append(bytes.data(), static_cast<std::size_t>(count));
    if (m_answer.size() >= 12)
        finish(m_answer[9] == '2' ? std::string() : "HTTP " + m_answer.substr(9, 3));
    else if (count == 0)
        finish("connection closed");
}

void Heartbeat::giveUp() { finish("no answer in 5 s"); }

void Heartbeat::finish(const std::string &trouble)
{
    if (m_socket >= 0)
        ::close(m_socket); // leaves the epoll set with it
    m_socket = -1;
    m_deadline = Clock::time_point::max();
    if (trouble != m_trouble)
        m_log(trouble.empty() ? "heartbeats arrive" : "heartbeat failed: " + trouble);
    m_trouble = trouble;
}

} // namespace foghorn::demo

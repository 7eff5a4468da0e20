#include "app/demo/server.h"

#include "app/demo/notifysocket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foghorn::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostConnections = 500;
constexpr std::size_t leakStep = 1024 * 1024; ///< bytes, ten times a second
constexpr std::size_t mostLeaks = 256;

} // namespace

Server::Server(Options options)
    : m_service(std::move(options), Clock::now())
{
}

Server::~Server()
{
    m_connections.clear();
    m_heartbeat.reset();
    for (const int descriptor : {m_listener, m_signals, m_epoll}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

void Server::log(const std::string &line) const
{
    const std::string text = m_service.options().name + ": " + line + '\n';
    if (::write(STDERR_FILENO, text.data(), text.size()) < 0)
        return; // there is nobody left to tell
}

bool Server::watch(int descriptor, std::uint32_t events, int operation) const
{
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    return ::epoll_ctl(m_epoll, operation, descriptor, &event) == 0;
}

std::string Server::open()
{
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGTERM);
    ::sigaddset(&signals, SIGINT);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    m_signals = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_epoll < 0 || m_signals < 0 || m_listener < 0)
        return std::strerror(errno);
    const int yes = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_service.options().port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const plain = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, plain, size) != 0 || ::listen(m_listener, 128) != 0) {
        if (errno == EADDRINUSE)
            return "port " + std::to_string(m_service.options().port) + " is in use";
        return "port " + std::to_string(m_service.options().port) + ": " + std::strerror(errno);
    }
    ::getsockname(m_listener, plain, &size);
    m_port = ntohs(address.sin_port);
    if (!watch(m_listener, EPOLLIN, EPOLL_CTL_ADD) || !watch(m_signals, EPOLLIN, EPOLL_CTL_ADD))
        return std::strerror(errno);
    return {};
}

int Server::run()
{
    log("started, pid " + std::to_string(::getpid()) + ", listening on 127.0.0.1:" + std::to_string(m_port));
    if (m_service.options().heartbeat) {
        m_heartbeat = std::make_unique<Heartbeat>(m_epoll, [this](const std::string &line) { log(line); });
        m_nextBeat = m_service.readyAt();
    }
    std::array<epoll_event, 64> events;
    for (;;) {
        onTimes(Clock::now());
        const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), waitMs(Clock::now()));
        if (count < 0 && errno != EINTR) {
            log(std::string("epoll_wait: ") + std::strerror(errno));
            return 1;
        }
        const Clock::time_point now = Clock::now();
        for (int i = 0; i < count; ++i) {
            const auto &event = events.at(static_cast<std::size_t>(i));
            if (event.data.fd == m_listener)
                accept(now);
            else if (event.data.fd == m_signals && onSignal(now))
                return 0;
            else if (m_heartbeat && event.data.fd == m_heartbeat->descriptor())
                m_heartbeat->onEvent(event.events);
            else
                onConnectionEvent(event.data.fd, event.events, now);
        }
    }
}

void Server::accept(Clock::time_point now)
{
    for (int i = 0; i < 64; ++i) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket < 0) {
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
                watch(m_listener, 0, EPOLL_CTL_MOD);
                m_acceptAgainAt = now + 100ms;
            }
            return;
        }
        if (m_connections.size() >= mostConnections || !watch(socket, EPOLLIN, EPOLL_CTL_ADD)) {
            ::close(socket);
            continue;
        }
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        m_connections[socket] = std::make_unique<Connection>(socket, now);
    }
}

void Server::onConnectionEvent(int socket, std::uint32_t events, Clock::time_point now)
{
    const auto found = m_connections.find(socket);
    if (found != m_connections.end())
        settle(*found->second, found->second->onEvent(events, m_service, now));
}

void Server::settle(Connection &connection, bool lives)
{
    if (const std::string line = m_service.takeLogLine(); !line.empty())
        log(line);
    if (connection.crashesNow())
        ::_exit(1);
    if (!lives)
        m_connections.erase(connection.socket());
    else
        watch(connection.socket(), connection.wantsToWrite() ? EPOLLIN | EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
}

bool Server::onSignal(Clock::time_point now)
{
    signalfd_siginfo info{};
    if (::read(m_signals, &info, sizeof info) != static_cast<ssize_t>(sizeof info))
        return false;
    const std::string name = info.ssi_signo == SIGTERM ? "TERM" : "INT";
    if (m_service.has(Fault::IgnoreTerm, now)) {
        log(name + " received, ignored as told");
        return false;
    }
    log(name + " received, stopping");
    notifySupervisor("STOPPING=1");
    return true;
}

void Server::onTimes(Clock::time_point now)
{
    if (!m_saidReady && m_service.isReady(now)) {
        m_saidReady = true;
        log("ready");
        notifySupervisor("READY=1");
    }
    if (now >= m_acceptAgainAt) {
        m_acceptAgainAt = Clock::time_point::max();
        watch(m_listener, EPOLLIN, EPOLL_CTL_MOD);
    }
    if (m_heartbeat && now >= m_heartbeat->deadline())
        m_heartbeat->giveUp();
    if (now >= m_nextBeat) {
        m_nextBeat = now + m_heartbeat->pause();
        if (!m_service.has(Fault::Hang, now)) // what hangs does not beat either
            m_heartbeat->beat(now);
    }
    leak(now);
    std::vector<int> due;
    for (const auto &[socket, connection] : m_connections) {
        if (connection->deadline() <= now)
            due.push_back(socket);
    }
    for (const int socket : due) {
        Connection &connection = *m_connections.at(socket);
        settle(connection, connection.onDeadline(m_service, now));
    }
}

void Server::leak(Clock::time_point now)
{
    if (!m_service.has(Fault::Leak, now)) {
        m_nextLeak = Clock::time_point::max();
        return;
    }
    if (m_nextLeak != Clock::time_point::max() && now < m_nextLeak)
        return;
    m_nextLeak = now + 100ms;
    if (m_leaked.size() >= mostLeaks)
        return;
    m_leaked.push_back(std::make_unique<char[]>(leakStep));
    std::memset(m_leaked.back().get(), 1, leakStep); // touched, so that it is resident
}

int Server::waitMs(Clock::time_point now) const
{
    Clock::time_point next = std::min({m_nextBeat, m_nextLeak, m_acceptAgainAt});
    if (!m_saidReady)
        next = std::min(next, m_service.readyAt());
    if (m_heartbeat)
        next = std::min(next, m_heartbeat->deadline());
    for (const auto &[socket, connection] : m_connections)
        next = std::min(next, connection->deadline());
    if (next == Clock::time_point::max())
        return -1;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(next - now).count();
    return static_cast<int>(std::clamp<long long>(wait, 0, 60'000));
}

} // namespace foghorn::demo

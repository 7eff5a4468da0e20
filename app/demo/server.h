#pragma once

#include "app/demo/connection.h"
#include "app/demo/heartbeat.h"
#include "app/demo/service.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace foghorn::demo {

/// The one loop of the program: sockets, signals and times over epoll.
class Server
{
public:
    explicit Server(Options options);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Listens on 127.0.0.1. Empty, or why not.
    std::string open();
    /// Serves until TERM or INT; the exit code.
    int run();
    int port() const { return m_port; }

private:
    void accept(Clock::time_point now);
    void onConnectionEvent(int socket, std::uint32_t events, Clock::time_point now);
    /// What is left to do after a connection was handled: `lives` as it said itself.
    void settle(Connection &connection, bool lives);
    /// True when the process is to end.
    bool onSignal(Clock::time_point now);
    void onTimes(Clock::time_point now);
    void leak(Clock::time_point now);
    int waitMs(Clock::time_point now) const;
    bool watch(int descriptor, std::uint32_t events, int operation) const;
    void log(const std::string &line) const;

    Service m_service;
    int m_port = 0;
    int m_epoll = -1;
    int m_listener = -1;
    int m_signals = -1;
    std::unordered_map<int, std::unique_ptr<Connection>> m_connections;
    std::unique_ptr<Heartbeat> m_heartbeat; ///< null: no beats wanted
    Clock::time_point m_nextBeat = Clock::time_point::max();
    Clock::time_point m_nextLeak = Clock::time_point::max();
    Clock::time_point m_acceptAgainAt = Clock::time_point::max(); ///< out of descriptors until then
    std::vector<std::unique_ptr<char[]>> m_leaked;
    bool m_saidReady = false;
};

} // namespace foghorn::demo

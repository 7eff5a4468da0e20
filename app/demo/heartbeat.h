#pragma once

#include "app/demo/faults.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <netinet/in.h>
#include <sys/epoll.h>

namespace foghorn::demo {

/// Where a heartbeat is POSTed. Only addresses and localhost: looking a name up would block.
struct BeatTarget
{
    sockaddr_in address{};
    std::string request; ///< the whole HTTP request
};

/// From "http://127.0.0.1:7464/api/…" and a token (may be empty); nothing when it is no such URL.
std::optional<BeatTarget> beatTarget(std::string_view url, std::string_view token);

/// Beats: WATCHDOG=1 to NOTIFY_SOCKET and a POST to FOGHORN_HEARTBEAT_URL, where these are set. One POST at a time,
/// given up after 5 s; a change between beats that arrive and beats that do not is logged once.
class Heartbeat
{
public:
    using Log = std::function<void(const std::string &)>;

    /// Reads the environment. `epoll`: its loop hands events of descriptor() to onEvent().
    Heartbeat(int epoll, Log log);
    ~Heartbeat();
    Heartbeat(const Heartbeat &) = delete;
    Heartbeat &operator=(const Heartbeat &) = delete;

    /// How far apart beats should be: half of WATCHDOG_USEC, else 10 s.
    Clock::duration pause() const;
    void beat(Clock::time_point now);
    int descriptor() const { return m_socket; }
    void onEvent(std::uint32_t events);
    /// When a POST under way is to be given up.
    Clock::time_point deadline() const { return m_deadline; }
    void giveUp();

private:
    void finish(const std::string &trouble);

    int m_epoll;
    Log m_log;
    std::optional<BeatTarget> m_target;
    int m_socket = -1;
    std::size_t m_sent = 0;
    std::string m_answer; ///< its first bytes: the status line
    std::string m_trouble; ///< the last one told; empty: beats arrive
    Clock::time_point m_deadline = Clock::time_point::max();
};

} // namespace foghorn::demo

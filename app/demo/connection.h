#pragma once

#include "app/demo/request.h"
#include "app/demo/service.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foghorn::demo {

/// One client's connection. Answers its requests in order; a hung one is held open for ever, a slow one's answer waits.
class Connection
{
public:
    /// Owns `socket`, which does not block.
    Connection(int socket, Clock::time_point now);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    int socket() const { return m_socket; }
    /// Reads, answers and writes what can be. False: it is over, close it.
    bool onEvent(std::uint32_t events, Service &service, Clock::time_point now);
    /// The time of deadline() has come. False: it is over.
    bool onDeadline(Service &service, Clock::time_point now);
    /// When it wants to be called without an event.
    Clock::time_point deadline() const { return m_deadline; }
    bool wantsToWrite() const { return m_written < m_out.size(); }
    /// The crash that was asked for is answered: end the process.
    bool crashesNow() const { return m_crashes && !wantsToWrite(); }

private:
    bool readAvailable();
    bool answerRequests(Service &service, Clock::time_point now);
    void append(const Reply &reply, bool isHead);
    bool flush();

    int m_socket;
    RequestReader m_reader;
    std::string m_out;
    std::size_t m_written = 0;
    std::optional<Reply> m_delayed; ///< waits for m_deadline
    bool m_delayedIsHead = false;
    bool m_isHung = false;
    bool m_closes = false; ///< once all is written
    bool m_crashes = false;
    Clock::time_point m_deadline;
};

} // namespace foghorn::demo

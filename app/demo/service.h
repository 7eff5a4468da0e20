#pragma once

#include "app/demo/faults.h"
#include "app/demo/options.h"

#include <chrono>
#include <string>
#include <string_view>

namespace foghorn::demo {

/// What is done with one request.
struct Reply
{
    enum class Kind { Answer, Never };
    Kind kind = Kind::Answer;
    int status = 200;
    std::string body{};
    std::string_view contentType = "application/json";
    std::string_view allow{}; ///< the Allow field of a 405
    std::chrono::milliseconds delay{0};
    bool crashesAfter = false; ///< the process ends, code 1, once this is sent
};

/// What the demo says and suffers from. Knows no sockets; time is handed in.
class Service
{
public:
    Service(Options options, Clock::time_point now);

    Reply handle(std::string_view method, std::string_view target, std::string_view body, Clock::time_point now);
    bool isReady(Clock::time_point now) const { return now >= m_readyAt; }
    Clock::time_point readyAt() const { return m_readyAt; }
    bool has(Fault fault, Clock::time_point now) const { return m_faults.isOn(fault, now); }
    const Options &options() const { return m_options; }
    /// One line of the log about the last request, empty when it is not worth one.
    std::string takeLogLine();

private:
    Reply health(Clock::time_point now) const;
    Reply takeFault(std::string_view body, Clock::time_point now);

    Options m_options;
    Clock::time_point m_startedAt;
    Clock::time_point m_readyAt;
    Faults m_faults;
    std::string m_logLine;
};

} // namespace foghorn::demo

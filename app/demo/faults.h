#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace foghorn::demo {

using Clock = std::chrono::steady_clock;

enum class Fault { Unhealthy, Hang, Crash, Slow, IgnoreTerm, Leak };

std::string_view faultName(Fault fault);

struct FaultOrder
{
    Fault fault = Fault::Unhealthy;
    std::chrono::seconds duration{0};
};

/// Reads {"kind":"hang","seconds":30}; `seconds` is 60 when it is left out, 86400 at most. Else what is wrong with it.
std::variant<FaultOrder, std::string> parseFaultOrder(std::string_view json);

/// Which faults are on, and until when. Pure.
class Faults
{
public:
    void set(const FaultOrder &order, Clock::time_point now) { m_until.at(index(order.fault)) = now + order.duration; }
    bool isOn(Fault fault, Clock::time_point now) const { return now < m_until.at(index(fault)); }

private:
    static std::size_t index(Fault fault) { return static_cast<std::size_t>(fault); }

    std::array<Clock::time_point, 6> m_until{};
};

} // namespace foghorn::demo

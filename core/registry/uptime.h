#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <deque>
#include <optional>

namespace foghorn {

/// When a service was up, down or not meant to be up, over the last seven days. Pure: time comes in.
class UptimeLedger
{
public:
    enum class Condition : quint8 { Excluded, Up, Down };
    struct Span { WallTime from; Condition condition; bool operator==(const Span &) const = default; };

    /// From `at` on the condition holds. Equal neighbours merge; times that run backwards are taken as the latest known.
    void note(WallTime at, Condition condition);
    /// Share (0 to 1) of the observed, meant-to-be-up part of the window before `now` in which the service was up; nothing when none was observed.
    std::optional<double> share(WallTime now, std::chrono::milliseconds window) const;

    const std::deque<Span> &spans() const { return m_spans; }
    static UptimeLedger fromSpans(std::deque<Span> spans);

private:
    std::deque<Span> m_spans; ///< oldest first; the last one lasts until now
};

} // namespace foghorn

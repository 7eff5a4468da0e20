#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>
#include <vector>

namespace foghorn {

/// When a service was up, down or not meant to be up, over the last seven days. Pure: time comes in.
///
/// Memory is bounded: a service that flaps for days has its oldest spans pushed together, so that old history loses
/// its order but keeps how long each condition held.
class UptimeLedger
{
public:
    enum class Condition : quint8 { Excluded, Up, Down };
    struct Span
    {
        WallTime from;
        Condition condition;
        bool operator==(const Span &) const = default;
    };

    static constexpr std::chrono::hours reach{7 * 24};
    static constexpr std::size_t mostSpans = 512;

    /// From `at` on the condition holds. Equal neighbours merge. A time a little before the last one is taken as the
    /// last one; one that is minutes before it says that the clock was set back: then the past moves back with it.
    void note(WallTime at, Condition condition);
    /// Share (0 to 1) of the observed, meant-to-be-up part of the window before `now` in which the service was up;
    /// nothing when none was observed.
    std::optional<double> share(WallTime now, std::chrono::milliseconds window) const;
    /// Whether it was up at any time still remembered.
    bool wasEverUp() const;

    /// Oldest first; the last one lasts until now.
    const std::vector<Span> &spans() const { return m_spans; }
    /// What spans() gave once; spans out of order or too many are put right.
    static UptimeLedger fromSpans(std::vector<Span> spans);

private:
    void forgetBefore(WallTime time);
    void pushTogether();

    std::vector<Span> m_spans;
};

} // namespace foghorn

#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>
#include <vector>

namespace foghorn {

/// When a service was up, down or not meant to be up, over the last thirty days. Pure: time comes in.
///
/// Spans of this run of the orchestrator are as long as they really were, whatever becomes of the wall clock: they all
/// move with it. What earlier runs wrote stays where it is, because whether their clock was right nobody knows now;
/// only where this run's spans would lie over it, it makes way backwards, without losing anything but unobserved time.
///
/// Memory is bounded: of a service that flaps for days the older spans are pushed together hour by hour, so that each
/// hour loses its order but keeps how long each condition held; only where that is not enough, day by day and so on.
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

    static constexpr std::chrono::hours reach{30 * 24};
    static constexpr std::size_t mostSpans = 1024;

    /// From `at` on the condition holds. Equal neighbours merge. A time a little before the last one is taken as the
    /// last one; one that is minutes before it says that the clock was set back: then the past moves back with it.
    void note(WallTime at, Condition condition);
    /// Share (0 to 1) of the observed, meant-to-be-up part of the window before `now` in which the service was up;
    /// nothing when none was observed.
    std::optional<double> share(WallTime now, std::chrono::milliseconds window) const;
    /// The clock was set by `jump`: what this run noted moves with it.
    void shift(std::chrono::milliseconds jump);
    /// The same for what earlier runs noted since `from`, which is when the machine was switched on, by the clock that
    /// was set: to be told before anything is noted.
    void shiftSince(WallTime from, std::chrono::milliseconds jump);
    /// All that is noted so far is an earlier run's.
    void closePast();
    /// The machine slept for so long at some time before `until`, since the newest span began.
    void leaveOut(WallTime until, std::chrono::milliseconds length);
    /// Nobody looked from `at` on, or from the beginning of the newest span where that is later.
    void leaveUnobservedFrom(WallTime at);
    /// Whether it was up at any time still remembered.
    bool wasEverUp() const;

    /// Oldest first; the last one lasts until now. Neighbours differ, but for the first of this run.
    const std::vector<Span> &spans() const { return m_spans; }
    /// Rises when older spans than the newest one have changed: whoever keeps a copy needs all of them anew.
    quint64 rewrites() const { return m_rewrites; }
    /// What spans() gave once; spans out of order or too many are put right.
    static UptimeLedger fromSpans(std::vector<Span> spans);

private:
    void beginRun(WallTime at, Condition condition);
    void placePast();
    void keepBounds(WallTime now);
    void forgetBefore(WallTime time);
    void pushTogether(std::chrono::milliseconds slot);

    std::vector<Span> m_spans;
    std::size_t m_own = 0; ///< where this run's spans begin; m_spans.size(): it has none yet
    std::vector<Span> m_written; ///< the past as it was written, while it makes way
    WallTime m_pastEnd{}; ///< of the past as it was written
    bool m_hasGap = false; ///< the last span before m_own says that nobody looked between the runs
    bool m_wasSet = false; ///< the clock was, since the last note
    WallTime m_forgetsFrom{}; ///< nothing is forgotten before
    std::size_t m_forgotten = 0; ///< spans since m_rewrites rose
    quint64 m_rewrites = 0;
};

} // namespace foghorn

#pragma once

#include "core/base/clock.h"

namespace foghorn {

/// A clock that stands still while this process could not run (stopped by a signal, starved, the machine suspended):
/// told when it asked to be woken and when it was, it leaves the time in between out. Deadlines and schedules kept in
/// its time neither expire nor pile up during such a gap. Pure: both clocks are handed in.
class AwakeClock
{
public:
    /// Waking later than this counts as a gap; less is ordinary lateness.
    static constexpr std::chrono::milliseconds tolerance{250};

    explicit AwakeClock(const Now &now)
        : m_last(now)
    {
    }

    /// The awake time now. Call at every wake, and with the same reading for all that is done in it.
    MonoTime wake(const Now &now);
    /// The process sleeps until this awake time at most; without a call it may sleep for ever.
    void sleepUntil(MonoTime awakeTime) { m_expected = awakeTime; }

    /// How many gaps there were: what was under way when the count changed cannot be trusted to have failed.
    int gaps() const { return m_gaps; }
    /// The real time of an awake time that is not yet past.
    MonoTime toMono(MonoTime awakeTime) const { return awakeTime + m_leftOut; }

private:
    Now m_last;
    MonoTime m_expected = MonoTime::max();
    MonoTime::duration m_leftOut{0};
    int m_gaps = 0;
};

} // namespace foghorn

#include "core/health/awakeclock.h"

namespace foghorn {

MonoTime AwakeClock::wake(const Now &now)
{
    using namespace std::chrono_literals;
    MonoTime awake = now.mono - m_leftOut;
    if (m_expected != MonoTime::max() && awake > m_expected + tolerance) {
        m_leftOut += awake - m_expected;
        awake = m_expected;
        ++m_gaps;
    } else if ((now.wall - m_last.wall) - (now.mono - m_last.mono) > 2s) {
        // The monotonic clock stood still: a suspend (or the wall clock was set, where one more asking does no harm).
        ++m_gaps;
    }
    m_last = now;
    return awake;
}

} // namespace foghorn

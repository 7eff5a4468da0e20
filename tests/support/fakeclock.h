#pragma once

#include "core/base/clock.h"

#include <functional>
#include <memory>

namespace foghorn::test {

/// Both clocks in a test's hand. Copies of reader() read the same clock, also after this object is gone.
class FakeClock
{
public:
    FakeClock()
        : m_now(std::make_shared<Now>(
            Now{MonoTime(std::chrono::hours(1000)), WallTime(std::chrono::milliseconds(1'795'392'000'000))}))
    {
    }

    Now now() const { return *m_now; }
    WallTime wall() const { return m_now->wall; }
    void advance(std::chrono::milliseconds by)
    {
        m_now->mono += by;
        m_now->wall += by;
    }
    /// Somebody sets the clock; nothing else happens.
    void jumpWall(std::chrono::milliseconds by) { m_now->wall += by; }
    std::function<Now()> reader() const
    {
        return [now = m_now] { return *now; };
    }

private:
    std::shared_ptr<Now> m_now;
};

} // namespace foghorn::test

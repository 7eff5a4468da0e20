#include "core/store/believedtime.h"

#include <algorithm>

namespace foghorn {

WallTime BelievedTime::take(Now now)
{
    const auto leap = std::chrono::abs(now.wall - m_believed.value_or(now.wall));
    if (leap <= near) {
        m_doubted.reset();
        m_believed = now.wall;
        return now.wall;
    }
    const auto run = [&now](const Now &since) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(now.mono - since.mono);
    };
    // a clock that leaps again is doubted anew
    if (!m_doubted || std::chrono::abs(now.wall - m_doubted->wall - run(*m_doubted)) > near)
        m_doubted = now;
    if (run(*m_doubted) < (leap > far ? longDoubt : doubt))
        return std::min(now.wall, *m_believed);
    m_doubted.reset();
    m_believed = now.wall;
    return now.wall;
}

} // namespace foghorn

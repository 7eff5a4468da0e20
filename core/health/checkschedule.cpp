#include "core/health/checkschedule.h"

#include <algorithm>
#include <cmath>

namespace foghorn {
namespace {

constexpr milliseconds firstPause = 100ms;
constexpr milliseconds longestPause = 1s;

} // namespace

double CheckSchedule::phase(int slot)
{
    constexpr double goldenRatio = 0.61803398874989484820;
    const double turns = slot * goldenRatio;
    return turns - std::floor(turns);
}

MonoTime CheckSchedule::regularAfter(MonoTime now) const
{
    using std::chrono::microseconds;
    const auto interval = std::chrono::duration_cast<microseconds>(m_interval).count();
    const auto offset = static_cast<microseconds::rep>(phase(m_slot) * static_cast<double>(interval));
    const MonoTime first = m_epoch + microseconds(offset);
    if (first > now)
        return first;
    const auto passed = std::chrono::duration_cast<microseconds>(now - first).count() / interval;
    return first + microseconds((passed + 1) * interval);
}

void CheckSchedule::setInterval(milliseconds interval, MonoTime now)
{
    interval = std::max(interval, 1ms);
    if (interval == m_interval)
        return;
    m_interval = interval;
    if (m_regularDue)
        m_regularDue = regularAfter(now);
}

void CheckSchedule::startRegular(MonoTime now)
{
    if (!m_regularDue)
        m_regularDue = regularAfter(now);
}

void CheckSchedule::startQuick(MonoTime now)
{
    m_pause = 0ms;
    m_quickDue = now;
}

void CheckSchedule::stopQuick() { m_quickDue.reset(); }

void CheckSchedule::stop()
{
    m_quickDue.reset();
    m_regularDue.reset();
}

std::optional<MonoTime> CheckSchedule::nextDue() const
{
    if (m_quickDue && m_regularDue)
        return std::min(*m_quickDue, *m_regularDue);
    return m_quickDue ? m_quickDue : m_regularDue;
}

bool CheckSchedule::begin(MonoTime now)
{
    const bool regular = m_regularDue && *m_regularDue <= now;
    if (regular)
        m_regularDue = regularAfter(now);
    return regular;
}

void CheckSchedule::finish(MonoTime now)
{
    if (m_regularDue && *m_regularDue <= now)
        m_regularDue = regularAfter(now);
    if (!m_quickDue)
        return;
    m_pause = m_pause == 0ms ? firstPause : std::min(m_pause * 3 / 2, longestPause);
    m_quickDue = now + m_pause;
}

} // namespace foghorn

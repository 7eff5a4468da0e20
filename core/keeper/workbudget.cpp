#include "core/keeper/workbudget.h"

#include <algorithm>

namespace foghorn::keeper {
namespace {

constexpr std::int64_t usInMs = 1000;

} // namespace

void WorkBudget::earn(std::int64_t nowMs)
{
    const std::int64_t passed = std::max<std::int64_t>(nowMs - m_earnedAtMs, 0);
    m_earnedAtMs = nowMs;
    m_creditUs = std::min(m_creditUs + passed * usInMs / m_share, m_burstUs);
}

void WorkBudget::spend(std::int64_t us, std::int64_t nowMs)
{
    earn(nowMs);
    m_creditUs -= us;
    m_isSpent = m_isSpent || m_creditUs <= 0;
}

int WorkBudget::waitMs(std::int64_t nowMs)
{
    if (!m_isSpent)
        return 0;
    earn(nowMs);
    if (m_creditUs >= usInMs) {
        m_isSpent = false;
        return 0;
    }
    return static_cast<int>((usInMs - m_creditUs) * m_share / usInMs + 1);
}

} // namespace foghorn::keeper

#include "core/base/looplag.h"

namespace foghorn {

LoopLag::LoopLag(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LoopLag::onTick);
    m_due = std::chrono::steady_clock::now() + interval;
    m_timer.start(interval);
}

LoopLag::~LoopLag() = default;

void LoopLag::onTick()
{
    const MonoTime now = std::chrono::steady_clock::now();
    const double lag = std::max(std::chrono::duration<double>(now - m_due).count(), 0.0);
    m_lags.add(lag);
    m_longest = std::max(m_longest, lag);
    // not a repeating timer: it would hurry after a stall to make up for the ticks that it missed
    m_due = now + interval;
    m_timer.start(interval);
}

} // namespace foghorn

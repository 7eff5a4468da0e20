#include "core/runtime/deadlines.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foghorn {

Deadlines::Deadlines(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::onTimeout);
}

Deadlines::~Deadlines() = default;

void Deadlines::set(const ServiceId &service, DeadlineKind kind, MonoTime at)
{
    cancel(service, kind);
    const auto position = m_due.emplace(at, Key(service, kind));
    m_running.emplace(position->second, position);
    if (position == m_due.begin())
        arm();
}

void Deadlines::extend(const ServiceId &service, DeadlineKind kind, MonoTime at)
{
    const auto running = m_running.find(Key(service, kind));
    if (running != m_running.end() && running->second->first < at)
        set(service, kind, at);
}

void Deadlines::cancel(const ServiceId &service, DeadlineKind kind)
{
    const auto running = m_running.find(Key(service, kind));
    if (running == m_running.end())
        return;
    m_due.erase(running->second);
    m_running.erase(running);
    if (m_due.empty())
        m_timer.stop(); // else a timer that fires early finds nothing due and is set anew
}

bool Deadlines::isRunning(const ServiceId &service, DeadlineKind kind) const
{
    return m_running.contains(Key(service, kind));
}

void Deadlines::cancelAll(const ServiceId &service)
{
    using enum DeadlineKind;
    for (const DeadlineKind kind : std::array{StartTimeout, StopTimeout, Backoff, ResetAttempts})
        cancel(service, kind);
}

void Deadlines::onTimeout()
{
    const MonoTime now = Now::read().mono;
    std::vector<Key> due;
    while (!m_due.empty() && m_due.begin()->first <= now) {
        due.push_back(m_due.begin()->second);
        m_running.erase(m_due.begin()->second);
        m_due.erase(m_due.begin());
    }
    arm();
    for (const auto &[service, kind] : due)
        Q_EMIT passed(service, kind);
}

void Deadlines::arm()
{
    if (m_due.empty())
        return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due.begin()->first - Now::read().mono);
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), std::chrono::milliseconds(std::chrono::hours(24))));
}

} // namespace foghorn

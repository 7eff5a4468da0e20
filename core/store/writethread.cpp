#include "core/store/writethread.h"

#include "core/store/fleetwriter.h"

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// How long checks alone wait for others. 2,000 services with a check every 30 s bring 17 in this time.
constexpr auto gathering = 250ms;
constexpr auto retryAfter = 1s;

} // namespace

WriteThread::WriteThread(QString path, Report report)
    : m_path(std::move(path))
    , m_report(std::move(report))
{
}

WriteThread::~WriteThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void WriteThread::start()
{
    m_thread = std::thread([this] { run(); });
}

void WriteThread::change(const std::function<void(PendingWrites &)> &change)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = m_pending.isEmpty();
        const bool wasUrgent = m_pending.isUrgent();
        change(m_pending);
        wake = wasEmpty || wasUrgent != m_pending.isUrgent();
    }
    if (wake)
        m_wake.notify_one();
}

std::optional<PendingWrites> WriteThread::take()
{
    std::unique_lock lock(m_mutex);
    if (m_failing)
        m_wake.wait_for(lock, retryAfter, [this] { return m_ending; });
    m_wake.wait(lock, [this] { return m_ending || !m_pending.isEmpty(); });
    m_wake.wait_for(lock, gathering, [this] { return m_ending || m_pending.isUrgent(); });
    if (m_pending.isEmpty())
        return std::nullopt;
    return std::exchange(m_pending, {});
}

void WriteThread::run()
{
    FleetWriter writer(m_path);
    while (auto writes = take()) {
        auto fault = writer.write(*writes);
        const bool changed = fault.has_value() != m_failing;
        m_failing = fault.has_value();
        bool ending = false;
        if (fault) {
            const std::lock_guard lock(m_mutex);
            m_pending.putBack(std::move(*writes));
            ending = m_ending;
        }
        if (changed)
            m_report(fault);
        if (ending)
            return;
    }
}

} // namespace foghorn

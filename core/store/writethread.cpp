#include "core/store/writethread.h"

#include "core/store/asidefile.h"
#include "core/store/fleetwriter.h"

#include <algorithm>
#include <iterator>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// How long checks alone wait for others. 2,000 services with a check every 30 s bring 67 in this time.
constexpr auto gathering = 1s;
/// From the end of one transaction to the next: what happens alone is written at once, and the start of 1,000 services
/// is a dozen transactions and not thousands.
constexpr auto spacing = 50ms;
constexpr auto retryAfter = 1s;

/// Leaves in `writes` what could not be written.
MaybeFault writeAll(FleetWriter &writer, PendingWrites &writes)
{
    if (writes.isEmpty())
        return std::nullopt;
    auto fault = writer.write(writes);
    if (!fault)
        writes = {};
    return fault;
}

/// Likewise. What a next orchestrator needs is little, and may find room where all that has gathered does not.
MaybeFault writeInParts(FleetWriter &writer, PendingWrites &writes)
{
    PendingWrites counters = writes.takeCounters();
    auto fault = writeAll(writer, counters);
    if (!fault)
        return writeAll(writer, writes);
    writes.putBack(std::move(counters));
    return fault;
}

} // namespace

WriteThread::WriteThread(QString path, Report report, Replaced replaced, Forgot forgot)
    : m_path(std::move(path))
    , m_report(std::move(report))
    , m_replaced(std::move(replaced))
    , m_forgot(std::move(forgot))
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
        const bool hurried = m_pending.hurries;
        const bool wasUrgent = m_pending.isUrgent();
        change(m_pending);
        ++m_changes;
        wake = wasEmpty || wasUrgent != m_pending.isUrgent() || hurried != m_pending.hurries;
    }
    if (wake)
        m_wake.notify_one();
}

void WriteThread::waitUntilWritten(std::chrono::milliseconds atMost)
{
    std::unique_lock lock(m_mutex);
    const quint64 changes = m_changes;
    ++m_hurrying;
    m_wake.notify_one();
    m_settled.wait_for(lock, atMost, [&] { return m_written >= changes || m_failing || m_ending; });
    --m_hurrying;
}

void WriteThread::callWhenWritten(std::function<void()> call)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_written < m_changes && !m_failing) {
            m_asking.push_back({m_changes, std::move(call)});
            m_pending.hurries |= !m_pending.isEmpty();
            call = nullptr;
        }
    }
    if (call)
        call();
    else
        m_wake.notify_one();
}

std::optional<PendingWrites> WriteThread::take(MonoTime nextChore)
{
    std::unique_lock lock(m_mutex);
    const auto ends = [this] { return m_ending; };
    const auto hurries = [this] { return m_ending || m_hurrying > 0 || m_pending.hurries; };
    if (m_failing) {
        m_wake.wait_for(lock, retryAfter, ends);
        m_wake.wait(lock, [this] { return m_ending || !m_pending.isEmpty(); });
    } else {
        m_wake.wait_until(lock, nextChore, [this] { return m_ending || !m_pending.isEmpty(); });
        if (!m_pending.isEmpty())
            m_wake.wait_for(lock, gathering, [this, &hurries] { return hurries() || m_pending.isUrgent(); });
        m_wake.wait_until(lock, m_lastWrite + spacing, hurries);
    }
    m_taken = m_changes;
    if (m_ending && m_pending.isEmpty())
        return std::nullopt;
    return std::exchange(m_pending, {});
}

bool WriteThread::settle(const MaybeFault &fault, PendingWrites &&writes)
{
    bool changed = false;
    bool goesOn = true;
    std::vector<Asking> answered;
    {
        const std::lock_guard lock(m_mutex);
        const unsigned told = fault ? m_told | 1U << static_cast<unsigned>(fault->kind) : 0;
        changed = std::exchange(m_told, told) != told;
        m_failing = fault.has_value();
        if (fault) {
            m_pending.putBack(std::move(writes));
            goesOn = !m_ending;
        } else {
            m_written = m_taken;
        }
        const auto firstLeft =
            std::ranges::find_if(m_asking, [&](const Asking &asking) { return !fault && asking.changes > m_written; });
        std::move(m_asking.begin(), firstLeft, std::back_inserter(answered));
        m_asking.erase(m_asking.begin(), firstLeft);
    }
    m_settled.notify_all();
    for (const Asking &asking : answered)
        asking.call();
    if (changed)
        m_report(fault);
    return goesOn;
}

void WriteThread::replaceDamaged(const MaybeFault &fault)
{
    if (!fault || fault->kind != StoreFault::Kind::Damaged || std::exchange(m_hasReplaced, true))
        return;
    if (const Result<QString> aside = setAside(m_path, QStringLiteral("corrupt"), Now::read().wall))
        m_replaced(aside.value());
}

void WriteThread::run()
{
    FleetWriter writer(m_path);
    bool isFailing = false;
    while (auto writes = take(writer.nextChore())) {
        if (m_stampsAlive && !writes->isEmpty())
            writes->alive = BootClock::read(); // as fresh as anything in the file
        MaybeFault fault = isFailing ? writeInParts(writer, *writes) : writeAll(writer, *writes);
        if (!fault && Now::read().mono >= writer.nextChore()) {
            const qint64 oldest = writer.oldestEvent();
            fault = writer.doChore(Now::read());
            if (!fault && writer.oldestEvent() != oldest)
                m_forgot(writer.oldestEvent());
        }
        replaceDamaged(fault);
        isFailing = fault.has_value();
        m_lastWrite = std::chrono::steady_clock::now();
        if (!settle(fault, std::move(*writes)))
            return;
    }
}

} // namespace foghorn

#pragma once

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace foghorn::test {

/// Measures how long the event loop of its thread was kept from running, by the gaps between the ticks of a timer.
///
///     LoopWatch watch;
///     … QTRY_… / QSignalSpy::wait …
///     QVERIFY2(watch.isFluent(), watch.report());
///
/// A gap also grows when the machine is busy with something else; so the tick is short, and the limit is for one stall,
/// not for their sum. Time in which the test itself computes counts too: call restart() after it.
class LoopWatch final : public QObject
{
    Q_DISABLE_COPY_MOVE(LoopWatch)
public:
    static constexpr std::chrono::milliseconds limit{50};
    static constexpr std::chrono::milliseconds tick{5};

    explicit LoopWatch(QObject *parent = nullptr)
        : QObject(parent)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { onTick(); });
        m_timer.start(tick);
        restart();
    }
    ~LoopWatch() override = default;

    /// Forgets what was measured.
    void restart()
    {
        m_last = std::chrono::steady_clock::now();
        m_longest = {};
    }
    /// The longest stall since the start, the one under way included.
    std::chrono::milliseconds longestStall() const { return std::max(m_longest, sinceTick()); }
    bool isFluent(std::chrono::milliseconds allowed = limit) const { return longestStall() <= allowed; }
    QByteArray report() const
    {
        return "the event loop stood still for " + QByteArray::number(longestStall().count()) + " ms";
    }

private:
    std::chrono::milliseconds sinceTick() const
    {
        const auto gap = std::chrono::steady_clock::now() - m_last;
        return std::max(
            std::chrono::duration_cast<std::chrono::milliseconds>(gap) - tick, std::chrono::milliseconds(0));
    }
    void onTick()
    {
        m_longest = std::max(m_longest, sinceTick());
        m_last = std::chrono::steady_clock::now();
    }

    QTimer m_timer;
    std::chrono::steady_clock::time_point m_last;
    std::chrono::milliseconds m_longest{};
};

} // namespace foghorn::test

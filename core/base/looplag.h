#pragma once

#include "core/base/clock.h"
#include "core/base/histogram.h"

#include <QObject>
#include <QTimer>

namespace foghorn {

inline constexpr std::array loopLagBounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0};

/// How late the event loop of its thread comes to what is due: a timer that should have fired a while ago tells. Two
/// wake-ups a second; a shorter stall between two of them is not seen, so this is for what keeps the loop often or
/// long.
class LoopLag final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoopLag)
public:
    static constexpr std::chrono::milliseconds interval{500};

    explicit LoopLag(QObject *parent = nullptr);
    ~LoopLag() override;

    /// In seconds, of all ticks since the start.
    const Histogram<loopLagBounds> &lags() const { return m_lags; }
    /// The longest one, in seconds.
    double longest() const { return m_longest; }

private:
    void onTick();

    QTimer m_timer;
    MonoTime m_due{};
    Histogram<loopLagBounds> m_lags;
    double m_longest = 0;
};

} // namespace foghorn

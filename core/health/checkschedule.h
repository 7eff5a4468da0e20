#pragma once

#include "core/base/clock.h"
#include "core/model/servicespec.h"

#include <optional>

namespace foghorn {

/// When one service is to be checked. Two rhythms: the regular one, spread over the interval by the service's slot, and
/// a quick one (at once, then after 100 ms growing to 1 s) from its start until it is known how it is. Pure: all times
/// are handed in, and a past due is never made up for, so no gap ends in a burst.
class CheckSchedule
{
public:
    /// `slot`: 0, 1, 2, … per service. Any run of slots is spread evenly over any interval. `epoch`: the same for all.
    CheckSchedule(int slot, MonoTime epoch)
        : m_slot(slot)
        , m_epoch(epoch)
    {
    }

    void setInterval(milliseconds interval, MonoTime now);
    void startRegular(MonoTime now);
    /// The first check is due at once.
    void startQuick(MonoTime now);
    void stopQuick();
    void stop();

    /// Nothing while stopped.
    std::optional<MonoTime> nextDue() const;
    bool isQuick() const { return m_quickDue.has_value(); }
    /// A check begins: moves what is due at `now` on. True when the regular rhythm asked for it.
    bool begin(MonoTime now);
    /// A check ended: the quick rhythm counts its pause from here.
    void finish(MonoTime now);

    /// How far into its interval the slot lies: the golden ratio's multiples fill [0,1) evenly however many there are.
    static double phase(int slot);

private:
    MonoTime regularAfter(MonoTime now) const;

    int m_slot;
    MonoTime m_epoch;
    milliseconds m_interval{30000};
    milliseconds m_pause{0};
    std::optional<MonoTime> m_regularDue;
    std::optional<MonoTime> m_quickDue;
};

} // namespace foghorn

#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"

#include <QString>

#include <array>

namespace foghorn {

enum class EventKind { StateChanged, HealthChanged, Command, Reload, Fleet, Registry, Alert };
inline constexpr std::array allEventKinds{EventKind::StateChanged, EventKind::HealthChanged, EventKind::Command,
    EventKind::Reload, EventKind::Fleet, EventKind::Registry, EventKind::Alert};

/// One thing that happened. Words in `from`, `to` and `cause` are the stable ones of core/model/words.h.
struct Event
{
    qint64 id = 0; ///< rises for ever; given by EventLog
    WallTime at{};
    EventKind kind = EventKind::Fleet;
    ServiceId service; ///< empty: the fleet
    QString from; ///< StateChanged, HealthChanged
    QString to; ///< StateChanged, HealthChanged; Command: the verb
    QString cause; ///< StateChanged
    QString actor; ///< Command: who, "operator 127.0.0.1 foghornctl"
    QString message; ///< one sentence for people

    bool operator==(const Event &) const = default;
};

} // namespace foghorn

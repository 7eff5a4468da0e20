#pragma once

#include "core/model/runstate.h"
#include "core/registry/eventlog.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace foghorn {

class ServiceRegistry;

/// How long services lately took from one state to another, as the journal says.
class UsualTimes
{
public:
    /// Reads the journal once.
    UsualTimes(const EventLog &events, RunState from, RunState to);

    std::optional<std::chrono::milliseconds> of(const ServiceId &service) const;
    /// Of all of them in order, layer after layer; of whom nothing is known, nothing is counted. Nothing when that
    /// holds for all.
    std::optional<std::chrono::milliseconds> of(
        const QList<ServiceId> &services, const ServiceRegistry &registry) const;

private:
    QHash<ServiceId, std::chrono::milliseconds> m_times; ///< the last one of each
};

} // namespace foghorn

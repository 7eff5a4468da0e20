#pragma once

#include "core/commands/commands.h"

#include <chrono>

namespace foghorn {

/// What people may do about alerts. Implemented beside the orchestrator, and over REST by a client; every future ends.
/// NotFound: no such alert or service; Conflict: it is resolved already; Invalid: not so long.
class AlertCommands
{
public:
    /// The longest that somebody can be quiet for.
    static constexpr std::chrono::minutes longestSilence{60 * 24 * 30};

    virtual ~AlertCommands() = default;

    /// Somebody has seen it; false takes that back.
    virtual QFuture<CommandOutcome> acknowledge(qint64 alert, bool acknowledged, const Actor &actor) = 0;
    /// Nobody is told of it for so long; 0 ends that.
    virtual QFuture<CommandOutcome> mute(qint64 alert, std::chrono::minutes time, const Actor &actor) = 0;
    /// The service is worked on for so long: neither it nor what its being down causes in others is told; 0 ends that.
    virtual QFuture<CommandOutcome> maintain(
        const ServiceId &service, std::chrono::minutes time, const Actor &actor) = 0;
};

} // namespace foghorn

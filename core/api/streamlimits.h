#pragma once

#include <chrono>

#include <QtGlobal>

namespace foghorn {

/// What one reader of the event stream may take of us. Sizes in bytes.
struct StreamLimits
{
    int maxClients = 1024; ///< beyond: 503
    qint64 maxQueued = 4 * 1024 * 1024; ///< news not yet taken; beyond: cut off. The first snapshot does not count.
    int maxIncoming = 1024; ///< of one message of a client, which has nothing to say
    int frameBurst = 64; ///< frames that a client may send at once
    int framesPerSecond = 8; ///< in the long run
    std::chrono::milliseconds gather{20}; ///< news are collected for so long and sent together
    std::chrono::milliseconds alive{15'000}; ///< so often who wants updates hears of us at least
    std::chrono::milliseconds uptimes{30'000}; ///< no uptime that is shown is older; each is told once in it at most
    std::chrono::milliseconds stall{10'000}; ///< without taking a byte of what is queued
    std::chrono::milliseconds ping{20'000}; ///< after this silence of the other end
    std::chrono::milliseconds silence{50'000}; ///< after this it counts as dead
    std::chrono::milliseconds linger{3'000}; ///< for the other end to take our last word and to hang up
};

} // namespace foghorn

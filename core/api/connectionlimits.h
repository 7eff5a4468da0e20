#pragma once

#include <chrono>

#include <QtGlobal>

namespace foghorn {

/// What one client may take of us. Sizes in bytes.
struct ConnectionLimits
{
    int maxConnections = 1024; ///< all listeners together; beyond: 503
    qint64 maxHead = 32 * 1024;
    qint64 maxBody = 64 * 1024;
    qint64 maxUnread = 4 * 1024 * 1024; ///< answers queued when a client already sends its next request
    std::chrono::milliseconds requestDeadline{10'000}; ///< from the first byte of a request to its last
    std::chrono::milliseconds idle{60'000}; ///< between requests
    std::chrono::milliseconds stall{10'000}; ///< without taking a byte of its answer
    std::chrono::milliseconds linger{2'000}; ///< after our last word, until the other end hangs up
    std::chrono::milliseconds answerDeadline{120'000}; ///< of slow work
    int maxPendingAnswers = 128; ///< slow work under way; beyond: 429
};

} // namespace foghorn

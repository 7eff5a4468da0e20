#pragma once

#include <chrono>

namespace foghorn {

// How long what is kept.

/// Each check as it was.
constexpr std::chrono::milliseconds rawChecksKept = std::chrono::hours(48);
/// After that what the checks of each such stretch add up to.
constexpr std::chrono::milliseconds bucketLength = std::chrono::minutes(5);
/// Buckets, spans and events.
constexpr std::chrono::milliseconds historyKept = std::chrono::days(400);
/// Spans of programs that only registered themselves, after the last one.
constexpr std::chrono::milliseconds outsidersKept = std::chrono::days(30);
constexpr long long mostEventsKept = 1'000'000;

/// Checks of each service that a next orchestrator gets back, however old they are.
constexpr int checksKept = 100;

} // namespace foghorn

#pragma once

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>

namespace foghorn {

/// What a service says of itself over NOTIFY_SOCKET (sd_notify(3)); what Foghorn has no use for is left out.
struct NotifyMessage
{
    bool ready = false; ///< READY=1
    bool reloading = false; ///< RELOADING=1
    bool stopping = false; ///< STOPPING=1
    bool watchdog = false; ///< WATCHDOG=1: a sign of life
    bool watchdogTrigger = false; ///< WATCHDOG=trigger: treat me as hung
    std::optional<QString> status; ///< STATUS=, one printable line for people; empty takes the last one back
    std::optional<qint64> mainPid; ///< MAINPID=, above 1; a claim: what comes of it the keeper tells
    std::optional<std::chrono::microseconds> extendTimeout; ///< EXTEND_TIMEOUT_USEC=, at most a day
    std::optional<std::chrono::microseconds> watchdogTimeout; ///< WATCHDOG_USEC=, above 0, at most a day
    std::optional<int> errorNumber; ///< ERRNO=

    bool operator==(const NotifyMessage &) const = default;
};

/// Longest datagram that is read, in bytes.
constexpr qsizetype notifyMessageLimit = 4096;
/// Longest status text that is kept, in characters.
constexpr qsizetype statusTextLimit = 256;

/// Reads one datagram. Nothing when it is empty, too long, holds a NUL (but for one at its end) or says nothing that we
/// have a use for (BARRIER=1 and FDSTORE=1 need no answer, MONOTONIC_USEC= comes with RELOADING=1). Lines that make no
/// sense are passed over; of a field said twice the last holds.
std::optional<NotifyMessage> parseNotifyMessage(QByteArrayView datagram);

} // namespace foghorn

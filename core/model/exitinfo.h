#pragma once

#include <QString>

namespace foghorn {

/// How a process ended, or why it never began.
struct ExitInfo
{
    enum class Kind { Exited, Signaled, SpawnFailed, Unknown };
    Kind kind = Kind::Unknown;
    int code = 0; ///< exit code (Exited)
    int signal = 0; ///< signal number (Signaled)
    bool coreDumped = false; ///< (Signaled)
    /// For people: what failed, "program not found: foo" (SpawnFailed), or what may lie behind it, "perhaps out of
    /// memory" (Signaled).
    QString reason;

    bool operator==(const ExitInfo &) const = default;
};

} // namespace foghorn

#pragma once

#include <cstdint>
#include <string>

namespace foghorn::keeper {

/// Where a start failed. The numbers are part of the protocol.
enum class SpawnStep : std::uint32_t {
    None = 0,
    AlreadyRunning = 1, ///< something of the service still lives; detail: the pids, separated by blanks
    LogFile = 2, ///< detail: its path
    User = 3, ///< no such user; detail: the name
    Clone = 4,
    ControlGroup = 5,
    Session = 6,
    Descriptors = 7,
    Limits = 8,
    Identity = 9, ///< the user could not be taken on; detail: the name
    WorkingDirectory = 10, ///< detail: its path
    Program = 11, ///< execve refused; detail: the path that was tried, or argv[0]
    Interpreter = 12, ///< the program is there, but its interpreter or loader is not; detail: the program's path
};
inline constexpr auto lastSpawnStep = SpawnStep::Interpreter;

/// Why a program was not started: the step, its errno and what the step was about.
struct SpawnFailure
{
    SpawnStep step = SpawnStep::None;
    int error = 0;
    std::string detail;

    bool operator==(const SpawnFailure &) const = default;
};

} // namespace foghorn::keeper

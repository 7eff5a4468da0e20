#pragma once

#include "core/keeper/descriptor.h"
#include "core/keeper/spawnstep.h"

#include <sys/resource.h>
#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foghorn::keeper {

/// One program to start. The descriptors are borrowed, and may be close-on-exec.
struct SpawnRequest
{
    std::vector<std::string> argv; ///< argv[0] without a slash is looked up in PATH of `environment`
    std::vector<std::string> environment; ///< complete
    std::string workingDirectory; ///< empty: ours
    std::string user; ///< empty: ours
    int input = -1;
    int output = -1;
    int errorOutput = -1;
    int kept = -1; ///< stays open in the program; -1: none
    int controlGroup = -1; ///< directory of a cgroup v2 to start in; -1: ours
    bool resetOomScore = false;
    bool wantsDescriptor = true; ///< of the process: who reaps it by its number alone can do without
    std::uint64_t oddSignals = ~0ULL; ///< as oddSignals() answered; by default each signal is reset in the child
    std::optional<std::int64_t> nofile;
    std::optional<std::int64_t> memory; ///< bytes of address space
    std::optional<std::int64_t> core; ///< bytes
    bool noNewPrivileges = false;
    std::optional<std::uint64_t> capabilities; ///< bit n: capability n; those and no other
    std::optional<rlimit> defaultNofile; ///< what the program gets when `nofile` is not given; none: as we have it
};

struct SpawnedProcess
{
    pid_t pid = 0;
    Descriptor pidfd; ///< not open on kernels without
};

/// Starts a program in a session of its own, with clean signals and no descriptors but 0, 1, 2 and `kept`. Comes back
/// when the program runs (execve succeeded) or could not; in well under a millisecond either way. The caller reaps it.
std::variant<SpawnedProcess, SpawnFailure> spawn(const SpawnRequest &request);

/// The signals that this process ignores or handles, bit n-1 for signal n. Signals that a program starts with must be
/// reset only where one of these is set, and for a parent that starts thousands that is 64 system calls fewer for each.
std::uint64_t oddSignals();

/// The paths where `program` may be, in the order of PATH in `environment`; itself when it has a slash.
std::vector<std::string> programCandidates(const std::string &program, const std::vector<std::string> &environment);

} // namespace foghorn::keeper

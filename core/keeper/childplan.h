#pragma once

#include "core/keeper/spawnstep.h"

#include <sys/resource.h>
#include <sys/types.h>

#include <cstdint>

namespace foghorn::keeper {

/// Everything a new process does between its birth and execve, prepared beforehand: it shares its parent's memory until
/// then, so it may call the kernel and nothing else. It leaves the step that failed in here.
struct ChildPlan
{
    struct Limit
    {
        int resource = 0;
        rlimit value = {};
    };
    static constexpr int mostLimits = 4;

    const char *const *candidates = nullptr; ///< paths to try, null-terminated: argv[0] looked up in PATH
    char *const *argv = nullptr;
    char *const *environment = nullptr;
    const char *workingDirectory = nullptr;
    int input = -1;
    int output = -1;
    int errorOutput = -1;
    int kept = -1; ///< descriptor that stays open in the child, or -1
    int controlGroupProcs = -1; ///< cgroup.procs to join, or -1
    bool resetOomScore = false;
    unsigned fileMask = 0; ///< what is at least masked of the modes of files that it makes
    std::uint64_t oddSignals = ~0ULL; ///< bit n-1: signal n may not have its default disposition in the parent
    Limit limits[mostLimits] = {};
    int limitCount = 0;
    bool noNewPrivileges = false;
    bool limitsCapabilities = false;
    std::uint64_t capabilities = 0; ///< bit n: capability n; those it has, and no other
    bool changeUser = false;
    uid_t user = 0;
    gid_t group = 0;
    const gid_t *groups = nullptr;
    int groupCount = 0;

    // Filled by the child.
    volatile SpawnStep failedStep = SpawnStep::None;
    volatile int failedError = 0;
    volatile int failedCandidate = 0;
};

/// Runs the plan; never returns. Takes a ChildPlan *.
void runChildPlan(void *plan);

} // namespace foghorn::keeper

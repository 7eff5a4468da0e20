#pragma once

namespace foghorn {

/// What is wanted of a service.
enum class Goal { Down, Up };

/// What is true of a service now. Starting, Running and Stopping have a living leader process; Draining has lost its
/// leader and still ends the rest of its tree; in all other states nothing of the service is alive.
enum class RunState { Stopped, Waiting, Starting, Running, Draining, Stopping, Backoff, Finished, Failed };

/// Why a service is in its run state.
enum class Cause {
    None,
    NotStarted, ///< not asked for yet (autostart: false, or before the start-up sequence)
    Command, ///< somebody asked for it
    Restart, ///< down only to come up again: a restart of several in order
    StartUp, ///< the fleet came up
    Shutdown, ///< the fleet goes down
    Reload, ///< the fleet file changed
    Dependency, ///< started because another needs it, or waiting for one
    DependencyLost, ///< a required dependency is no longer available
    Exited, ///< the process ended by itself with a code
    Signaled, ///< a signal ended the process
    SpawnFailed, ///< the program could not be started
    StartTimeout, ///< not ready within start_timeout
    Unhealthy, ///< failure_threshold checks failed in a row
    HeartbeatLost, ///< its own heartbeat did not come in time
    RestartLimit, ///< max_attempts automatic restarts are used up
    Adopted, ///< found running by a new orchestrator
    ExitUnknown, ///< ended while nobody watched; the code is not known
};

/// What the checks say of a service.
enum class Health { Unknown, Healthy, Degraded, Unhealthy };

} // namespace foghorn

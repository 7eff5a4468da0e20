#pragma once

#include "core/keeper/spawn.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

namespace foghorn::keeper {

/// Starts programs in a thread of its own, one at a time. A process that shares its parent's memory keeps the thread
/// that made it waiting until its program runs: most of the time that a launch takes. The keeper makes the next ones
/// ready meanwhile, and has a few of these threads, so that other processors start programs as well.
class SpawnThread
{
public:
    using Answer = std::variant<SpawnedProcess, SpawnFailure>;

    SpawnThread() = default;
    SpawnThread(const SpawnThread &) = delete;
    SpawnThread &operator=(const SpawnThread &) = delete;
    ~SpawnThread();

    /// None may be under way. `request` is borrowed until wait() has answered.
    void start(const SpawnRequest &request);
    /// What came of it.
    Answer wait();

private:
    void run();

    std::thread m_thread; ///< begun with the first request
    std::mutex m_mutex;
    std::condition_variable m_changed;
    const SpawnRequest *m_request = nullptr; ///< to be carried out
    std::optional<Answer> m_answer;
    bool m_ending = false;
};

} // namespace foghorn::keeper

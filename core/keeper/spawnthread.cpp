#include "core/keeper/spawnthread.h"

#include <system_error>
#include <utility>

namespace foghorn::keeper {

SpawnThread::~SpawnThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SpawnThread::start(const SpawnRequest &request)
{
    if (!m_thread.joinable()) {
        try {
            m_thread = std::thread(&SpawnThread::run, this);
        } catch (const std::system_error &) { // no room for a thread: then the caller waits
            m_answer = spawn(request);
            return;
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_request = &request;
    }
    m_changed.notify_all();
}

SpawnThread::Answer SpawnThread::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_answer.has_value(); });
    return *std::exchange(m_answer, std::nullopt);
}

void SpawnThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || m_request; });
        if (!m_request)
            return;
        const SpawnRequest &request = *std::exchange(m_request, nullptr);
        lock.unlock();
        Answer answer = spawn(request);
        lock.lock();
        m_answer = std::move(answer);
        m_changed.notify_all();
    }
}

} // namespace foghorn::keeper

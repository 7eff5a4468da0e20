#pragma once

#include "core/registry/history.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace foghorn {

class HistoryReader;

/// The history in a database file, read in a thread of its own that begins with the first question.
class StoredHistory final : public History
{
public:
    /// Questions that wait. Beyond, a question is answered with an error at once.
    static constexpr std::size_t mostWaiting = 100;

    /// `catchUp` blocks until what was saved before is in the file; it is called in the reading thread.
    StoredHistory(QString path, std::function<void()> catchUp);
    /// Questions that still wait are never answered: their futures end without a result.
    ~StoredHistory() override;

    QFuture<Result<ServiceHistory>> ofService(const HistoryQuery &query) override;
    QFuture<Result<EventPage>> events(const EventQuery &query) override;
    bool isBusy() const override;

private:
    using Job = std::function<void(HistoryReader &)>;
    template<typename T> QFuture<Result<T>> ask(std::function<Result<T>(HistoryReader &)> question);
    bool queue(Job job);
    void run();

    const QString m_path;
    const std::function<void()> m_catchUp;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs; ///< guarded by m_mutex
    bool m_ending = false; ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace foghorn

#include "core/store/storedhistory.h"

#include "core/store/historyreader.h"

#include <QPromise>

namespace foghorn {

StoredHistory::StoredHistory(QString path, std::function<void()> catchUp)
    : m_path(std::move(path))
    , m_catchUp(std::move(catchUp))
{
}

StoredHistory::~StoredHistory()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

QFuture<Result<ServiceHistory>> StoredHistory::ofService(const HistoryQuery &query)
{
    return ask<ServiceHistory>([query](HistoryReader &reader) { return reader.ofService(query); });
}

QFuture<Result<EventPage>> StoredHistory::events(const EventQuery &query)
{
    return ask<EventPage>([query](HistoryReader &reader) { return reader.events(query); });
}

bool StoredHistory::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size() >= mostWaiting;
}

template<typename T> QFuture<Result<T>> StoredHistory::ask(std::function<Result<T>(HistoryReader &)> question)
{
    // A promise that goes without having been finished cancels its future.
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    const bool isQueued = queue([promise, question = std::move(question)](HistoryReader &reader) {
        promise->addResult(question(reader));
        promise->finish();
    });
    if (!isQueued) {
        promise->addResult(Result<T>(
            Error{QStringLiteral("Too many questions about the history wait already; try again in a moment.")}));
        promise->finish();
    }
    return future;
}

bool StoredHistory::queue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= mostWaiting)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    return true;
}

void StoredHistory::run()
{
    HistoryReader reader(m_path);
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
            if (m_ending)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        m_catchUp();
        job(reader);
    }
}

} // namespace foghorn

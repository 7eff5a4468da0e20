#pragma once

#include "core/store/pendingwrites.h"
#include "core/store/storefault.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace foghorn {

/// The thread that writes. Whatever has gathered while it wrote becomes the next transaction; checks alone wait a
/// moment for company, states only behind the transaction before. When writing fails it keeps what it has, within the
/// bounds of PendingWrites, and tries again. A std::thread with standard locks, because ThreadSanitizer sees through
/// those and not through Qt's.
class WriteThread final
{
    Q_DISABLE_COPY_MOVE(WriteThread)
public:
    /// Called in the writing thread: with a fault when writing begins to fail, or fails in a way that was
    /// not told yet; without when it works again.
    using Report = std::function<void(const MaybeFault &)>;

    /// Called in the writing thread: the file was damaged, stands under this name now, and a new one is begun.
    using Replaced = std::function<void(const QString &aside)>;

    /// Called in the writing thread: events before this one were let go.
    using Forgot = std::function<void(qint64 oldestEvent)>;

    WriteThread(QString path, Report report, Replaced replaced, Forgot forgot);
    /// Writes what is left, once, and ends.
    ~WriteThread();

    void start();
    /// From now on whatever is written also says that we are there.
    void stampAlive() { m_stampsAlive = true; }
    bool isStarted() const { return m_thread.joinable(); }
    /// Changes what is to be written, under the lock.
    void change(const std::function<void(PendingWrites &)> &change);
    /// Blocks until all changes made before this call are written, writing does not work, or the time is over. For
    /// other threads than the event loop's.
    void waitUntilWritten(std::chrono::milliseconds atMost);
    /// Calls once that is so, or once writing does not work, in the writing thread or at once. What is waited for is
    /// not kept for more to come. Not called when the thread ends first.
    void callWhenWritten(std::function<void()> call);

private:
    struct Asking
    {
        quint64 changes; ///< made before it was asked
        std::function<void()> call;
    };

    void run();
    /// Waits for something to write or for the next chore; takes what is there, which may be empty. Nothing: the end.
    std::optional<PendingWrites> take(MonoTime nextChore);
    /// Sets a damaged file aside, once: whatever is wrong after that is not the file.
    void replaceDamaged(const MaybeFault &fault);
    /// Puts back what could not be written. False: that was the last attempt.
    bool settle(const MaybeFault &fault, PendingWrites &&writes);

    const QString m_path;
    const Report m_report;
    const Replaced m_replaced;
    const Forgot m_forgot;
    bool m_hasReplaced = false; ///< the writing thread's own
    std::atomic<bool> m_stampsAlive = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    PendingWrites m_pending; ///< guarded by m_mutex
    bool m_ending = false; ///< guarded by m_mutex
    bool m_failing = false; ///< guarded by m_mutex
    unsigned m_told = 0; ///< kinds of faults since it began to fail, a bit each; guarded by m_mutex
    int m_hurrying = 0; ///< how many wait in waitUntilWritten(); guarded by m_mutex
    quint64 m_changes = 0; ///< guarded by m_mutex
    quint64 m_taken = 0; ///< m_changes when the writing thread last took them; guarded by m_mutex
    quint64 m_written = 0; ///< m_taken once it is in the file; guarded by m_mutex
    std::vector<Asking> m_asking; ///< in the order of `changes`; guarded by m_mutex
    std::condition_variable m_settled;
    std::chrono::steady_clock::time_point m_lastWrite; ///< the writing thread's own
    std::thread m_thread;
};

} // namespace foghorn

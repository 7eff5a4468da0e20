#pragma once

#include "core/store/pendingwrites.h"
#include "core/store/storefault.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace foghorn {

/// The thread that writes. Whatever has gathered while it wrote becomes the next transaction; checks alone wait a
/// moment for company, states do not. When writing fails it keeps what it has, within the bounds of PendingWrites, and
/// tries again. A std::thread with standard locks, because ThreadSanitizer sees through those and not through Qt's.
class WriteThread final
{
    Q_DISABLE_COPY_MOVE(WriteThread)
public:
    /// Called in the writing thread: with a fault when writing begins to fail, without when it works again.
    using Report = std::function<void(const MaybeFault &)>;

    WriteThread(QString path, Report report);
    /// Writes what is left, once, and ends.
    ~WriteThread();

    void start();
    bool isStarted() const { return m_thread.joinable(); }
    /// Changes what is to be written, under the lock.
    void change(const std::function<void(PendingWrites &)> &change);

private:
    void run();
    /// Waits for something to write; takes it. Nothing: the end.
    std::optional<PendingWrites> take();

    const QString m_path;
    const Report m_report;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    PendingWrites m_pending; ///< guarded by m_mutex
    bool m_ending = false; ///< guarded by m_mutex
    bool m_failing = false; ///< the writing thread's own
    std::thread m_thread;
};

} // namespace foghorn

#pragma once

#include "core/base/serviceid.h"
#include "core/model/servicestatus.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>

namespace foghorn {

/// Samples what the process tree of each service uses: one walk of /proc for all of them, in a thread of its own.
///
/// Looking costs: some 10 µs for each process of the machine. So the interval grows with what the last look took, to at
/// most a thousandth of a core: with 1,000 services it is some 15 s instead of 5. Processes that began and ended
/// between two looks are not seen. Descriptors are counted by asking the kernel for their number (Linux 6.2; before
/// that by listing them, which makes the look dearer and so rarer), and are 0 for processes that we may not look into.
class ResourceSampler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResourceSampler)
public:
    explicit ResourceSampler(QObject *parent = nullptr);
    ~ResourceSampler() override;

    /// The pids of the leaders that live. While there are none nothing is sampled.
    void setLeaders(const QHash<ServiceId, qint64> &leaders);
    /// One of them; 0: it lives no more. The first look waits for others to come.
    void setLeader(const ServiceId &service, qint64 pid);
    /// The shortest time between two looks; 5 s unless told.
    void setInterval(std::chrono::milliseconds interval);
    /// Processor time of the last look.
    std::chrono::nanoseconds lastCost() const { return m_lastCost; }

Q_SIGNALS:
    /// One entry for each leader whose tree has a process, and which leads still: a look takes its time, and what was
    /// seen of a run that has ended since is nothing of the next one.
    void sampled(const QHash<foghorn::ServiceId, foghorn::ResourceUse> &uses);

private:
    class Look;
    void look();
    void onLooked(
        QHash<ServiceId, ResourceUse> uses, const QHash<ServiceId, qint64> &lookedAt, std::chrono::nanoseconds cost);
    void follow(bool wasEmpty, std::chrono::milliseconds delay);

    QHash<ServiceId, qint64> m_leaders;
    std::chrono::milliseconds m_interval{5000};
    std::chrono::nanoseconds m_lastCost{0};
    bool m_isLooking = false;
    QTimer m_timer;
    std::shared_ptr<Look> m_look; ///< used by one job at a time
    QThreadPool m_pool;
};

} // namespace foghorn

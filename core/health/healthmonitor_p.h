#pragma once

#include "core/health/awakeclock.h"
#include "core/health/healthmonitor.h"
#include "core/health/connectionpool.h"
#include "core/health/watch.h"

#include <QHash>
#include <QTimer>

#include <set>

namespace foghorn {

/// How HealthMonitor works. Each service that is watched stands once in a queue: by the deadline of its check under
/// way, else by when its next one is due; one timer waits for the first of them. The queue's times are AwakeClock's, so
/// that a gap in which we could not run lets no check time out and no burst pile up; a check that failed across such a
/// gap is asked again. Handlers of our signals may call anything, so after each emission a watch is looked up anew.
class HealthMonitor::Private final : public QObject
{
public:
    explicit Private(HealthMonitor *monitor);
    ~Private() override;

    Watch *find(const ServiceId &service);
    Watch &findOrAdd(const ServiceId &service);
    void remove(const ServiceId &service);
    void setProbe(Watch &watch, const ProbeSpec &spec, ProbeSurroundings surroundings);
    /// A new run of the service, or its end with pid 0: whatever was under way is of no interest any more. Who waits
    /// for it is told by the caller, last, with tellGivenUp().
    [[nodiscard]] std::shared_ptr<CheckPromise> beginRun(Watch &watch, qint64 pid);
    /// Starts a check unless one is under way; the caller enqueues.
    void startCheck(Watch &watch);
    /// Drops the check under way; the result is for tellGivenUp().
    [[nodiscard]] std::shared_ptr<CheckPromise> abandon(Watch &watch);
    /// Tells those who wait that there will be no result. They may call anything: touch no watch after it.
    static void tellGivenUp(const std::shared_ptr<CheckPromise> &promise);
    /// Puts the watch where its next time is, and arms the timer.
    void enqueue(Watch &watch);
    MonoTime awakeNow() { return m_clock.wake(Now::read()); }

private:
    void onTimer();
    void onAnswered(const ServiceId &service, const ProbeAnswer &answer);
    void onDeadline(Watch &watch);
    /// Whether the check failed perhaps because we could not run, and is asked again for that.
    bool askedAgain(Watch &watch);
    void ask(Watch &watch);
    void conclude(Watch &watch, const ProbeAnswer &answer, bool timedOut);
    /// Counts the check; true when the service crossed into Unhealthy with it.
    bool count(Watch &watch, const ProbeAnswer &answer, const Flight &flight);
    void tell(Watch &watch, const CheckResult &result, bool isFirstPass, bool crossed);
    void dequeue(Watch &watch);
    void arm();

    HealthMonitor *m_monitor;
    AwakeClock m_clock;
    const MonoTime m_epoch;
    QTimer m_timer;
    MonoTime m_armedFor = MonoTime::max();
    std::shared_ptr<ConnectionPool> m_pool = std::make_shared<ConnectionPool>();
    QHash<ServiceId, std::shared_ptr<Watch>> m_watches;
    std::set<std::pair<MonoTime, Watch *>> m_queue;
    std::set<int> m_freeSlots;
    int m_flights = 0;
    bool m_isDispatching = false; ///< onTimer() arms once, at its end
};

} // namespace foghorn

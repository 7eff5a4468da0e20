#include "core/health/healthmonitor_p.h"

#include <QPointer>

namespace foghorn {
namespace {

/// While checks are under way we look at the clock this often, so that a gap is noticed before what it broke is judged.
constexpr milliseconds longestSleepInFlight = 1s;
/// Against endless asking on a machine that hangs all the time.
constexpr int mostRepeats = 3;

/// When to wake for the next check. Regular ones are put off to the next step of a grid that all services share, so
/// that one wake serves several: with thousands of services waking costs more than asking. At most 50 ms, and a
/// fortieth of the interval.
std::optional<MonoTime> wakeFor(const Watch &watch)
{
    const std::optional<MonoTime> due = watch.schedule.nextDue();
    const milliseconds step = std::min<milliseconds>(50ms, watch.policy.interval / 40);
    if (!due || step <= 0ms || watch.schedule.isQuick())
        return due;
    const auto sinceEpoch = due->time_since_epoch();
    const auto past = sinceEpoch % std::chrono::duration_cast<MonoTime::duration>(step);
    return past == MonoTime::duration::zero() ? due : *due + (step - past);
}

void fulfil(const std::shared_ptr<CheckPromise> &promise, const std::optional<CheckResult> &result)
{
    if (!promise)
        return;
    promise->addResult(result);
    promise->finish();
}

} // namespace

HealthMonitor::Private::Private(HealthMonitor *monitor)
    : m_monitor(monitor)
    , m_clock(Now::read())
    , m_epoch(awakeNow())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Private::onTimer);
}

HealthMonitor::Private::~Private()
{
    for (const auto &watch : std::as_const(m_watches))
        tellGivenUp(abandon(*watch));
}

Watch *HealthMonitor::Private::find(const ServiceId &service) { return m_watches.value(service).get(); }

Watch &HealthMonitor::Private::findOrAdd(const ServiceId &service)
{
    auto &watch = m_watches[service];
    if (!watch) {
        int slot = static_cast<int>(m_watches.size()) - 1;
        if (!m_freeSlots.empty())
            slot = m_freeSlots.extract(m_freeSlots.begin()).value();
        watch = std::make_shared<Watch>(service, slot, m_epoch);
    }
    return *watch;
}

void HealthMonitor::Private::remove(const ServiceId &service)
{
    const std::shared_ptr<Watch> watch = m_watches.take(service);
    if (!watch)
        return;
    dequeue(*watch);
    m_freeSlots.insert(watch->slot);
    tellGivenUp(abandon(*watch));
}

void HealthMonitor::Private::setProbe(Watch &watch, const ProbeSpec &spec, ProbeSurroundings surroundings)
{
    watch.probeSpec = spec;
    watch.surroundings = std::move(surroundings);
    watch.probe.reset(makeProbe(spec, watch.surroundings, m_pool).release());
    if (!watch.probe)
        return;
    watch.probe->setParent(this);
    watch.probe->setPid(watch.pid);
    connect(watch.probe.get(), &Probe::answered, this,
        [this, service = watch.service](const ProbeAnswer &answer) { onAnswered(service, answer); });
    if (watch.flight)
        ask(watch);
}

std::shared_ptr<CheckPromise> HealthMonitor::Private::beginRun(Watch &watch, qint64 pid)
{
    std::shared_ptr<CheckPromise> promise = abandon(watch);
    watch.pid = pid;
    ++watch.run;
    watch.isReady = watch.hasPassed = watch.isAdopted = false;
    watch.startedAt = awakeNow();
    watch.schedule.stop();
    if (watch.probe)
        watch.probe->setPid(pid);
    return promise;
}

std::shared_ptr<CheckPromise> HealthMonitor::Private::abandon(Watch &watch)
{
    if (!watch.flight)
        return nullptr;
    std::shared_ptr<CheckPromise> promise = std::move(watch.flight->promise);
    watch.flight.reset();
    --m_flights;
    if (watch.probe)
        watch.probe->cancel();
    return promise;
}

void HealthMonitor::Private::tellGivenUp(const std::shared_ptr<CheckPromise> &promise)
{
    fulfil(promise, std::nullopt);
}

void HealthMonitor::Private::startCheck(Watch &watch)
{
    if (watch.flight || !watch.probe)
        return;
    const Now now = Now::read();
    const MonoTime awake = m_clock.wake(now);
    const bool isRegular = watch.schedule.begin(awake);
    watch.flight =
        Flight{.begunAt = awake, .at = now.wall, .counts = watch.isReady && (isRegular || !watch.schedule.isQuick())};
    ++m_flights;
    ask(watch);
}

void HealthMonitor::Private::ask(Watch &watch)
{
    const Now now = Now::read();
    watch.flight->deadline = m_clock.wake(now) + watch.policy.timeout;
    watch.flight->askedAt = now.mono;
    watch.flight->gaps = m_clock.gaps();
    watch.probe->start(watch.policy.timeout);
}

bool HealthMonitor::Private::askedAgain(Watch &watch)
{
    if (watch.flight->gaps == m_clock.gaps() || watch.flight->repeats >= mostRepeats)
        return false;
    ++watch.flight->repeats;
    watch.probe->cancel();
    ask(watch);
    enqueue(watch);
    return true;
}

void HealthMonitor::Private::onTimer()
{
    m_armedFor = MonoTime::max();
    m_isDispatching = true;
    const MonoTime now = awakeNow();
    const QPointer<Private> self(this);
    while (self && !m_queue.empty() && m_queue.begin()->first <= now) {
        Watch &watch = *m_queue.begin()->second;
        dequeue(watch);
        if (watch.flight) {
            onDeadline(watch);
        } else {
            startCheck(watch);
            enqueue(watch);
        }
    }
    if (!self)
        return;
    m_isDispatching = false;
    arm();
}

void HealthMonitor::Private::onAnswered(const ServiceId &service, const ProbeAnswer &answer)
{
    Watch *const watch = find(service);
    if (!watch || !watch->flight)
        return;
    awakeNow(); // notices a gap
    if (answer.passed || !askedAgain(*watch))
        conclude(*watch, answer, false);
}

void HealthMonitor::Private::onDeadline(Watch &watch)
{
    if (askedAgain(watch))
        return;
    const ProbeAnswer answer = watch.probe->timeoutAnswer(watch.policy.timeout);
    watch.probe->cancel();
    conclude(watch, answer, true);
}

bool HealthMonitor::Private::count(Watch &watch, const ProbeAnswer &answer, const Flight &flight)
{
    if (answer.passed) {
        watch.schedule.stopQuick();
        watch.schedule.startRegular(awakeNow());
        return watch.tracker.record(true);
    }
    if (!flight.counts || answer.couldNotAsk || watch.isInStartPeriod(flight.begunAt)) {
        watch.tracker.recordForgivenFailure();
        return false;
    }
    watch.schedule.stopQuick();
    return watch.tracker.record(false);
}

void HealthMonitor::Private::conclude(Watch &watch, const ProbeAnswer &answer, bool timedOut)
{
    const Now now = Now::read();
    const Flight flight = std::move(*watch.flight);
    watch.flight.reset();
    --m_flights;
    const bool crossed = count(watch, answer, flight);
    watch.schedule.finish(awakeNow());
    const bool isFirstPass = answer.passed && !watch.hasPassed && !watch.isAdopted;
    watch.hasPassed = watch.hasPassed || answer.passed;
    const CheckResult result{
        .service = watch.service,
        .at = flight.at,
        .passed = answer.passed,
        .timedOut = timedOut,
        .responseTime = std::chrono::duration_cast<std::chrono::microseconds>(now.mono - flight.askedAt),
        .message = answer.message,
        .details = answer.details,
        .healthAfter = watch.tracker.summary().health,
    };
    enqueue(watch);
    tell(watch, result, isFirstPass, crossed);
    fulfil(flight.promise, result);
}

void HealthMonitor::Private::tell(Watch &watch, const CheckResult &result, bool isFirstPass, bool crossed)
{
    const QPointer<Private> self(this);
    const int run = watch.run;
    const HealthSummary summary = watch.tracker.summary();
    const bool recovers = crossed && watch.policy.autoRecovery;
    const auto isSameRun = [&] {
        const Watch *const found = self ? find(result.service) : nullptr;
        return found && found->run == run;
    };
    Q_EMIT m_monitor->checked(result, summary);
    if (isFirstPass && isSameRun())
        Q_EMIT m_monitor->firstPassed(result.service);
    if (recovers && isSameRun())
        Q_EMIT m_monitor->recoveryNeeded(result.service, result.message);
}

void HealthMonitor::Private::dequeue(Watch &watch)
{
    if (watch.queuedAt)
        m_queue.erase({*watch.queuedAt, &watch});
    watch.queuedAt.reset();
}

void HealthMonitor::Private::enqueue(Watch &watch)
{
    dequeue(watch);
    watch.queuedAt = watch.flight ? std::optional(watch.flight->deadline) : wakeFor(watch);
    if (watch.queuedAt)
        m_queue.emplace(*watch.queuedAt, &watch);
    arm();
}

void HealthMonitor::Private::arm()
{
    if (m_isDispatching)
        return;
    if (m_queue.empty()) {
        m_timer.stop();
        m_armedFor = MonoTime::max();
    } else {
        const MonoTime now = awakeNow();
        const MonoTime first = m_queue.begin()->first;
        const MonoTime wakeAt = m_flights > 0 ? std::min(first, now + longestSleepInFlight) : first;
        // An earlier wake-up that is armed already does no harm.
        if (m_timer.isActive() && m_armedFor <= wakeAt)
            return;
        m_armedFor = wakeAt;
        m_timer.start(std::max(0ms, std::chrono::ceil<milliseconds>(wakeAt - now)));
    }
    m_clock.sleepUntil(m_armedFor);
}

} // namespace foghorn

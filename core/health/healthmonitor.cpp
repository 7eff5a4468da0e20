#include "core/health/healthmonitor.h"

#include "core/base/readyfuture.h"
#include "core/health/healthmonitor_p.h"

namespace foghorn {

HealthMonitor::HealthMonitor(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

HealthMonitor::~HealthMonitor() = default;

void HealthMonitor::configure(const ServiceId &service, const ProbeSpec &probe, const HealthPolicy &policy,
    const QList<QByteArray> &environment, const QString &workingDirectory, const QByteArray &user)
{
    Watch &watch = d->findOrAdd(service);
    const MonoTime now = d->awakeNow();
    watch.policy = policy;
    watch.tracker.setThresholds(policy.failureThreshold, policy.recoveryThreshold);
    watch.schedule.setInterval(policy.interval, now);
    std::shared_ptr<CheckPromise> givenUp;
    ProbeSurroundings surroundings{environment, workingDirectory, user};
    if (watch.probeSpec != probe || watch.surroundings != surroundings) {
        const bool hadProbe = watch.probe != nullptr;
        d->setProbe(watch, probe, std::move(surroundings));
        if (watch.isRunning() && watch.probe && !hadProbe) {
            watch.schedule.startQuick(now);
            if (watch.isReady)
                watch.schedule.startRegular(now);
        }
        if (!watch.probe) {
            givenUp = d->abandon(watch);
            watch.schedule.stop();
            watch.tracker.reset();
        }
    }
    d->enqueue(watch);
    Private::tellGivenUp(givenUp);
}

void HealthMonitor::remove(const ServiceId &service) { d->remove(service); }

void HealthMonitor::serviceStarted(const ServiceId &service, qint64 pid)
{
    Watch &watch = d->findOrAdd(service);
    const auto givenUp = d->beginRun(watch, pid);
    watch.tracker.reset();
    if (watch.probe)
        watch.schedule.startQuick(watch.startedAt);
    d->enqueue(watch);
    Private::tellGivenUp(givenUp);
}

void HealthMonitor::serviceReady(const ServiceId &service)
{
    Watch *const watch = d->find(service);
    if (!watch || !watch->isRunning())
        return;
    watch->isReady = true;
    if (watch->probe)
        watch->schedule.startRegular(d->awakeNow());
    d->enqueue(*watch);
}

void HealthMonitor::serviceAdopted(const ServiceId &service, qint64 pid, const HealthSummary &summary)
{
    Watch &watch = d->findOrAdd(service);
    const auto givenUp = d->beginRun(watch, pid);
    watch.isReady = watch.isAdopted = true;
    watch.tracker.restore(summary);
    if (watch.probe) {
        watch.schedule.startRegular(watch.startedAt);
        if (summary.health == Health::Unknown)
            watch.schedule.startQuick(watch.startedAt);
    }
    d->enqueue(watch);
    Private::tellGivenUp(givenUp);
}

void HealthMonitor::serviceLed(const ServiceId &service, qint64 pid)
{
    Watch *const watch = d->find(service);
    if (!watch || !watch->isRunning())
        return;
    watch->pid = pid;
    if (watch->probe)
        watch->probe->setPid(pid);
}

void HealthMonitor::serviceStopped(const ServiceId &service)
{
    Watch *const watch = d->find(service);
    if (!watch || !watch->isRunning())
        return;
    const auto givenUp = d->beginRun(*watch, 0);
    d->enqueue(*watch);
    Private::tellGivenUp(givenUp);
}

QFuture<std::optional<CheckResult>> HealthMonitor::checkNow(const ServiceId &service)
{
    Watch *const watch = d->find(service);
    if (!watch || !watch->isRunning() || !watch->probe)
        return readyFuture(std::optional<CheckResult>());
    d->startCheck(*watch);
    Flight &flight = *watch->flight;
    flight.counts = watch->isReady;
    if (!flight.promise) {
        flight.promise = std::make_shared<CheckPromise>();
        flight.promise->start();
    }
    const auto future = flight.promise->future();
    d->enqueue(*watch);
    return future;
}

} // namespace foghorn

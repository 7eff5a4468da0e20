#include "core/alerts/alertdesk.h"

#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <algorithm>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// What happens together is looked at together: a dependency and its dependents often change in one breath.
constexpr auto togetherSpan = 20ms;
/// While much happens, looking takes at most one part in so many of our time.
constexpr int looksShare = 25;
/// How exactly times are kept while something waits for its time.
constexpr auto tickSpan = 250ms;
/// A longer one between two looks is no time that passed for the services.
constexpr auto longestPause = 5s;

} // namespace

AlertDesk::AlertDesk(ServiceRegistry &registry, AlertBoard &board, EventLog &events, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_board(board)
    , m_events(events)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(30s);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        m_writeProblem.clear();
        setDiskProblem(m_diskProblem);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(togetherSpan);
    m_tick.setInterval(tickSpan);
    connect(&m_soon, &QTimer::timeout, this, &AlertDesk::look);
    connect(&m_tick, &QTimer::timeout, this, &AlertDesk::look);
}

AlertDesk::~AlertDesk() = default;

void AlertDesk::setRules(const AlertRules &rules)
{
    m_engine.setRules(rules);
    lookSoon();
}

void AlertDesk::restore(const SavedAlerts &saved)
{
    QList<Alert> open;
    for (const Alert &alert : saved.alerts) {
        m_board.put(alert);
        if (alert.isFiring())
            open.append(alert);
    }
    m_board.setMaintenance(saved.maintenance);
    m_engine.alerts().restore(open, saved.maintenance, saved.lastId, now());
}

void AlertDesk::begin()
{
    connect(&m_registry, &ServiceRegistry::outlineChanged, this, &AlertDesk::onOutlineChanged);
    connect(&m_registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &, const ServiceStatus &now) { follow(now.service); });
    connect(&m_registry, &ServiceRegistry::healthChanged, this, [this](const ServiceId &service) { follow(service); });
    connect(&m_registry, &ServiceRegistry::checkRecorded, this, &AlertDesk::onChecked);
    connect(&m_registry, &ServiceRegistry::initializedChanged, this, [this](bool initialized) {
        if (initialized)
            m_engine.setSettled();
        lookSoon();
    });
    if (m_registry.isInitialized())
        m_engine.setSettled();
    onOutlineChanged();
}

SavedAlerts AlertDesk::saved() const
{
    SavedAlerts saved;
    saved.lastId = m_engine.alerts().lastId();
    for (const auto &[id, alert] : m_board.alerts())
        saved.alerts.append(alert);
    saved.maintenance = m_board.maintenance();
    return saved;
}

void AlertDesk::setDiskProblem(const QString &problem)
{
    m_diskProblem = problem;
    m_engine.setMachineProblem(m_diskProblem.isEmpty() ? m_writeProblem : m_diskProblem);
    lookSoon();
}

void AlertDesk::setWriteProblem(const QString &problem)
{
    if (problem.isEmpty())
        return m_calm.start();
    m_calm.stop();
    m_writeProblem = problem;
    setDiskProblem(m_diskProblem);
}

void AlertDesk::onOutlineChanged()
{
    const DependencyGraph &graph = m_registry.outline().graph;
    QList<ServiceId> others;
    for (const ServiceId &service : m_registry.order()) {
        if (!graph.indexOf(service))
            others.append(service);
    }
    m_engine.setServices(graph, others, now());
    for (const ServiceId &service : m_registry.order())
        follow(service);
}

void AlertDesk::follow(const ServiceId &service)
{
    const RegistryEntry *entry = m_registry.find(service);
    const ServiceFacts *known = m_engine.factsFor(service);
    if (!entry || !known)
        return;
    ServiceFacts facts = factsOf(*entry);
    if (facts.state == RunState::Running)
        facts.slowness = known->slowness;
    if (facts == *known)
        return;
    m_engine.observe(facts, now());
    lookSoon();
}

void AlertDesk::onChecked(const CheckResult &result)
{
    follow(result.service);
    const RegistryEntry *entry = m_registry.find(result.service);
    const ServiceFacts *known = m_engine.factsFor(result.service);
    if (!entry || !known || !result.passed || known->state != RunState::Running)
        return;
    ServiceFacts facts = *known;
    facts.slowness = slownessOf(*entry, result);
    if (facts.slowness.has_value() == known->slowness.has_value())
        return; // how slow just now makes no difference
    m_engine.observe(facts, now());
    lookSoon();
}

std::optional<Slowness> AlertDesk::slownessOf(const RegistryEntry &entry, const CheckResult &result) const
{
    const std::optional<SlowRule> &rule = m_engine.rules().slow;
    const std::optional<Slowness> before = m_engine.factsFor(result.service)->slowness;
    if (!rule || result.responseTime <= rule->atLeast)
        return std::nullopt; // most checks end here
    std::vector<double> times;
    times.reserve(entry.checks.size());
    for (std::size_t i = 0; i < entry.checks.size(); ++i) {
        if (entry.checks.at(i).passed)
            times.push_back(static_cast<double>(entry.checks.at(i).responseTime.count()) / 1000.0);
    }
    return judgeSlowness(times, *rule, before);
}

Now AlertDesk::now()
{
    Now read = m_clock();
    if (m_tick.isActive() && read.mono - m_lastRead > longestPause)
        m_lost += read.mono - m_lastRead;
    m_lastRead = read.mono;
    read.mono -= m_lost;
    return read;
}

void AlertDesk::lookSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void AlertDesk::look()
{
    m_soon.stop();
    const MonoTime begun = Now::read().mono;
    const QList<AlertChange> changes = m_engine.evaluate(now());
    for (const AlertChange &change : changes)
        publish(change);
    const QMap<ServiceId, WallTime> maintenance = m_engine.alerts().maintenance();
    const bool isNews = !changes.isEmpty() || maintenance != m_board.maintenance();
    m_board.setMaintenance(maintenance);
    if (m_engine.isWaiting() != m_tick.isActive())
        m_tick.isActive() ? m_tick.stop() : m_tick.start();
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(Now::read().mono - begun);
    m_soon.setInterval(std::max<std::chrono::milliseconds>(togetherSpan, taken * looksShare));
    if (isNews)
        Q_EMIT changed();
}

void AlertDesk::publish(const AlertChange &change)
{
    m_board.put(change.alert);
    note(change);
    Q_EMIT happened(change);
}

} // namespace foghorn

#include "ui/charts/chartdata.h"

#include "ui/models/whenanswered.h"
#include "ui/style/chartcolors.h"

#include "core/registry/serviceregistry.h"

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto askAgain = 60s;
constexpr auto askAgainSoon = 5s; // after a failure, or while the history is busy
constexpr auto betweenChanges = 1s;
constexpr auto gatherAnswers = 20ms;

} // namespace

ChartData::ChartData(const ServiceRegistry &registry, History &history, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_history(history)
{
    m_askTimer.setSingleShot(true);
    connect(&m_askTimer, &QTimer::timeout, this, &ChartData::askForAll);
    m_changeTimer.setSingleShot(true);
    connect(&m_changeTimer, &QTimer::timeout, this, [this] {
        if (m_hasChanged)
            markChanged();
    });
    connect(&registry, &ServiceRegistry::checkRecorded, this, &ChartData::onCheck);
}

ChartData::~ChartData() = default;

void ChartData::setServices(const QList<ServiceId> &services)
{
    const QList<ServiceId> wanted = services.mid(0, mostCompared);
    if (wanted == m_services)
        return;
    m_services = wanted;
    m_kept.removeIf([&](const auto &kept) { return !wanted.contains(kept.key()); });
    m_changeTimer.stop();
    if (m_active)
        askForAll();
    Q_EMIT changed();
}

std::optional<std::chrono::milliseconds> ChartData::limit(const ServiceId &service) const
{
    const RegistryEntry *entry = m_registry.find(service);
    const ServiceSpec *spec = entry ? entry->info.spec.get() : nullptr;
    if (!spec || spec->probe.kind == ProbeSpec::Kind::None)
        return std::nullopt;
    return spec->health.timeout;
}

void ChartData::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active) {
        m_kept.clear(); // checks that came meanwhile are missing
        askForAll();
    } else {
        m_askTimer.stop();
        m_changeTimer.stop();
    }
}

void ChartData::askForAll()
{
    if (m_history.isBusy()) {
        m_askTimer.start(askAgainSoon);
        return;
    }
    m_askTimer.start(askAgain);
    for (const ServiceId &service : std::as_const(m_services)) {
        for (std::size_t range = 0; range < chartRanges.size(); ++range)
            ask(service, range);
    }
}

void ChartData::ask(const ServiceId &service, std::size_t range)
{
    const HistoryQuery query{service, Now::read().wall - chartRanges[range], {}, mostPoints};
    whenAnswered(m_history.ofService(query), this, [this, service, range](const Result<ServiceHistory> &answer) {
        if (!m_services.contains(service))
            return;
        m_problem = answer ? QString() : answer.error().text;
        bool isFirst = !answer;
        if (answer) {
            Kept &kept = m_kept[service];
            kept.checks[range] = answer.value().checks;
            isFirst = ++kept.answers <= chartRanges.size();
        } else if (m_active) {
            m_askTimer.start(askAgainSoon);
        }
        markChanged(isFirst);
    });
}

void ChartData::onCheck(const CheckResult &check)
{
    const auto kept = m_kept.find(check.service);
    if (!m_active || kept == m_kept.end())
        return;
    const auto time = check.responseTime;
    for (QList<CheckPoint> &checks : kept->checks) {
        if (checks.isEmpty() || checks.constLast().to < check.at)
            checks.append({check.at, check.at, 1, check.passed ? 1 : 0, time, time, time, time, check});
    }
    markChanged();
}

/// `soon`: somebody waits for it, so it comes as soon as its like have been gathered.
void ChartData::markChanged(bool soon)
{
    if (soon) {
        m_hasChanged = true;
        m_changeTimer.start(gatherAnswers);
        return;
    }
    m_hasChanged = m_changeTimer.isActive();
    if (m_hasChanged)
        return;
    m_changeTimer.start(betweenChanges);
    Q_EMIT changed();
}

QList<ResponsePoint> ChartData::points(const ServiceId &service, std::size_t range, WallTime now) const
{
    const auto kept = m_kept.constFind(service);
    if (kept == m_kept.constEnd())
        return {};
    return responsePoints(kept->checks[range], {now - chartRanges[range], now});
}

UptimeShare ChartData::uptime(const ServiceId &service, std::size_t range, WallTime now) const
{
    UptimeShare uptime;
    if (const RegistryEntry *entry = m_registry.find(service))
        uptime.share = entry->uptime.share(now, chartRanges[range]);
    if (const auto kept = m_kept.constFind(service); kept != m_kept.constEnd())
        uptime.checks = countChecks(kept->checks[range], {now - chartRanges[range], now});
    return uptime;
}

bool ChartData::isAnswered(const ServiceId &service) const
{
    return m_kept.value(service).answers >= chartRanges.size();
}

} // namespace foghorn

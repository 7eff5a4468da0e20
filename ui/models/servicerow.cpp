#include "ui/models/servicerow.h"

#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::ServiceRow)
};

CheckMark markOf(const CheckResult &check)
{
    switch (check.healthAfter) {
    case Health::Healthy:
        return CheckMark::Healthy;
    case Health::Degraded:
        return CheckMark::Degraded;
    case Health::Unhealthy:
        return CheckMark::Unhealthy;
    case Health::Unknown:
        break;
    }
    return CheckMark::Unknown;
}

QStringList tagsOf(const ServiceInfo &info)
{
    QStringList tags;
    for (auto it = info.labels.cbegin(); it != info.labels.cend(); ++it)
        tags.append(it.key() + QLatin1Char('=') + it.value());
    return tags;
}

QString searchTextOf(const ServiceInfo &info, const QStringList &tags)
{
    return (QStringList{info.name, info.type, info.description} + tags).join(QLatin1Char('\n')).toLower();
}

void addResponses(ServiceRow &row, const RingBuffer<CheckResult> &checks)
{
    std::vector<std::chrono::microseconds> times;
    times.reserve(checks.size());
    std::chrono::microseconds sum{0};
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (!checks.at(i).passed)
            continue;
        times.push_back(checks.at(i).responseTime);
        sum += times.back();
    }
    if (times.empty())
        return;
    row.meanResponse = sum / static_cast<qint64>(times.size());
    const auto place = times.begin() + static_cast<qptrdiff>((times.size() * 95 + 99) / 100 - 1);
    std::nth_element(times.begin(), place, times.end());
    row.p95Response = *place;
}

} // namespace

CheckMarks marksOf(const RingBuffer<CheckResult> &checks)
{
    CheckMarks marks;
    marks.reserve(static_cast<qsizetype>(checks.size()));
    for (std::size_t i = 0; i < checks.size(); ++i)
        marks.append(static_cast<char>(markOf(checks.at(i))));
    return marks;
}

ServiceRow rowOf(const RegistryEntry &entry, WallTime now)
{
    ServiceRow row;
    row.id = entry.info.name;
    row.facts = factsOf(entry.info, entry.status, entry.health, now);
    row.look = lookOf(row.facts);
    row.state = Wording::state(row.facts);
    row.shortState = Wording::shortState(row.facts);
    row.why = Wording::why(entry.info, entry.status, entry.health, entry.lastCheck);
    row.tags = tagsOf(entry.info);
    row.searchText = searchTextOf(entry.info, row.tags);
    row.marks = marksOf(entry.checks);
    if (entry.lastCheck && entry.lastCheck->passed && entry.status.state == RunState::Running)
        row.response = entry.lastCheck->responseTime;
    addResponses(row, entry.checks);
    if (entry.lastCheck)
        row.lastCheckAt = entry.lastCheck->at;
    row.pid = entry.status.pid;
    row.lastError = entry.status.lastError;
    row.layer = entry.info.layer;
    row.restartAttempts = entry.status.restartAttempts;
    row.maxAttempts = entry.status.maxAttempts;
    row.restartCount = entry.status.restartCount;
    row.since = entry.status.since;
    row.stopTimeout = entry.info.stopTimeout;
    row.external = entry.info.external;
    row.needs = entry.info.required.size() + entry.info.optional.size();
    row.neededBy = entry.info.dependents.size();
    return row;
}

ServiceRow remembered(ServiceRow row)
{
    row.remembered = true;
    row.look = {StateFamily::Neutral, Silhouette::Unchecked, Badge::None, row.look.severity}; // sorted as before
    row.state = QStringLiteral("(%1)").arg(row.state);
    row.shortState = QStringLiteral("(%1)").arg(row.shortState);
    return row;
}

QString spokenState(const ServiceRow &row)
{
    const QString words = Wording::spoken(row.facts);
    //: for screen readers, of a service while the connection is away: %1 is "running, healthy"
    return row.remembered ? Words::tr("not known now, was %1").arg(words) : words;
}

QString spokenRow(const ServiceRow &row)
{
    QStringList parts{isolated(row.id)};
    if (row.facts.critical)
        parts.append(Words::tr("critical"));
    parts.append(row.since.time_since_epoch().count() == 0
            ? spokenState(row)
            : Words::tr("%1 since %2").arg(spokenState(row), Wording::clock(row.since)));
    if (!isCalm(row))
        parts.append(row.why);
    if (row.checking)
        parts.append(Words::tr("checking now"));
    if (row.response)
        parts.append(Words::tr("response %1").arg(Wording::response(*row.response)));
    if (row.restartCount > 0)
        parts.append(Words::tr("restarts %1").arg(row.restartCount));
    return parts.join(QStringLiteral(", "));
}

QString spokenNode(const ServiceRow &row)
{
    QStringList parts{Words::tr("%1, %2, layer %3, needs %4, needed by %5")
                          .arg(isolated(row.id), spokenState(row))
                          .arg(row.layer)
                          .arg(row.needs)
                          .arg(row.neededBy)};
    if (row.facts.critical)
        parts.append(Words::tr("critical"));
    if (row.restartCount > 0)
        parts.append(Words::tr("restarts %1").arg(row.restartCount));
    return parts.join(QStringLiteral(", "));
}

QString spokenMarks(const CheckMarks &marks)
{
    if (marks.isEmpty())
        return Words::tr("no checks yet");
    const auto count = [&marks](CheckMark mark) { return marks.count(static_cast<char>(mark)); };
    return Words::tr("last %1 checks: %2 healthy, %3 degraded, %4 unhealthy")
        .arg(marks.size())
        .arg(count(CheckMark::Healthy))
        .arg(count(CheckMark::Degraded))
        .arg(count(CheckMark::Unhealthy));
}

bool isCalm(const ServiceRow &row) { return row.facts.state == RunState::Running && row.look.severity == 0; }

} // namespace foghorn

#include "ui/models/fleetsummary.h"

#include <QCoreApplication>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::FleetSummary)
};

int &familyCount(FleetSummary &summary, StateFamily family)
{
    switch (family) {
    case StateFamily::Healthy:
        return summary.healthy;
    case StateFamily::Degraded:
        return summary.degraded;
    case StateFamily::Unhealthy:
        return summary.unhealthy;
    case StateFamily::Busy:
        return summary.busy;
    case StateFamily::Neutral:
        break;
    }
    return summary.neutral;
}

} // namespace

FleetSummary summaryOf(const std::vector<ServiceRow> &rows)
{
    FleetSummary summary;
    for (const ServiceRow &row : rows) {
        ++summary.total;
        ++familyCount(summary, row.look.family);
        if (row.facts.state == RunState::Running || row.facts.state == RunState::Finished)
            ++summary.running;
        if (isUnderWay(row.facts.state) && !row.external)
            ++summary.alive;
        // A failed service needs somebody, whatever its goal says now.
        if (row.facts.goal != Goal::Up && row.facts.state != RunState::Failed)
            continue;
        ++summary.wantedUp;
        if (row.look.severity >= DownSeverity)
            ++summary.down;
        if (row.look.severity >= AttentionSeverity)
            ++summary.attention;
    }
    return summary;
}

QString headline(const FleetSummary &summary)
{
    if (summary.total == 0)
        return Words::tr("No services");
    if (summary.down > 0)
        return Words::tr("%Ln down", nullptr, summary.down);
    if (summary.attention == 1) // plurals in the source language are ours to write
        return Words::tr("1 needs attention");
    if (summary.attention > 0)
        return Words::tr("%Ln need attention", nullptr, summary.attention);
    if (summary.running == summary.total)
        return Words::tr("All %Ln running", nullptr, summary.total);
    if (summary.alive == 0)
        return Words::tr("All %Ln stopped", nullptr, summary.total);
    return Words::tr("%L1 of %L2 running").arg(summary.running).arg(summary.total);
}

} // namespace foghorn

// The kinds that the list beside the pages counts.
#include "ui/models/servicefilter.h"

#include <QCoreApplication>

namespace foghorn {

namespace {

struct KindWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::StatusKind)
};

StatusKind kindOfRunning(const StateLook &look)
{
    switch (look.family) {
    case StateFamily::Healthy:
        return StatusKind::Healthy;
    case StateFamily::Degraded:
        return StatusKind::Degraded;
    case StateFamily::Unhealthy:
        return StatusKind::Unhealthy;
    case StateFamily::Busy:
    case StateFamily::Neutral:
        break;
    }
    return StatusKind::Unchecked;
}

} // namespace

StatusKind kindOf(const ServiceRow &row)
{
    switch (row.facts.state) {
    case RunState::Running:
        return kindOfRunning(row.remembered ? lookOf(row.facts) : row.look); // filters stay as they are
    case RunState::Failed:
        return StatusKind::Failed;
    case RunState::Backoff:
        return StatusKind::Degraded;
    case RunState::Starting:
        return StatusKind::Starting;
    case RunState::Stopping:
    case RunState::Draining:
        return StatusKind::Stopping;
    case RunState::Waiting:
        return StatusKind::Waiting;
    case RunState::Stopped:
    case RunState::Finished:
        break;
    }
    return StatusKind::Stopped;
}

QString nameOfKind(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Failed:
        return KindWords::tr("Failed");
    case StatusKind::Unhealthy:
        return KindWords::tr("Unhealthy");
    case StatusKind::Degraded:
        return KindWords::tr("Degraded");
    case StatusKind::Starting:
        return KindWords::tr("Starting");
    case StatusKind::Stopping:
        return KindWords::tr("Stopping");
    case StatusKind::Waiting:
        return KindWords::tr("Waiting");
    case StatusKind::Stopped:
        return KindWords::tr("Stopped");
    case StatusKind::Unchecked:
        //: runs, but no check has said yet how it is
        return KindWords::tr("Not checked");
    case StatusKind::Healthy:
        return KindWords::tr("Healthy");
    }
    return {};
}

StateLook lookOfKind(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Failed:
        return {StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 0};
    case StatusKind::Unhealthy:
        return {StateFamily::Unhealthy, Silhouette::Cross, Badge::None, 0};
    case StatusKind::Degraded:
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 0};
    case StatusKind::Starting:
        return {StateFamily::Busy, Silhouette::Starting, Badge::None, 0};
    case StatusKind::Stopping:
        return {StateFamily::Busy, Silhouette::Stopping, Badge::None, 0};
    case StatusKind::Waiting:
        return {StateFamily::Neutral, Silhouette::Waiting, Badge::None, 0};
    case StatusKind::Stopped:
        return {StateFamily::Neutral, Silhouette::Stopped, Badge::None, 0};
    case StatusKind::Unchecked:
        return {StateFamily::Neutral, Silhouette::Unchecked, Badge::None, 0};
    case StatusKind::Healthy:
        return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
    }
    return {};
}

} // namespace foghorn

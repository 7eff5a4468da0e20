#include "ui/mainwindow/verbs.h"

#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/clock.h"

#include <QCoreApplication>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::Verb)
};

QString whyNotStart(RunState state, const QString &name)
{
    switch (state) {
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Failed:
        return {};
    case RunState::Waiting:
    case RunState::Starting:
        return Words::tr("%1 is already starting").arg(name);
    case RunState::Running:
        return Words::tr("%1 is already running").arg(name);
    case RunState::Backoff:
        return Words::tr("%1 starts again by itself soon; Restart does it now").arg(name);
    case RunState::Draining:
    case RunState::Stopping: // the last wish wins
        return {};
    }
    return {};
}

QString whyNotStop(RunState state, const QString &name)
{
    switch (state) {
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Failed:
        return Words::tr("%1 is not running").arg(name);
    case RunState::Draining:
    case RunState::Stopping:
        return Words::tr("%1 is already stopping").arg(name);
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Running:
    case RunState::Backoff:
        return {};
    }
    return {};
}

/// Whoever was asked to end has half its time to do so before it may be killed.
QString whyNotForceStop(const ServiceRow &row, const QString &name)
{
    switch (row.facts.state) {
    case RunState::Starting:
    case RunState::Running:
        return {};
    case RunState::Draining:
    case RunState::Stopping: {
        const auto left = row.since + row.stopTimeout / 2 - Now::read().wall;
        if (left.count() <= 0)
            return {};
        return Words::tr("%1 has been asked to end; it can be killed in %2").arg(name, Wording::age(left));
    }
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Failed:
    case RunState::Waiting:
    case RunState::Backoff:
        return Words::tr("%1 is not running").arg(name);
    }
    return {};
}

QString whyNotCheck(const ServiceRow &row, const QString &name)
{
    if (!row.facts.hasProbe)
        return Words::tr("%1 has no health check").arg(name);
    if (row.facts.state != RunState::Running && row.facts.state != RunState::Starting)
        return Words::tr("%1 is not running").arg(name);
    return {};
}

} // namespace

QString whyNot(Verb verb, const ServiceRow &row)
{
    const QString name = isolated(row.id);
    if (row.external)
        return Words::tr("%1 was not started by Foghorn").arg(name);
    switch (verb) {
    case Verb::Start:
        return whyNotStart(row.facts.state, name);
    case Verb::Stop:
        return whyNotStop(row.facts.state, name);
    case Verb::Restart:
        if (row.facts.state == RunState::Stopping || row.facts.state == RunState::Draining)
            return Words::tr("%1 is already stopping").arg(name);
        return {};
    case Verb::Check:
        return whyNotCheck(row, name);
    case Verb::ForceStop:
        return whyNotForceStop(row, name);
    case Verb::ResetFailed:
        return row.restartAttempts > 0 ? QString() : Words::tr("%1 has used no automatic restarts").arg(name);
    }
    return {};
}

QString whyNot(Verb verb, const QList<ServiceRow> &rows)
{
    if (rows.isEmpty())
        return Words::tr("Select a service first");
    QString reason;
    for (const ServiceRow &row : rows) {
        const QString own = whyNot(verb, row);
        if (own.isEmpty())
            return {};
        if (reason.isEmpty())
            reason = own;
    }
    return reason;
}

QString progressOf(Verb verb, const QList<ServiceId> &services, qsizetype more)
{
    QString what = Wording::services(services);
    if (more > 0) //: %1 is a list of names
        what = Words::tr("%1 and %2 more").arg(what).arg(more);
    switch (verb) {
    case Verb::Start:
        return Words::tr("Starting %1…").arg(what);
    case Verb::Stop:
        return Words::tr("Stopping %1…").arg(what);
    case Verb::Restart:
        return Words::tr("Restarting %1…").arg(what);
    case Verb::Check:
        return Words::tr("Checking %1…").arg(what);
    case Verb::ForceStop:
        return Words::tr("Killing %1…").arg(what);
    case Verb::ResetFailed: // is done at once
        break;
    }
    return {};
}

QString doneOf(Verb verb, const QList<ServiceId> &services)
{
    if (services.size() != 1) {
        const int count = static_cast<int>(services.size());
        switch (verb) {
        case Verb::Start:
            return Words::tr("%Ln services are running", nullptr, count);
        case Verb::Stop:
        case Verb::ForceStop:
            return Words::tr("%Ln services have stopped", nullptr, count);
        case Verb::Restart:
            return Words::tr("%Ln services are running again", nullptr, count);
        case Verb::ResetFailed:
            return Words::tr("The automatic restarts of %Ln services are counted from 0 again", nullptr, count);
        case Verb::Check:
            return {};
        }
    }
    const QString name = isolated(services.first());
    switch (verb) {
    case Verb::Start:
        return Words::tr("%1 is running").arg(name);
    case Verb::Stop:
    case Verb::ForceStop:
        return Words::tr("%1 has stopped").arg(name);
    case Verb::Restart:
        return Words::tr("%1 is running again").arg(name);
    case Verb::ResetFailed:
        return Words::tr("The automatic restarts of %1 are counted from 0 again").arg(name);
    case Verb::Check:
        return {};
    }
    return {};
}

OperationKind kindOf(Verb verb)
{
    switch (verb) {
    case Verb::Stop:
    case Verb::ForceStop:
        return OperationKind::Stop;
    case Verb::Restart:
        return OperationKind::Restart;
    case Verb::Start:
    case Verb::Check:
    case Verb::ResetFailed:
        break;
    }
    return OperationKind::Start;
}

} // namespace foghorn

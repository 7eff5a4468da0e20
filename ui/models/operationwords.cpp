#include "ui/models/operationwords.h"

#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include <QLocale>

namespace foghorn {

namespace {

constexpr qsizetype mostNamed = 2;

/// "1.2 s", "48 s", "3 min"
QString duration(milliseconds time)
{
    if (time < 10s) //: a duration in seconds
        return OperationWords::tr("%1 s").arg(QLocale().toString(static_cast<double>(time.count()) / 1000, 'f', 1));
    return Wording::age(time);
}

QString elapsed(const OperationStep &step, MonoTime now)
{
    const QString age = Wording::age(std::chrono::duration_cast<milliseconds>(now - step.phaseSince));
    if (step.limit <= 0ms)
        return age;
    //: how long something has taken, of how long it may take: "3 s of 30 s"
    return OperationWords::tr("%1 of %2").arg(age, Wording::age(step.limit));
}

} // namespace

QString OperationWords::title(OperationKind kind, const QList<ServiceId> &services, const QString &fleet)
{
    const QString names = Wording::services(services, mostNamed);
    const QString place = isolated(fleet);
    switch (kind) {
    case OperationKind::Start:
        return tr("Start %1 on “%2”").arg(names, place);
    case OperationKind::Stop:
        return tr("Stop %1 on “%2”").arg(names, place);
    case OperationKind::Restart:
        return tr("Restart %1 on “%2”").arg(names, place);
    }
    return {};
}

QString OperationWords::titleOfAll(OperationKind kind, const QString &fleet)
{
    switch (kind) {
    case OperationKind::Start:
        return tr("Start all on “%1”").arg(isolated(fleet));
    case OperationKind::Stop:
        return tr("Stop all on “%1”").arg(isolated(fleet));
    case OperationKind::Restart:
        return tr("Restart all on “%1”").arg(isolated(fleet));
    }
    return {};
}

QString OperationWords::progress(const Operation &operation, MonoTime now)
{
    QString words = tr("%L1 of %L2 done").arg(operation.count(StepPhase::Done)).arg(operation.total());
    const auto add = [&words](const QString &part) { words += QStringLiteral(", ") + part; };
    if (const int failed = operation.count(StepPhase::Failed); failed > 0)
        add(countOf(StepPhase::Failed, failed));
    if (const int skipped = operation.count(StepPhase::Skipped); skipped > 0)
        add(countOf(StepPhase::Skipped, skipped));
    if (const int waiting = operation.count(StepPhase::Waiting); waiting > 0 && !operation.isRunning())
        add(tr("%Ln still waiting", nullptr, waiting));
    const MonoTime end = operation.endedAt.value_or(now);
    //: %1 is "6 of 10 done", %2 how long it took
    return tr("%1 · %2").arg(words, duration(std::chrono::duration_cast<milliseconds>(end - operation.begunAt)));
}

QString OperationWords::step(const OperationStep &step, const QList<ServiceId> &waitsFor, MonoTime now)
{
    const QString name = isolated(step.service);
    switch (step.phase) {
    case StepPhase::Queued:
    case StepPhase::Waiting:
        return waitsFor.isEmpty() ? tr("%1 — waiting for its turn").arg(name)
                                  : tr("%1 — waiting for %2").arg(name, Wording::services(waitsFor, mostNamed));
    case StepPhase::Stopping:
        return step.reason.isEmpty() ? tr("%1 — stopping, %2").arg(name, elapsed(step, now))
                                     : tr("%1 — stopping, %2; %3").arg(name, elapsed(step, now), step.reason);
    case StepPhase::Starting:
        return step.reason.isEmpty() ? tr("%1 — starting, %2").arg(name, elapsed(step, now))
                                     : tr("%1 — %2").arg(name, step.reason);
    case StepPhase::Checking:
        return tr("%1 — started, waiting for its first good check, %2").arg(name, elapsed(step, now));
    case StepPhase::Done: //: a service and how long it took
        return tr("%1 %2").arg(name, duration(step.took));
    case StepPhase::Failed:
        return tr("%1 — %2").arg(name, step.reason);
    case StepPhase::Skipped:
        return step.reason.isEmpty() ? tr("%1 — skipped by you").arg(name)
                                     : tr("%1 — skipped: %2").arg(name, step.reason);
    }
    return name;
}

QString OperationWords::failure(const OperationStep &step)
{
    return tr("%1 failed: %2").arg(isolated(step.service), step.reason);
}

QString OperationWords::layerDone(int layer, int done, int total)
{
    return tr("Layer %1 is done: %L2 of %L3").arg(layer).arg(done).arg(total);
}

QString OperationWords::countOf(StepPhase phase, int count)
{
    switch (phase) {
    case StepPhase::Queued:
    case StepPhase::Waiting:
        return tr("%Ln waiting", nullptr, count);
    case StepPhase::Stopping:
        return tr("%Ln stopping", nullptr, count);
    case StepPhase::Starting:
        return tr("%Ln starting", nullptr, count);
    case StepPhase::Checking:
        return tr("%Ln started, not checked yet", nullptr, count);
    case StepPhase::Done:
        return tr("%Ln done", nullptr, count);
    case StepPhase::Failed:
        return tr("%Ln failed", nullptr, count);
    case StepPhase::Skipped:
        return tr("%Ln skipped", nullptr, count);
    }
    return {};
}

QString OperationWords::counts(const std::array<int, StepPhaseCount> &counts)
{
    QStringList parts;
    const auto at = [&counts](StepPhase phase) { return counts[static_cast<std::size_t>(phase)]; };
    for (const StepPhase phase : {StepPhase::Done, StepPhase::Failed, StepPhase::Checking, StepPhase::Starting,
             StepPhase::Stopping, StepPhase::Skipped}) {
        if (at(phase) > 0)
            parts.append(countOf(phase, at(phase)));
    }
    if (const int waiting = at(StepPhase::Queued) + at(StepPhase::Waiting); waiting > 0)
        parts.append(countOf(StepPhase::Waiting, waiting));
    return parts.join(QStringLiteral(" · "));
}

StateLook OperationWords::look(StepPhase phase, OperationKind kind)
{
    switch (phase) {
    case StepPhase::Queued:
    case StepPhase::Waiting:
        return {StateFamily::Neutral, Silhouette::Waiting, Badge::None, 0};
    case StepPhase::Stopping:
        return {StateFamily::Busy, Silhouette::Stopping, Badge::None, 1};
    case StepPhase::Starting:
    case StepPhase::Checking:
        return {StateFamily::Busy, Silhouette::Starting, Badge::None, 1};
    case StepPhase::Done:
        if (kind == OperationKind::Stop)
            return {StateFamily::Neutral, Silhouette::Stopped, Badge::None, 0};
        return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
    case StepPhase::Failed:
        return {StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 7};
    case StepPhase::Skipped:
        return {StateFamily::Neutral, Silhouette::Unchecked, Badge::None, 0};
    }
    return {};
}

StateLook OperationWords::look(const Operation &operation)
{
    if (operation.isBad())
        return look(StepPhase::Failed, operation.kind);
    if (operation.isRunning())
        return look(operation.kind == OperationKind::Stop ? StepPhase::Stopping : StepPhase::Starting, operation.kind);
    return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
}

QString OperationWords::goingOn(const OperationModel &model)
{
    int done = 0;
    int total = 0;
    for (const Operation &operation : model.operations()) {
        if (!operation.isRunning() || operation.total() == 1)
            continue;
        done += operation.finished();
        total += operation.total();
    }
    return total == 0 ? QString() : tr("%L1 of %L2 done").arg(done).arg(total);
}

QString OperationWords::running(int count)
{
    return count == 1 ? tr("1 operation running") : tr("%Ln operations running", nullptr, count);
}

} // namespace foghorn

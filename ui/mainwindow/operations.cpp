#include "ui/mainwindow/operations.h"

#include "ui/dialogs/stopplan.h"
#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"

#include "core/base/names.h"
#include "core/base/whenended.h"

#include <QTimer>

#include <memory>

namespace foghorn {

namespace {

/// Empty: it went well.
QString problemOf(const std::optional<CommandOutcome> &outcome)
{
    if (!outcome)
        return Operations::tr("The answer never came. What is shown tells whether it was done.");
    switch (outcome->verdict) {
    case Verdict::Done:
    case Verdict::Accepted:
        return {};
    case Verdict::NotFound:
    case Verdict::Conflict:
    case Verdict::Failed:
    case Verdict::Invalid:
    case Verdict::ShuttingDown:
        break;
    }
    return outcome->message.isEmpty() ? Operations::tr("That did not work. The log of the service may say why.")
                                      : printable(outcome->message);
}

} // namespace

Operations::Operations(Commands &commands, const ServiceRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_registry(registry)
    , m_model(new OperationModel(registry, this))
    , m_actor{QStringLiteral("desktop"), QStringLiteral("local"), QStringLiteral("foghorn/" FOGHORN_VERSION)}
{
    connect(m_model, &OperationModel::ended, this, &Operations::onEnded);
    connect(m_model, &OperationModel::stepSettled, this, &Operations::onStepSettled);
}

Operations::~Operations() = default;

bool Operations::isBusy(Verb verb, const ServiceId &service) const
{
    if (verb == Verb::Check)
        return m_checking.contains(service);
    if (verb == Verb::ResetFailed)
        return false; // it is done at once, whatever else is under way
    const auto asked = m_asked.constFind(service);
    if (asked == m_asked.cend())
        return false;
    const bool isAskedDown = wantsDown(asked->verb);
    const bool isUp = !wantsDown(verb) && !isAskedDown; // start and restart want the same
    return asked->verb == verb || isUp || (isAskedDown && verb == Verb::Restart)
        || (asked->verb == Verb::ForceStop && verb == Verb::Stop);
}

QSet<ServiceId> Operations::checking() const
{
    const QList<ServiceId> services = m_checking.keys();
    return {services.cbegin(), services.cend()};
}

QList<ServiceId> Operations::membersOf(Verb verb, const QList<ServiceId> &services, const CommandOptions &options) const
{
    QList<ServiceId> members = services;
    if (options.cascade)
        members += StopPlan::of(m_registry, services).dependents;
    if (!wantsDown(verb))
        members += neededToStart(m_registry, services);
    return members;
}

void Operations::run(Verb verb, const QList<ServiceId> &services, CommandOptions options)
{
    QList<ServiceId> free;
    for (const ServiceId &id : services) {
        if (!isBusy(verb, id))
            free.append(id);
    }
    if (free.isEmpty() || m_isLeaving)
        return;
    if (verb == Verb::Check) {
        check(free, false);
        return;
    }
    if (verb == Verb::ResetFailed) {
        resetFailed(free);
        return;
    }
    options.force = options.force || verb == Verb::ForceStop;
    const QList<ServiceId> members = membersOf(verb, free, options);
    m_model->supersede(members, kindOf(verb),
        wantsDown(verb) ? tr("stopped on request meanwhile") : tr("started on request meanwhile"));
    const int operation =
        m_model->begin(kindOf(verb), members, OperationWords::title(kindOf(verb), free, m_registry.fleetName()));
    m_pending.insert(operation, {free.size(), {}, doneOf(verb, free), {}});
    for (const ServiceId &id : std::as_const(free))
        m_asked.insert(id, {verb, operation});
    Q_EMIT began(progressOf(verb, free, members.size() - free.size()));
    Q_EMIT busyChanged();
    for (const ServiceId &id : std::as_const(free))
        await(operation, send(verb, id, options));
}

QFuture<CommandOutcome> Operations::send(Verb verb, const ServiceId &service, const CommandOptions &options)
{
    switch (verb) {
    case Verb::Start:
        return m_commands.start(service, options, m_actor);
    case Verb::Stop:
    case Verb::ForceStop:
        return m_commands.stop(service, options, m_actor);
    case Verb::Restart:
        return m_commands.restart(service, options, m_actor);
    case Verb::ResetFailed:
        return m_commands.resetFailed(service, m_actor);
    case Verb::Check:
        break;
    }
    return {};
}

void Operations::resetFailed(const QList<ServiceId> &services)
{
    struct Answers
    {
        qsizetype left = 0;
        QList<ServiceId> done;
        QString problem;
    };
    const auto answers = std::make_shared<Answers>();
    answers->left = services.size();
    const auto take = [this, answers](const ServiceId &id, const QString &problem) {
        if (problem.isEmpty())
            answers->done.append(id);
        else
            answers->problem = problem;
        if (--answers->left > 0)
            return;
        if (!answers->done.isEmpty()) {
            Q_EMIT succeeded(doneOf(Verb::ResetFailed, answers->done));
            Q_EMIT failuresReset(answers->done);
        }
        if (!answers->problem.isEmpty())
            Q_EMIT failed(answers->problem);
    };
    for (const ServiceId &id : services)
        whenEnded(send(Verb::ResetFailed, id, {}), this,
            [take, id](const std::optional<CommandOutcome> &outcome) { take(id, problemOf(outcome)); });
}

void Operations::await(int operation, const QFuture<CommandOutcome> &future)
{
    whenEnded(future, this,
        [this, operation](const std::optional<CommandOutcome> &outcome) { onAnswer(operation, outcome); });
}

void Operations::onAnswer(int operation, const std::optional<CommandOutcome> &outcome)
{
    const auto pending = m_pending.find(operation);
    const Operation *shown = m_model->find(operation);
    if (pending == m_pending.end() || !shown)
        return;
    const bool wasOvertaken = outcome && outcome->verdict == Verdict::Conflict && shown->count(StepPhase::Skipped) > 0;
    if (const QString problem = problemOf(outcome); !problem.isEmpty() && !wasOvertaken)
        pending->problems.append(problem);
    if (--pending->left > 0)
        return;
    QString sentence = pending->problems.value(0);
    if (const qsizetype more = pending->problems.size() - 1; more > 0) //: %1 is a sentence about the first problem
        sentence = tr("%1 (and %L2 more problems; see Operations)").arg(sentence).arg(more);
    if (!sentence.isEmpty())
        Q_EMIT failed(sentence);
    pending->problems.clear();
    m_model->noteAnswer(operation, sentence);
}

void Operations::onEnded(int operation)
{
    const Operation *shown = m_model->find(operation);
    const Pending pending = m_pending.take(operation);
    if (shown && shown->problem.isEmpty()) {
        if (const int bad = shown->count(StepPhase::Failed); bad > 0)
            Q_EMIT failed(bad == 1 ? tr("%1: 1 service failed; see Operations").arg(shown->title)
                                   : tr("%1: %L2 services failed; see Operations").arg(shown->title).arg(bad));
        else if (shown->count(StepPhase::Skipped) == 0)
            Q_EMIT succeeded(pending.done.isEmpty() ? tr("%1: done").arg(shown->title) : pending.done);
    }
    QTimer::singleShot(busyAfterwards, this, [this, operation] {
        m_asked.removeIf(
            [operation](const QHash<ServiceId, Asked>::iterator &asked) { return asked->operation == operation; });
        for (int &busy : m_fleet) {
            if (busy == operation)
                busy = 0;
        }
        Q_EMIT busyChanged();
    });
}

/// It need not wait for the others that were asked for with it.
void Operations::onStepSettled(int operation, const ServiceId &service)
{
    QTimer::singleShot(busyAfterwards, this, [this, operation, service] {
        const auto asked = m_asked.constFind(service);
        if (asked == m_asked.cend() || asked->operation != operation)
            return;
        m_asked.erase(asked);
        Q_EMIT busyChanged();
    });
}

void Operations::retry(int operation, const ServiceId &service)
{
    const Operation *shown = m_model->find(operation);
    if (!shown || m_isLeaving || !m_registry.find(service))
        return;
    Verb verb = Verb::Restart; // also one that has used its restarts
    CommandOptions options;
    if (shown->kind == OperationKind::Stop) {
        verb = Verb::Stop;
        options.cascade = true;
    } else {
        options.force = true;
    }
    if (isBusy(verb, service))
        return;
    m_model->retry(operation, service);
    Pending &pending = m_pending[operation];
    ++pending.left;
    pending.done = doneOf(verb, {service});
    m_asked.insert(service, {verb, operation});
    Q_EMIT began(progressOf(verb, {service}));
    Q_EMIT busyChanged();
    await(operation, send(verb, service, options));
}

} // namespace foghorn

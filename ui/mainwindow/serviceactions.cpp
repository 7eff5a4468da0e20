#include "ui/mainwindow/serviceactions.h"

#include "ui/mainwindow/actionreason.h"
#include "ui/mainwindow/fleetactions.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/usersettings.h"
#include "ui/style/actionicon.h"
#include "ui/style/isolated.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace foghorn {

namespace {

constexpr std::array Verbs{Verb::Start, Verb::Stop, Verb::Restart, Verb::Check, Verb::ForceStop, Verb::ResetFailed};

QString tipOf(Verb verb)
{
    switch (verb) {
    case Verb::Start:
        return ServiceActions::tr("Start the selected services and what they need");
    case Verb::Stop:
        return ServiceActions::tr("Stop the selected services");
    case Verb::Restart:
        return ServiceActions::tr("Restart the selected services; what needs them stays up");
    case Verb::Check:
        return ServiceActions::tr("Ask the selected services now how they are");
    case Verb::ForceStop:
        return ServiceActions::tr("Kill all processes of the selected services at once");
    case Verb::ResetFailed:
        return ServiceActions::tr("Count the automatic restarts of the selected services from 0 again");
    }
    return {};
}

QList<ServiceId> namesOf(const QList<ServiceRow> &rows)
{
    QList<ServiceId> names;
    for (const ServiceRow &row : rows)
        names.append(row.id);
    return names;
}

} // namespace

ServiceActions::ServiceActions(const Sources &sources, QWidget &window)
    : QObject(&window)
    , m_sources(sources)
    , m_window(window)
    , m_fleet(new FleetActions(sources.registry, sources.events, sources.operations, window, this))
{
    const auto set = [this](Verb verb, QAction *action) {
        m_actions[static_cast<std::size_t>(verb)] = action;
        connect(action, &QAction::triggered, this, [this, verb] { trigger(verb, false); });
    };
    set(Verb::Start, make(tr("&Start"), Qt::Key_F7, actionIcon(ActionSymbol::Start)));
    set(Verb::Stop, make(tr("S&top"), Qt::Key_F9, actionIcon(ActionSymbol::Stop)));
    set(Verb::Restart, make(tr("&Restart"), Qt::CTRL | Qt::Key_R, actionIcon(ActionSymbol::Restart)));
    set(Verb::Check, make(tr("&Check now"), Qt::Key_F5, actionIcon(ActionSymbol::Check)));
    set(Verb::ForceStop, make(tr("&Force stop…"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, {}));
    set(Verb::ResetFailed, make(tr("Reset failure cou&nt"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, {}));
    m_restartWith = make(tr("Restart with &dependents…"), {}, {});
    connect(m_restartWith, &QAction::triggered, this, [this] { trigger(Verb::Restart, true); });
    connect(&sources.selection, &ServiceSelection::changed, this, &ServiceActions::update);
    connect(&sources.model, &ServiceTableModel::refreshed, this, &ServiceActions::update);
    connect(&sources.operations, &Operations::busyChanged, this, &ServiceActions::update);
    update();
}

ServiceActions::~ServiceActions() = default;

/// A context menu shows its items' tips where the action belongs to: that is us, and we have no status bar.
bool ServiceActions::event(QEvent *event)
{
    return event->type() == QEvent::StatusTip ? QCoreApplication::sendEvent(&m_window, event) : QObject::event(event);
}

QAction *ServiceActions::startAllAction() const { return m_fleet->action(FleetVerb::StartAll); }

QAction *ServiceActions::stopAllAction() const { return m_fleet->action(FleetVerb::StopAll); }

QAction *ServiceActions::make(const QString &text, const QKeySequence &shortcut, const QIcon &icon)
{
    auto *action = new QAction(icon, text, this);
    action->setShortcut(shortcut);
    return action;
}

QList<QAction *> ServiceActions::actions() const
{
    return {action(Verb::Start), action(Verb::Stop), action(Verb::ForceStop), action(Verb::Restart), m_restartWith,
        action(Verb::Check), action(Verb::ResetFailed)};
}

QList<ServiceRow> ServiceActions::selectedRows() const
{
    QList<ServiceRow> rows;
    for (const ServiceId &id : m_sources.selection.selected()) {
        if (const int row = m_sources.model.rowOfService(id); row >= 0)
            rows.append(m_sources.model.row(row));
    }
    return rows;
}

void ServiceActions::setBlocked(const QString &reason)
{
    if (m_blocked == reason)
        return;
    m_blocked = reason;
    update();
}

void ServiceActions::setProtected(const QString &name)
{
    m_isProtected = !name.isEmpty();
    m_fleet->setProtected(name);
}

void ServiceActions::update()
{
    m_fleet->update(m_blocked);
    m_plannedFor.clear();
    const QList<ServiceRow> rows = selectedRows();
    for (const Verb verb : Verbs)
        updateVerb(verb, rows);
}

/// Empty unless all of them are busy; `free`: those that are not.
QString ServiceActions::busyReason(Verb verb, const QList<ServiceRow> &rows, QList<ServiceRow> &free) const
{
    ServiceId busy;
    for (const ServiceRow &row : rows) {
        if (m_sources.operations.isBusy(verb, row.id))
            busy = row.id;
        else
            free.append(row);
    }
    return free.isEmpty() && !busy.isEmpty() ? tr("Busy with %1").arg(isolated(busy)) : QString();
}

void ServiceActions::updateVerb(Verb verb, const QList<ServiceRow> &rows)
{
    QList<ServiceRow> free;
    QString reason = m_blocked;
    if (reason.isEmpty())
        reason = busyReason(verb, rows, free);
    if (reason.isEmpty())
        reason = whyNot(verb, free);
    explain(*action(verb), tipOf(verb), reason, reason.isEmpty() ? hintOf(verb, free, false) : QString());
    if (verb == Verb::Restart)
        explain(*m_restartWith, tr("Restart the selected services and what needs them, in order"), reason,
            reason.isEmpty() ? hintOf(verb, free, true) : QString());
}

const StopPlan &ServiceActions::planOf(const QList<ServiceId> &services)
{
    if (m_plannedFor != services) {
        m_plannedFor = services;
        m_plan = StopPlan::of(m_sources.registry, services);
    }
    return m_plan;
}

QString ServiceActions::hintOf(Verb verb, const QList<ServiceRow> &rows, bool withDependents)
{
    switch (verb) {
    case Verb::Start:
        return Consequences::hintOfStart(neededToStart(m_sources.registry, namesOf(rows)));
    case Verb::Stop:
    case Verb::ForceStop:
        return Consequences::hintOfStop(planOf(namesOf(rows)));
    case Verb::Restart: {
        const QString hit = Consequences::hintOfRestart(planOf(namesOf(rows)),
            withDependents ? Consequences::Dependents::RestartToo : Consequences::Dependents::StayUp);
        const bool isUsedUp = std::any_of(rows.cbegin(), rows.cend(), [](const ServiceRow &row) {
            return row.facts.state == RunState::Failed && row.maxAttempts > 0 && row.restartAttempts >= row.maxAttempts;
        });
        if (!isUsedUp)
            return hit;
        const QString anew = tr("automatic restarts are counted anew");
        //: whom a restart will hit, and what else it does
        return hit.isEmpty() ? anew : tr("%1; %2").arg(hit, anew);
    }
    case Verb::Check:
    case Verb::ResetFailed:
        break;
    }
    return {};
}

void ServiceActions::trigger(Verb verb, bool withDependents)
{
    if (m_window.findChild<ConsequenceDialog *>())
        return; // it asks already
    Wish wish{verb, {}, {}};
    wish.options.cascade = withDependents;
    for (const ServiceRow &row : selectedRows()) {
        if (!whyNot(verb, row).isEmpty() || m_sources.operations.isBusy(verb, row.id))
            continue;
        wish.services.append(row.id);
        // A person who asks for a restart means it, also when the automatic ones are used up.
        wish.options.force = wish.options.force || (verb == Verb::Restart && row.facts.state == RunState::Failed);
    }
    if (wish.services.isEmpty())
        return;
    if (verb == Verb::Stop)
        stop(wish);
    else if (verb == Verb::Restart)
        restart(wish);
    else if (verb == Verb::ForceStop)
        askToForce(wish);
    else
        m_sources.operations.run(verb, wish.services, wish.options);
}

void ServiceActions::stop(const Wish &wish)
{
    const StopPlan plan = StopPlan::of(m_sources.registry, wish.services);
    Wish agreed = wish;
    agreed.options.cascade = true; // what was agreed to, or nobody needs it
    if (plan.needsConsent() && !isSpared(plan, false)) {
        ask(Consequences::ofStop(m_sources.registry, m_sources.events, plan), agreed,
            Consequences::settingsKey(plan, false));
        return;
    }
    m_sources.operations.run(Verb::Stop, agreed.services, agreed.options);
    if (agreed.services.size() == 1)
        Q_EMIT wayBackOffered(agreed.services.first());
}

void ServiceActions::forceStop(const ServiceId &service)
{
    const bool isAsking = m_window.findChild<ConsequenceDialog *>() != nullptr;
    if (m_blocked.isEmpty() && !isAsking && !m_sources.operations.isBusy(Verb::ForceStop, service))
        askToForce(Wish{Verb::ForceStop, {service}, {}});
}

/// Nobody is spared the question: what is killed can save nothing.
void ServiceActions::askToForce(const Wish &wish)
{
    Wish agreed = wish;
    agreed.options.cascade = true; // what is agreed to
    const StopPlan plan = StopPlan::of(m_sources.registry, wish.services);
    if (plan.services.isEmpty())
        return; // they have ended by themselves meanwhile
    ask(Consequences::ofForceStop(m_sources.registry, m_sources.events, plan), agreed, {});
}

void ServiceActions::restart(const Wish &wish)
{
    const StopPlan plan = StopPlan::of(m_sources.registry, wish.services);
    if (!plan.needsConsent() || isSpared(plan, true)) {
        m_sources.operations.run(Verb::Restart, wish.services, wish.options);
        return;
    }
    const auto dependents =
        wish.options.cascade ? Consequences::Dependents::RestartToo : Consequences::Dependents::StayUp;
    ask(Consequences::ofRestart(m_sources.registry, m_sources.events, plan, dependents), wish,
        Consequences::settingsKey(plan, true));
}

bool ServiceActions::isSpared(const StopPlan &plan, bool isRestart) const
{
    const QString key = Consequences::settingsKey(plan, isRestart);
    return !m_isProtected && !key.isEmpty() && m_sources.settings.value(key).toBool();
}

void ServiceActions::ask(const ConsequenceDialog::Content &content, const Wish &wish, const QString &key)
{
    ConsequenceDialog::Content asked = content;
    if (m_isProtected)
        asked.doNotAsk.clear();
    auto *dialog = new ConsequenceDialog(asked, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, wish, key] {
        if (dialog->isSparedFromNowOn() && !key.isEmpty())
            m_sources.settings.setValue(key, true);
        m_sources.operations.run(wish.verb, wish.services, wish.options);
    });
    dialog->open();
}

} // namespace foghorn

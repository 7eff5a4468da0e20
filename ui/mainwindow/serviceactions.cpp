#include "ui/mainwindow/serviceactions.h"

#include "ui/dialogs/consequencedialog.h"
#include "ui/dialogs/stopplan.h"
#include "ui/models/fleetsummary.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/actionicon.h"

#include "core/base/names.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace foghorn {

namespace {

constexpr std::array Verbs{Verb::Start, Verb::Stop, Verb::Restart, Verb::Check};

} // namespace

ServiceActions::ServiceActions(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
    Operations &operations, QWidget &window)
    : QObject(&window)
    , m_registry(registry)
    , m_model(model)
    , m_selection(selection)
    , m_operations(operations)
    , m_window(window)
{
    const auto set = [this](Verb verb, QAction *action) {
        m_actions[static_cast<std::size_t>(verb)] = action;
        connect(action, &QAction::triggered, this, [this, verb] { trigger(verb); });
    };
    set(Verb::Start,
        make(tr("&Start"), tr("Start the selected services and what they need"), Qt::Key_F7,
            actionIcon(ActionSymbol::Start)));
    set(Verb::Stop, make(tr("S&top"), tr("Stop the selected services"), Qt::Key_F9, actionIcon(ActionSymbol::Stop)));
    set(Verb::Restart,
        make(tr("&Restart"), tr("Restart the selected services; what needs them stays up"), Qt::CTRL | Qt::Key_R,
            actionIcon(ActionSymbol::Restart)));
    set(Verb::Check,
        make(tr("&Check now"), tr("Ask the selected services now how they are"), Qt::Key_F5,
            actionIcon(ActionSymbol::Check)));
    m_startAll = make(tr("Start &all"), tr("Start all services in order"), Qt::CTRL | Qt::SHIFT | Qt::Key_F7,
        actionIcon(ActionSymbol::StartAll));
    m_stopAll = make(tr("Sto&p all…"), tr("Stop all services in reverse order"), Qt::CTRL | Qt::SHIFT | Qt::Key_F9,
        actionIcon(ActionSymbol::StopAll));
    connect(m_startAll, &QAction::triggered, &operations, &Operations::startAll);
    connect(m_stopAll, &QAction::triggered, this, &ServiceActions::askStopAll);
    connect(&selection, &ServiceSelection::changed, this, &ServiceActions::update);
    connect(&model, &ServiceTableModel::refreshed, this, &ServiceActions::update);
    connect(&operations, &Operations::busyChanged, this, &ServiceActions::update);
    update();
}

ServiceActions::~ServiceActions() = default;

QAction *ServiceActions::make(const QString &text, const QString &tip, const QKeySequence &shortcut, const QIcon &icon)
{
    auto *action = new QAction(icon, text, this);
    action->setShortcut(shortcut);
    action->setData(tip);
    return action;
}

QList<ServiceRow> ServiceActions::selectedRows() const
{
    QList<ServiceRow> rows;
    for (const ServiceId &id : m_selection.selected()) {
        if (const int row = m_model.rowOfService(id); row >= 0)
            rows.append(m_model.row(row));
    }
    return rows;
}

void ServiceActions::setReason(QAction *action, const QString &reason)
{
    const QString tip = action->data().toString();
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason.isEmpty() ? tr("%1 (%2)", "what an action does, its key").arg(tip, key) : reason);
    action->setStatusTip(reason.isEmpty() ? tip : reason);
}

void ServiceActions::updateVerb(Verb verb, const QList<ServiceRow> &rows)
{
    QList<ServiceRow> free;
    ServiceId busy;
    for (const ServiceRow &row : rows) {
        if (m_operations.isBusy(row.id))
            busy = row.id;
        else
            free.append(row);
    }
    if (free.isEmpty() && !busy.isEmpty()) {
        setReason(action(verb), tr("Busy with %1").arg(printable(busy)));
        return;
    }
    setReason(action(verb), whyNot(verb, free));
}

void ServiceActions::setBlocked(const QString &reason)
{
    if (m_blocked == reason)
        return;
    m_blocked = reason;
    update();
}

void ServiceActions::update()
{
    if (!m_blocked.isEmpty()) {
        for (QAction *each : m_actions)
            setReason(each, m_blocked);
        setReason(m_startAll, m_blocked);
        setReason(m_stopAll, m_blocked);
        return;
    }
    const QList<ServiceRow> rows = selectedRows();
    for (const Verb verb : Verbs)
        updateVerb(verb, rows);
    updateAll();
}

void ServiceActions::updateAll()
{
    const std::vector<ServiceRow> &rows = m_model.rows();
    const auto any = [&rows](Verb verb) {
        return std::any_of(
            rows.cbegin(), rows.cend(), [verb](const ServiceRow &row) { return whyNot(verb, row).isEmpty(); });
    };
    QString startReason;
    QString stopReason;
    if (m_operations.isFleetBusy()) {
        startReason = stopReason = tr("Busy with all services");
    } else {
        if (!any(Verb::Start))
            startReason = tr("All services are started already");
        if (!any(Verb::Stop))
            stopReason = tr("No service is running");
    }
    setReason(m_startAll, startReason);
    setReason(m_stopAll, stopReason);
}

void ServiceActions::trigger(Verb verb)
{
    QList<ServiceId> fitting;
    CommandOptions options;
    for (const ServiceRow &row : selectedRows()) {
        if (!whyNot(verb, row).isEmpty())
            continue;
        fitting.append(row.id);
        // A person who asks for a restart means it, also when the automatic ones are used up.
        options.force = options.force || (verb == Verb::Restart && row.facts.state == RunState::Failed);
    }
    if (verb == Verb::Stop)
        stop(fitting);
    else
        m_operations.run(verb, fitting, options);
}

void ServiceActions::stop(const QList<ServiceId> &services)
{
    const StopPlan plan = StopPlan::of(m_registry, services);
    CommandOptions options;
    options.cascade = true; // what was agreed to, or nobody needs it
    if (!plan.needsConsent()) {
        m_operations.run(Verb::Stop, services, options);
        return;
    }
    auto *dialog = new ConsequenceDialog(ConsequenceDialog::forStop(m_registry, plan), &m_window);
    connect(dialog, &QDialog::accepted, this,
        [this, services, options] { m_operations.run(Verb::Stop, services, options); });
    dialog->open();
}

void ServiceActions::askStopAll()
{
    const int count = summaryOf(m_model.rows()).alive;
    auto *dialog = new ConsequenceDialog(ConsequenceDialog::forStopAll(m_registry, count), &m_window);
    connect(dialog, &QDialog::accepted, &m_operations, &Operations::stopAll);
    dialog->open();
}

} // namespace foghorn

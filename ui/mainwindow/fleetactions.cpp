#include "ui/mainwindow/fleetactions.h"

#include "ui/dialogs/consequences.h"
#include "ui/mainwindow/actionreason.h"
#include "ui/style/actionicon.h"

#include "core/registry/eventlog.h"

#include <QAction>
#include <QWidget>

namespace foghorn {

namespace {

constexpr std::array FleetVerbs{FleetVerb::StartAll, FleetVerb::StopAll, FleetVerb::RestartAll, FleetVerb::CheckAll};

struct Shape
{
    QString text;
    Qt::Key key; ///< with Ctrl and Shift
    ActionSymbol symbol;
};

Shape shapeOf(FleetVerb verb)
{
    switch (verb) {
    case FleetVerb::StartAll:
        return {FleetActions::tr("Start &all…"), Qt::Key_F7, ActionSymbol::StartAll};
    case FleetVerb::StopAll:
        return {FleetActions::tr("Sto&p all…"), Qt::Key_F9, ActionSymbol::StopAll};
    case FleetVerb::RestartAll:
        return {FleetActions::tr("Restart al&l…"), Qt::Key_F6, ActionSymbol::Restart};
    case FleetVerb::CheckAll:
        return {FleetActions::tr("Chec&k all"), Qt::Key_F5, ActionSymbol::Check};
    }
    return {};
}

QString tipOf(FleetVerb verb)
{
    switch (verb) {
    case FleetVerb::StartAll:
        return FleetActions::tr("Start all services in order");
    case FleetVerb::StopAll:
        return FleetActions::tr("Stop all services in reverse order");
    case FleetVerb::RestartAll:
        return FleetActions::tr("Stop all running services in reverse order, then start them again");
    case FleetVerb::CheckAll:
        return FleetActions::tr("Ask all running services now how they are");
    }
    return {};
}

} // namespace

FleetActions::FleetActions(
    const ServiceRegistry &registry, const EventLog &events, Operations &operations, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_events(events)
    , m_operations(operations)
    , m_window(window)
{
    for (const FleetVerb verb : FleetVerbs) {
        const Shape shape = shapeOf(verb);
        auto *action = new QAction(actionIcon(shape.symbol), shape.text, this);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | shape.key));
        connect(action, &QAction::triggered, this, [this, verb] { trigger(verb); });
        m_actions[static_cast<std::size_t>(verb)] = action;
    }
}

FleetActions::~FleetActions() = default;

void FleetActions::update(const QString &blocked)
{
    for (const FleetVerb verb : FleetVerbs) {
        QString reason = blocked;
        if (reason.isEmpty() && m_operations.isBusy(verb))
            reason = tr("Busy with all services");
        else if (reason.isEmpty() && !hasMembers(verb, m_registry))
            reason = whyNobody(verb);
        explain(*action(verb), tipOf(verb), reason);
    }
}

void FleetActions::trigger(FleetVerb verb)
{
    if (m_window.findChild<ConsequenceDialog *>())
        return; // it asks already
    Consequences::All all = Consequences::All::Start;
    switch (verb) {
    case FleetVerb::StartAll:
        break;
    case FleetVerb::StopAll:
        all = Consequences::All::Stop;
        break;
    case FleetVerb::RestartAll:
        all = Consequences::All::Restart;
        break;
    case FleetVerb::CheckAll:
        m_operations.run(verb);
        return;
    }
    Consequences::Content content = Consequences::ofAll(all, m_registry, m_events, membersOf(verb, m_registry));
    if (verb != FleetVerb::StartAll)
        content.toType = m_toType;
    auto *dialog = new ConsequenceDialog(content, &m_window);
    connect(dialog, &QDialog::accepted, &m_operations, [this, verb] { m_operations.run(verb); });
    dialog->open();
}

} // namespace foghorn

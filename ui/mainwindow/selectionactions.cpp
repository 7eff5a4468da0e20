#include "ui/mainwindow/selectionactions.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/models/problemorder.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/isolated.h"

#include <QAction>
#include <QMenu>

namespace foghorn {

SelectionActions::SelectionActions(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    using Menu = MainWindow::Menu;
    window.menu(Menu::Go).addSeparator();
    const auto isThere = [&window](const ServiceId &id) { return window.model().rowOfService(id) >= 0; };
    m_back = window.addToMenu(
        Menu::Go, tr("&Back"), tr("To the service that was selected before"), QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward = window.addToMenu(
        Menu::Go, tr("For&ward"), tr("To the service from which you went back"), QKeySequence(Qt::ALT | Qt::Key_Right));
    connect(m_back, &QAction::triggered, this, [this, isThere] { m_window.selection().goBack(isThere); });
    connect(m_forward, &QAction::triggered, this, [this, isThere] { m_window.selection().goForward(isThere); });
    connect(window.addToMenu(Menu::Go, tr("N&ext problem"), tr("To the next service that needs you, the worst first"),
                QKeySequence(Qt::Key_F8)),
        &QAction::triggered, this, [this] { goToProblem(true); });
    connect(window.addToMenu(Menu::Go, tr("P&revious problem"), tr("To the service before that needs you"),
                QKeySequence(Qt::SHIFT | Qt::Key_F8)),
        &QAction::triggered, this, [this] { goToProblem(false); });
    m_details = window.addToMenu(
        Menu::Go, tr("&Details of service"), tr("All about the selected service (Enter in a list)"), {});
    m_graph = window.addToMenu(
        Menu::Go, tr("S&how in graph"), tr("The selected service among those it needs (Shift+Enter in a list)"), {});
    connect(m_details, &QAction::triggered, &window.servicePanel(), &ServicePanel::detailsWanted);
    connect(m_graph, &QAction::triggered, &window.servicePanel(), &ServicePanel::graphWanted);
    connect(&m_window.selection(), &ServiceSelection::changed, this, &SelectionActions::update);
    update();
}

SelectionActions::~SelectionActions() = default;

void SelectionActions::update()
{
    const ServiceSelection &selection = m_window.selection();
    m_back->setEnabled(selection.canGoBack());
    m_forward->setEnabled(selection.canGoForward());
    m_details->setEnabled(!selection.current().isEmpty());
    m_graph->setEnabled(!selection.current().isEmpty());
}

void SelectionActions::goToProblem(bool forward)
{
    const ServiceId current = m_window.selection().selected().isEmpty() ? ServiceId() : m_window.selection().current();
    const ServiceId next = nextProblem(m_window.model().rows(), current, forward);
    if (next.isEmpty()) {
        m_window.showSuccess(tr("No service needs you"));
        return;
    }
    m_window.selection().selectOnly(next);
    const ServiceRow &row = m_window.model().row(m_window.model().rowOfService(next));
    m_window.showSuccess(QStringLiteral("%1: %2 – %3").arg(isolated(next), row.state, row.why));
}

} // namespace foghorn

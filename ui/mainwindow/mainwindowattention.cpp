// The pages that one goes to when something is wrong: Logs and Alerts.
#include "ui/mainwindow/mainwindow.h"

#include "ui/charts/chartspanel.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/alertview.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"
#include "ui/panels/servicepanel.h"
#include "ui/timeline/timelinepanel.h"

#include "core/registry/serviceregistry.h"

#include <QAction>
#include <QMenu>

namespace foghorn {

void MainWindow::buildAttentionPages()
{
    m_logs = new LogPanel({m_sources.registry, m_sources.logs, *m_selection, *m_cursor, m_settings});
    m_pageActions.append(
        m_pages->addPage({ActionSymbol::Logs, tr("&Logs"), tr("What services write"), m_logs, &m_logs->view()}));
    m_alerts = new AlertPanel(m_sources.alerts, m_sources.alertCommands, *m_model, *m_selection);
    m_pageActions.append(m_pages->addPage(
        {ActionSymbol::Alerts, tr("&Alerts"), tr("What is wrong, cause by cause"), m_alerts, &m_alerts->view()}));
    const auto setCount = [this](int firing) { m_pages->setCount(static_cast<int>(Page::Alerts), firing); };
    connect(m_alerts, &AlertPanel::countChanged, this, setCount);
    m_alerts->model().refresh();

    connect(m_timeline, &TimelinePanel::logWanted, this, &MainWindow::showLogAt);
    connect(m_charts, &ChartsPanel::logWanted, this, &MainWindow::showLogAt);
    connect(m_logs, &LogPanel::succeeded, this, &MainWindow::showSuccess);
    connect(m_logs, &LogPanel::failed, this, &MainWindow::showProblem);
    AlertActions &actions = m_alerts->actionsOnAlerts();
    connect(&actions, &AlertActions::succeeded, this, &MainWindow::showSuccess);
    connect(&actions, &AlertActions::failed, this, &MainWindow::showProblem);
    connect(m_alerts, &AlertPanel::detailsWanted, this, &MainWindow::showDetails);
    connect(&actions, &AlertActions::graphWanted, this, [this](const ServiceId &service) {
        m_selection->selectOnly(service);
        showPage(Page::Graph);
        m_graph->view().showService(service);
    });
    connect(&actions, &AlertActions::restartWanted, this, [this](const ServiceId &service) {
        m_selection->selectOnly(service);
        m_actions->action(Verb::Restart)->trigger();
    });
}

/// They are in the menu always, and do something where there are lines.
void MainWindow::addFindActions(QMenu &go)
{
    go.addActions(m_logs->findActions());
    const auto enable = [this](int page) {
        for (QAction *action : m_logs->findActions())
            action->setEnabled(page == static_cast<int>(Page::Logs));
    };
    connect(m_pages, &PageStack::currentChanged, this, enable);
    enable(m_pages->current());
}

void MainWindow::showLogAt(const ServiceId &service, WallTime time)
{
    showPage(Page::Logs);
    m_logs->showAt(service, time);
}

/// Of the current service; what is not well is read from where that began.
void MainWindow::showLogOfCurrent()
{
    showPage(Page::Logs);
    const RegistryEntry *entry = m_sources.registry.find(m_selection->current());
    if (!entry)
        return;
    if (entry->status.state == RunState::Failed)
        m_logs->showAt(m_selection->current(), entry->status.since);
    else if (entry->health.health == Health::Unhealthy && entry->health.consecutiveFailures > 0
        && !entry->checks.isEmpty())
        m_logs->showAt(m_selection->current(),
            entry->checks.tail(static_cast<std::size_t>(entry->health.consecutiveFailures)).front().at);
}

void MainWindow::focusSearch()
{
    if (m_pages->current() == static_cast<int>(Page::Logs)) {
        m_logs->focusFind();
        return;
    }
    if (m_pages->current() == static_cast<int>(Page::Graph)) {
        m_graph->focusSearch();
        return;
    }
    showPage(Page::Services);
    m_services->focusFilter();
}

} // namespace foghorn

// What the window has beyond its pages: each feature is a class of its own, made here with one line. It gets the parts
// of the window that it needs, adds its actions to the menus, and belongs to the window.
#include "ui/mainwindow/mainwindow.h"

#include "ui/graph/graphpanel.h"
#include "ui/mainwindow/actionfeedback.h"
#include "ui/mainwindow/announcements.h"
#include "ui/mainwindow/configreload.h"
#include "ui/mainwindow/connectionactions.h"
#include "ui/mainwindow/dataage.h"
#include "ui/mainwindow/filterlinks.h"
#include "ui/mainwindow/fleetfiles.h"
#include "ui/mainwindow/focusareas.h"
#include "ui/mainwindow/graphbadges.h"
#include "ui/mainwindow/graphfeature.h"
#include "ui/mainwindow/languagemenu.h"
#include "ui/mainwindow/lastcounts.h"
#include "ui/mainwindow/looksettings.h"
#include "ui/mainwindow/operationdock.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/savedfilters.h"
#include "ui/mainwindow/selectionactions.h"
#include "ui/mainwindow/startupwatch.h"
#include "ui/mainwindow/tableactions.h"
#include "ui/mainwindow/toolactions.h"
#include "ui/mainwindow/traypresence.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/mainwindow/windowmemory.h"
#include "ui/mainwindow/windowundo.h"
#include "ui/mainwindow/worstalert.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/servicepanel.h"

#include "core/registry/connectionboard.h"
#include "core/registry/serviceregistry.h"

#include <QStatusBar>

namespace foghorn {

void MainWindow::buildFeatures()
{
    auto *age = new DataAge(m_sources.registry, m_sources.connection);
    statusBar()->addPermanentWidget(age);
    connect(age, &DataAge::told, this, &MainWindow::showSuccess);
    new LookSettings(m_theme, m_settings, this);
    new LanguageMenu(*this, m_settings);
    new Announcements(*statusBar(), *m_model, *m_selection, *m_operations);
    m_detailPanel->setBackAction((new SelectionActions(*this))->backAction());
    new TableActions(*this, m_sources);
    auto *links = new FilterLinks(*this, *m_pages, *m_summary);
    new SavedFilters(*this, *links, m_settings);
    new OperationDock(*this, *m_operations);
    new StartUpWatch(m_sources.registry, m_operations->model(), this);
    new ActionFeedback(*this, *m_actions, *m_operations);
    auto *reload = new ConfigReload(*this, m_sources.commands, m_sources.registry, m_sources.connection);
    new GraphFeature(*this, m_settings);
    new WorstAlert(*this, m_sources.alerts, m_sources.connection);
    new GraphBadges(m_graph->scene(), m_sources.alerts, *m_detailPanel, this);
    if (m_sources.desk) { // there is a program around it
        new ConnectionActions({*this, *m_sources.desk, m_sources.connection, m_sources.registry, *m_operations});
        new TrayPresence(*this, m_sources, m_settings, TrayPresence::desktop());
    }
    offerWhenEmpty(reload->action());
    buildMemory(); // last: it puts back what the others have made
}

/// In a fleet without services. A daemon's files are its own.
void MainWindow::offerWhenEmpty(QAction &reload)
{
    QList<QAction *> actions{&reload};
    if (m_sources.desk && !m_sources.connection.connection().isRemote())
        actions = (new FleetFiles(*this, *m_sources.desk, *m_operations))->actions() + actions;
    m_services->setEmptyActions(actions);
    m_graph->setEmptyActions(actions);
}

void MainWindow::buildMemory()
{
    const ConnectionState &connection = m_sources.connection.connection();
    auto *memory = new WindowMemory({*this, *m_pages, *m_services, m_graph->view(), *m_selection, *m_model}, m_settings,
        connection.isRemote() ? connection.place : m_sources.registry.fleetName());
    if (connection.isRemote()) // the fleet of this program is there at once
        new LastCounts({*this, *m_summary, *m_model, m_sources.connection}, m_settings, memory->key("counts"));
    auto *undo = new WindowUndo(*memory, *m_services, m_alerts->actionsOnAlerts(), this);
    new ViewActions(*this, m_theme, *undo, *new FocusAreas(*this, *m_pages), m_sources.desk != nullptr);
    new ToolActions(*this, m_theme, m_settings);
}

} // namespace foghorn

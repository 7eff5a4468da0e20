#include "ui/mainwindow/mainwindow.h"

#include "ui/access/listaccess.h"
#include "ui/charts/chartspanel.h"
#include "ui/charts/latencychart.h"
#include "ui/dialogs/consequences.h"
#include "ui/dialogs/leavequestion.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/connectionview.h"
#include "ui/mainwindow/narrowlayout.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/mainwindow/summarybar.h"
#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/timecursor.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/actionicon.h"
#include "ui/style/isolated.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include "core/registry/connectionboard.h"
#include "core/registry/serviceregistry.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto SuccessShown = 10s;

} // namespace

MainWindow::MainWindow(const WindowSources &sources, Theme &theme, UserSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_sources(sources)
    , m_theme(theme)
    , m_settings(settings)
    , m_model(new ServiceTableModel(sources.registry, this))
    , m_selection(new ServiceSelection(this))
    , m_cursor(new TimeCursor(this))
    , m_operations(new Operations(sources.commands, sources.registry, this))
    , m_actions(new ServiceActions(
          {sources.registry, sources.events, *m_model, *m_selection, *m_operations, m_settings}, *this))
{
    installListAccess(); // before any widget tells a reader of itself
    setWindowIcon(applicationIcon());
    const bool isAnimated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    setDockOptions(isAnimated ? AnimatedDocks | AllowTabbedDocks : DockOptions(AllowTabbedDocks));
    buildCentre();
    buildPages();
    buildDetails();
    buildToolBar();
    buildMenus();
    buildStatusBar();
    new ConnectionView(m_sources.connection,
        {qobject_cast<QVBoxLayout *>(centralWidget()->layout()), m_pages, m_details->widget(), statusBar(), m_actions,
            &m_alerts->actionsOnAlerts()},
        this);
    connect(m_model, &ServiceTableModel::refreshed, this, &MainWindow::refreshSummary);
    connect(&m_sources.connection, &ConnectionBoard::changed, this, &MainWindow::refreshSummary);
    connect(&m_operations->model(), &OperationModel::changed, this, &MainWindow::refreshSummary);
    connect(m_operations, &Operations::began, this, [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_operations, &Operations::succeeded, this, &MainWindow::showSuccess);
    connect(m_operations, &Operations::failed, this, [this](const QString &text) {
        statusBar()->clearMessage();
        showProblem(text);
    });
    const int line = fontMetrics().height();
    resize(line * 104, line * 50);
    m_narrow = new NarrowLayout({*this, *m_pages, *m_details, *m_detailPanel});
    buildFeatures();
    refreshSummary();
}

// What watches the focus shall see it go while the window still is one.
MainWindow::~MainWindow() { hide(); }

void MainWindow::buildCentre()
{
    m_message = new InlineMessage;
    m_pages = new PageStack;
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::buildPages()
{
    m_services = new ServicePanel(*m_model, *m_selection, m_settings);
    m_pageActions.append(m_pages->addPage(
        {ActionSymbol::Services, tr("&Services"), tr("All services as a table"), m_services, &m_services->view()}));
    m_graph = new GraphPanel(m_sources.registry, *m_model, *m_selection);
    m_pageActions.append(
        m_pages->addPage({ActionSymbol::Graph, tr("&Graph"), tr("Who needs whom"), m_graph, &m_graph->view()}));
    buildTimePages();
    buildAttentionPages();

    connect(m_services, &ServicePanel::graphWanted, this, [this] {
        showPage(Page::Graph);
        m_graph->view().showService(m_selection->current());
    });
    connect(m_services, &ServicePanel::detailsWanted, this, &MainWindow::showDetails);
    connect(m_graph, &GraphPanel::detailsWanted, this, &MainWindow::showDetails);
    connect(m_services, &ServicePanel::contextMenuWanted, this, &MainWindow::showContextMenu);
    connect(m_graph, &GraphPanel::contextMenuWanted, this, &MainWindow::showContextMenu);
}

void MainWindow::buildTimePages()
{
    const TimeSources sources{
        m_sources.registry, m_sources.events, m_sources.history, *m_model, *m_selection, *m_cursor};
    m_timeline = new TimelinePanel(sources);
    m_pageActions.append(m_pages->addPage(
        {ActionSymbol::Timeline, tr("&Timeline"), tr("What happened when"), m_timeline, &m_timeline->view()}));
    connect(&m_timeline->view(), &TimelineView::detailsWanted, this, &MainWindow::showDetails);
    connect(&m_timeline->view(), &TimelineView::contextMenuWanted, this, &MainWindow::showContextMenu);
    m_charts = new ChartsPanel(sources);
    m_pageActions.append(m_pages->addPage(
        {ActionSymbol::Charts, tr("&Charts"), tr("Uptime and response times"), m_charts, &m_charts->latency()}));
    connect(m_charts, &ChartsPanel::exported, this, &MainWindow::showSuccess);
    connect(m_charts, &ChartsPanel::exportFailed, this, &MainWindow::showProblem);
}

void MainWindow::buildDetails()
{
    m_details = new QDockWidget(tr("Details"), this);
    m_details->setObjectName(QStringLiteral("details"));
    m_detailPanel =
        new DetailPanel({{m_sources.registry, m_sources.events, m_sources.history, *m_model, *m_selection, *m_cursor},
            m_sources.logs, m_settings});
    m_detailPanel->setMinimumWidth(fontMetrics().height() * 21);
    m_detailPanel->setActions(
        {m_actions->action(Verb::Start), m_actions->action(Verb::Restart), m_actions->action(Verb::Check)});
    connect(m_detailPanel, &DetailPanel::logWanted, this, &MainWindow::showLogAt);
    connect(m_detailPanel, &DetailPanel::chartsWanted, this, [this](const ServiceId &service) {
        m_selection->selectOnly(service);
        showPage(Page::Charts);
    });
    m_details->setWidget(m_detailPanel);
    addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_details);
}

void MainWindow::buildToolBar()
{
    auto *bar = new QToolBar(tr("Actions"), this);
    bar->setObjectName(QStringLiteral("actions"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(1, 1) * (fontMetrics().height() * 1.25));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    for (const Verb verb : {Verb::Start, Verb::Stop, Verb::Restart, Verb::Check})
        bar->addAction(m_actions->action(verb));
    bar->addSeparator();
    bar->addAction(m_actions->startAllAction());
    bar->addAction(m_actions->stopAllAction());
    for (QAction *action : bar->actions()) {
        if (QWidget *button = bar->widgetForAction(action); button && !action->isSeparator())
            button->setFocusPolicy(Qt::TabFocus); // reachable without a mouse
    }
    addToolBar(bar);
}

void MainWindow::buildStatusBar()
{
    m_summary = new SummaryBar;
    statusBar()->addPermanentWidget(m_summary);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::showPage(Page page) { m_pages->showPage(static_cast<int>(page)); }

void MainWindow::showDetails() { m_narrow->showDetails(); }

void MainWindow::showSuccess(const QString &message)
{
    statusBar()->showMessage(message, static_cast<int>(std::chrono::milliseconds(SuccessShown).count()));
}

void MainWindow::showProblem(const QString &message)
{
    m_message->showMessage(StateLook{StateFamily::Degraded, Silhouette::Warning, Badge::None, 0}, message);
}

void MainWindow::showOffer(const QString &message, const QString &button, std::function<void()> accept)
{
    m_message->showOffer(
        StateLook{StateFamily::Neutral, Silhouette::Stopped, Badge::None, 0}, message, button, std::move(accept));
}

void MainWindow::showContextMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions->actions());
    menu->popup(global);
}

void MainWindow::refreshSummary()
{
    const bool isTrue = m_sources.connection.connection().isUsable();
    m_model->setRemembered(!isTrue);
    const FleetSummary summary = summaryOf(m_model->rows());
    m_summary->setSummary(isTrue ? std::optional(summary) : std::nullopt);
    const QString &called = m_sources.connection.connection().called;
    const QString &name = called.isEmpty() ? m_sources.registry.fleetName() : called;
    const QString fleet = name.isEmpty() ? tr("no fleet") : isolated(name);
    //: window title: %1 is the fleet, %2 the worst news
    QString news = isTrue ? headline(summary) : tr("not connected");
    if (const QString going = OperationWords::goingOn(m_operations->model()); isTrue && !going.isEmpty())
        news = tr("%1, %2", "\"6 of 10 done\", worst news").arg(going, news);
    setWindowTitle(tr("Foghorn — %1 — %2").arg(fleet, news));
}

void MainWindow::quit()
{
    const bool hides = std::exchange(m_closingHides, false);
    if (!isVisible())
        show(); // what is asked then belongs to it
    close();
    m_closingHides = hides; // somebody may have thought better of it
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closingHides && !m_mayClose) {
        event->ignore();
        hide();
        return;
    }
    const bool isWatcher = m_sources.connection.connection().isRemote(); // nothing ends with it
    const int concerned = isWatcher ? m_operations->model().runningCount() : summaryOf(m_model->rows()).alive;
    if (m_mayClose || concerned == 0) {
        event->accept();
        Q_EMIT leaveWanted();
        return;
    }
    event->ignore();
    askBeforeLeaving();
}

void MainWindow::askBeforeLeaving()
{
    const auto goAnyway = [this] {
        m_mayClose = true;
        close();
    };
    if (const ConnectionState &connection = m_sources.connection.connection(); connection.isRemote()) {
        const LeaveQuestion::Leaving leaving{
            LeaveQuestion::Way::Close, isolated(connection.name()), {}, m_operations->needsWindow()};
        auto *question = new ConsequenceDialog(LeaveQuestion::content(leaving, m_operations->model()), this);
        connect(question, &QDialog::accepted, this, goAnyway);
        question->open();
        return;
    }
    const int alive = summaryOf(m_model->rows()).alive;
    auto *dialog = new ConsequenceDialog(Consequences::ofQuit(m_sources.registry, alive), this);
    connect(dialog, &QDialog::accepted, m_operations, &Operations::shutDown);
    connect(dialog, &ConsequenceDialog::alternativeChosen, this, goAnyway);
    dialog->open();
}

} // namespace foghorn

// Paints the pages with made-up fleets into PNG files, for people to judge: ui_gallery FOLDER [SERVICES [WIDTHxHEIGHT]]
#include "tests/ui/gallery/connectionpictures.h"
#include "tests/ui/gallery/operationpictures.h"
#include "tests/ui/gallery/servicepictures.h"
#include "tests/ui/gallery/toolpictures.h"
#include "tests/ui/support/fakenews.h"
#include "tests/ui/support/fakepast.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/charts/chartspanel.h"
#include "ui/dialogs/consequences.h"
#include "ui/graph/blastradius.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/timecursor.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"
#include "ui/style/languages.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSize>
#include <QTimer>

#include <functional>

using namespace foghorn;

namespace {

/// What even a large and calm fleet has.
void makeSomeTrouble(ServiceRegistry &registry)
{
    const QList<ServiceId> order = registry.order();
    for (qsizetype i = 23; i < order.size(); i += 61)
        addChecks(registry, order.at(i), i % 2 == 0 ? Health::Unhealthy : Health::Degraded, i % 5 == 0 ? 9 : 3,
            QStringLiteral("no answer within 5 s"));
}

class Gallery final
{
public:
    /// As large as windows open where a size is empty.
    Gallery(Theme &theme, const QDir &folder, int services, QSize size)
        : m_theme(theme)
        , m_folder(folder)
        , m_operations(theme, folder, services)
        , m_connections(theme, folder)
    {
        const bool ten = services == 10;
        m_room.registry.setOutline(fakeOutline(QStringLiteral("local"), ten ? tenServices() : manyServices(services)));
        if (ten)
            makeBusyEvening(m_room.registry);
        else {
            makeAllHealthy(m_room.registry);
            makeSomeTrouble(m_room.registry);
        }
        makePast(m_room.registry, m_room.history);
        makeAlerts(m_room.alerts, m_room.registry);
        addSteps(Theme::Mode::Light, QStringLiteral("-light"));
        addSteps(Theme::Mode::Dark, QStringLiteral("-dark"));
        addSteps(Theme::Mode::HighContrast, QStringLiteral("-contrast"));
        m_window = std::make_unique<MainWindow>(m_room.sources(), theme, m_room.settings);
        if (ten)
            m_window->selection().selectOnly(QStringLiteral("onion"));
        if (!size.isEmpty())
            m_window->resize(size);
        m_window->show();
        // The graph is laid out in another thread; then one picture a turn of the loop, so that all is settled.
        QObject::connect(&m_window->graphPanel().scene(), &GraphScene::laidOut, &m_timer, qOverload<>(&QTimer::start));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { step(); });
        m_timer.setInterval(150);
    }

private:
    void save(QWidget &widget, const QString &name)
    {
        widget.grab().save(m_folder.filePath(name + QStringLiteral(".png")));
    }

    void addPage(const QString &name, MainWindow::Page page, const QString &tone)
    {
        m_steps.append([this, page] { m_window->showPage(page); });
        m_steps.append([this, name, tone] { save(*m_window, name + tone); });
    }

    void addSteps(Theme::Mode mode, const QString &tone)
    {
        m_steps.append([this, mode] { m_theme.setMode(mode); });
        addPage(QStringLiteral("services"), MainWindow::Page::Services, tone);
        m_steps.append([this, tone] { // the window is there by now
            m_steps = servicePictures(*m_window, m_folder, tone) + m_steps;
        });
        addGraph(tone);
        addTimePages(tone);
        addLogs(tone);
        m_steps.append([this] { m_window->alertPanel().model().setOpen(0, m_room.registry.order().size() < 100); });
        addPage(QStringLiteral("alerts"), MainWindow::Page::Alerts, tone);
        m_steps.append([this, tone] { saveDialogs(tone); });
        m_steps.append([this, tone] { saveTools(*m_window, m_folder, tone); });
        m_steps += m_operations.steps(tone);
        if (m_room.registry.order().size() == 10)
            m_steps.append([this, tone] { m_connections.save(tone); });
    }

    /// As it opens; unfolded; near, with the overview map; what a stop would hit; as a list.
    void addGraph(const QString &tone)
    {
        const auto panel = [this]() -> GraphPanel & { return m_window->graphPanel(); };
        const auto wait = [this] { // for the layout
            for (int i = 0; i < 4; ++i)
                m_steps.append([] {});
        };
        addPage(QStringLiteral("graph"), MainWindow::Page::Graph, tone);
        m_steps.append([panel] { panel().scene().setAllFolded(false); });
        wait();
        addPage(QStringLiteral("graph-unfolded"), MainWindow::Page::Graph, tone);
        m_steps.append([this, panel] {
            m_window->selection().selectOnly(m_room.registry.order().at(3));
            panel().view().zoomToActualSize();
            panel().view().showService(m_room.registry.order().at(3));
            panel().blastRadius().setOn(true);
            panel().bar().searchField().setText(QStringLiteral("or"));
        });
        wait();
        addPage(QStringLiteral("graph-stop"), MainWindow::Page::Graph, tone);
        m_steps.append([panel] {
            panel().blastRadius().setOn(false);
            panel().bar().searchField().clear();
            panel().showAsList(true);
        });
        addPage(QStringLiteral("graph-list"), MainWindow::Page::Graph, tone);
        m_steps.append([this, panel] {
            panel().showAsList(false);
            panel().view().fit();
            panel().scene().setAllFolded(m_room.registry.order().size() > static_cast<qsizetype>(MostUnfolded));
        });
    }

    void addTimePages(const QString &tone)
    {
        const auto view = [this]() -> TimelineView & { return m_window->timelinePanel().view(); };
        const auto first = [this] { m_window->selection().selectOnly(m_room.registry.order().at(5)); };
        m_steps.append(first);
        addPage(QStringLiteral("timeline"), MainWindow::Page::Timeline, tone);
        m_steps.append([this, view] {
            view().setRange(std::chrono::hours(6));
            view().setLanes(TimelineLanes::Separate);
            m_window->timeCursor().setTime(Now::read().wall - std::chrono::minutes(100));
        });
        addPage(QStringLiteral("timeline-lanes"), MainWindow::Page::Timeline, tone);
        m_steps.append([view] {
            view().setRange(std::chrono::hours(1));
            view().setLanes(TimelineLanes::Combined);
        });
        addPage(QStringLiteral("charts"), MainWindow::Page::Charts, tone);
        m_steps.append([this] {
            m_window->chartsPanel().setRange(std::chrono::hours(24));
            m_window->selection().set(m_room.registry.order().mid(0, 6), m_room.registry.order().at(5));
        });
        addPage(QStringLiteral("charts-compare"), MainWindow::Page::Charts, tone);
        m_steps.append([this] { m_window->chartsPanel().showTable(true); });
        addPage(QStringLiteral("charts-table"), MainWindow::Page::Charts, tone);
        m_steps.append([this, first] {
            m_window->chartsPanel().showTable(false);
            m_window->chartsPanel().setRange(std::chrono::hours(1));
            first();
        });
    }

    /// One service as it comes; then all of them with something looked for while somebody reads further up.
    void addLogs(const QString &tone)
    {
        const auto say = [this](int lines) {
            if (m_window->logPanel().model().lineCount() == 0)
                m_room.logs.say(fakeNews(m_room.logs.followed.last(), lines));
        };
        m_steps.append(
            [this] { m_window->selection().set({m_room.registry.order().at(5)}, m_room.registry.order().at(5)); });
        m_steps.append([this] { m_window->showPage(MainWindow::Page::Logs); });
        m_steps.append([say] { say(60); });
        addPage(QStringLiteral("logs"), MainWindow::Page::Logs, tone);
        m_steps.append([this] { m_window->selection().set({}, {}); });
        m_steps.append([say] { say(4000); });
        m_steps.append([this] {
            m_window->logPanel().bar().findField().setText(QStringLiteral("circuit"));
            m_window->logPanel().view().goTo(1206);
            LogNews more = fakeNews(m_room.logs.followed.last(), 212);
            more.isFirst = false;
            m_room.logs.say(more);
        });
        m_steps.append([] {});
        addPage(QStringLiteral("logs-find"), MainWindow::Page::Logs, tone);
        m_steps.append([this] {
            m_window->logPanel().bar().findField().clear();
            m_window->selection().selectOnly(m_room.registry.order().at(5));
        });
    }

    void saveDialogs(const QString &tone)
    {
        if (!m_room.registry.find(QStringLiteral("onion")))
            return;
        const StopPlan plan = StopPlan::of(m_room.registry, {QStringLiteral("fog_coordinator")});
        ConsequenceDialog dialog(Consequences::ofStop(m_room.registry, m_room.events, plan));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        save(dialog, QStringLiteral("stop") + tone);
        ConsequenceDialog quit(Consequences::ofQuit(m_room.registry, 8));
        quit.setAttribute(Qt::WA_DeleteOnClose, false);
        quit.show();
        save(quit, QStringLiteral("quit") + tone);
    }

    void step()
    {
        if (m_steps.isEmpty())
            QCoreApplication::exit() /* quit() asks the window, and that asks a person */;
        else
            m_steps.takeFirst()();
    }

    Theme &m_theme;
    QDir m_folder;
    FakeRoom m_room;
    std::unique_ptr<MainWindow> m_window;
    OperationPictures m_operations;
    ConnectionPictures m_connections;
    QTimer m_timer;
    QList<std::function<void()>> m_steps;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    Theme theme(application);
    Languages languages; // "1 service" is a matter of a language's file
    languages.choose(qEnvironmentVariable("FOGHORN_LANGUAGE", QStringLiteral("en")));
    const QStringList arguments = QApplication::arguments();
    const QStringList sides = arguments.value(3).split(u'x');
    const Gallery gallery(theme, QDir(arguments.value(1, QStringLiteral("."))),
        arguments.value(2, QStringLiteral("10")).toInt(), QSize(sides.value(0).toInt(), sides.value(1).toInt()));
    return QApplication::exec();
}

#include "tests/ui/support/fakedesk.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/graph/graphpanel.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QTest>
#include <QToolButton>

using namespace foghorn;

namespace {

QString words(const char *text) { return QString::fromUtf8(text); }

} // namespace

/// A fleet without services says what can be done about it, and what it offers does that; on the real program see
/// tst_desktop.
class TestEmptyFleet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void bothPagesOfferTheSame();
    void exampleIsAskedFor();
    void fileIsChosenAndOpened();
    void runningServicesComeFirst();
    void whatCameUpMeanwhileIsNotLeft();
    void missingExampleIsSaid();
    void daemonsFilesAreItsOwn();

private:
    void open(const QList<FakeService> &services, const ConnectionState &connection = {})
    {
        m_room = std::make_unique<FakeRoom>();
        m_room->registry.setOutline(fakeOutline(words("local"), services));
        m_room->connection.put(connection);
        WindowSources sources = m_room->sources();
        sources.desk = m_desk.get();
        m_window = std::make_unique<MainWindow>(sources, *m_theme, m_room->settings);
        m_window->show();
    }
    QStringList offers(const QWidget &page) const
    {
        QStringList texts;
        const QList<QToolButton *> buttons = page.findChildren<QToolButton *>();
        for (const QToolButton *button : buttons) {
            if (button->isVisible() && button->defaultAction() && button->toolButtonStyle() == Qt::ToolButtonTextOnly)
                texts.append(button->text());
        }
        return texts;
    }
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(words(name)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeDesk> m_desk = std::make_unique<FakeDesk>();
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestEmptyFleet::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestEmptyFleet::cleanup()
{
    m_window.reset();
    m_room.reset();
    m_desk = std::make_unique<FakeDesk>();
}

void TestEmptyFleet::bothPagesOfferTheSame()
{
    const QStringList all{words("Open configuration…"), words("Load example"), words("Reload configuration…")};
    open({});
    QCOMPARE(offers(m_window->servicePanel()), all);
    m_window->showPage(MainWindow::Page::Graph);
    QCOMPARE(offers(m_window->graphPanel()), all);
    const QString folder = qEnvironmentVariable("FOGHORN_PICTURES");
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        if (folder.isEmpty())
            break;
        m_theme->setMode(mode);
        const QString tone = mode == Theme::Mode::Dark ? words("dark") : words("light");
        for (const auto page : {MainWindow::Page::Graph, MainWindow::Page::Services}) {
            m_window->showPage(page);
            QCoreApplication::processEvents();
            m_window->grab().save(QDir(folder).filePath(words("empty-%1-%2.png").arg(int(page)).arg(tone)));
        }
    }
    m_room->registry.setOutline(fakeOutline(words("local"), tenServices()));
    m_window->model().flush();
    m_window->showPage(MainWindow::Page::Services);
    QVERIFY(offers(m_window->servicePanel()).isEmpty());
}

void TestEmptyFleet::exampleIsAskedFor()
{
    open({});
    action("loadExample")->trigger();
    QCOMPARE(m_desk->opened, QStringList{m_desk->example});
}

void TestEmptyFleet::fileIsChosenAndOpened()
{
    open({});
    action("openConfiguration")->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->fileSelected(words("/etc/foghorn/fleet.yaml"));
    QCOMPARE(m_desk->opened, QStringList{words("/etc/foghorn/fleet.yaml")});
    dialog->reject();
}

void TestEmptyFleet::runningServicesComeFirst()
{
    open(tenServices());
    QVERIFY(action("openConfiguration")->isEnabled()); // all stopped
    makeAllHealthy(m_room->registry);
    m_window->model().flush();
    for (const char *name : {"openConfiguration", "loadExample"}) {
        QVERIFY(!action(name)->isEnabled());
        QCOMPARE(action(name)->toolTip(),
            words("First stop the 10 services that run: they belong to the fleet that is open"));
        QCOMPARE(action(name)->statusTip(), action(name)->toolTip());
    }
}

void TestEmptyFleet::whatCameUpMeanwhileIsNotLeft()
{
    open(tenServices());
    action("openConfiguration")->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    makeAllHealthy(m_room->registry);
    m_window->model().flush();
    Q_EMIT dialog->fileSelected(words("/etc/foghorn/fleet.yaml"));
    QVERIFY(m_desk->opened.isEmpty());
    QCOMPARE(m_window->message().text(),
        words("First stop the 10 services that run: they belong to the fleet that is open. The file was not opened."));
    dialog->reject();
}

void TestEmptyFleet::missingExampleIsSaid()
{
    m_desk->example.clear();
    open({});
    QVERIFY(!action("loadExample")->isEnabled());
    QCOMPARE(action("loadExample")->toolTip(), words("The example was not found beside the program"));
    QVERIFY(action("openConfiguration")->isEnabled());
}

void TestEmptyFleet::daemonsFilesAreItsOwn()
{
    ConnectionState there;
    there.place = words("edge-7:7464");
    open({}, there);
    QCOMPARE(offers(m_window->servicePanel()), QStringList{words("Reload configuration…")});
    QVERIFY(!action("openConfiguration"));
}

QTEST_MAIN(TestEmptyFleet)
#include "tst_emptyfleet.moc"

#include "tests/ui/mainwindow/eveningwindow.h"
#include "ui/mainwindow/tableactions.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/servicecolumns.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>

#include <algorithm>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestServiceKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_evening = std::make_unique<EveningWindow>(*m_theme); }
    void cleanup() { m_evening.reset(); }

    void keysGoFromProblemToProblem();
    void keysGoBackAndForward();
    void hiddenOnesAreNotSelected();
    void rowsAreCopied();
    void tableIsExported();
    void diagnosisIsCopied();
    void hostileNamesBreakNothing();

private:
    QAction *actionWith(const QKeySequence &key) const
    {
        const QList<QAction *> all = m_evening->window->findChildren<QAction *>();
        for (QAction *action : all) {
            if (action->shortcut() == key)
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
};

void TestServiceKeys::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestServiceKeys::keysGoFromProblemToProblem()
{
    m_evening->window->showPage(MainWindow::Page::Charts); // works without the list
    m_evening->window->selection().set({}, {});
    m_evening->key(Qt::Key_F8);
    QCOMPARE(m_evening->window->selection().current(), id("vpn_coordinator"));
    m_evening->key(Qt::Key_F8);
    QCOMPARE(m_evening->window->selection().current(), id("onion"));
    m_evening->key(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(m_evening->window->selection().current(), id("vpn_coordinator"));
    // From "2 need attention" to the log of the cause in two keys.
    m_evening->key(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!m_evening->room.logs.followed.isEmpty());
    QCOMPARE(m_evening->room.logs.followed.last(), QList<ServiceId>{id("vpn_coordinator")});
    makeAllHealthy(m_evening->room.registry);
    m_evening->window->model().flush();
    m_evening->key(Qt::Key_F8);
    QCOMPARE(m_evening->window->statusBar()->currentMessage(), QStringLiteral("No service needs you"));
}

void TestServiceKeys::keysGoBackAndForward()
{
    for (const char *name : {"dao", "edge", "p2p"})
        m_evening->window->selection().selectOnly(id(name));
    m_evening->key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_evening->window->selection().current(), id("edge"));
    QCOMPARE(m_evening->view().currentIndex().data(ServiceTableModel::IdRole).toString(), id("edge"));
    m_evening->key(Qt::Key_Left, Qt::AltModifier);
    m_evening->key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_evening->window->selection().current(), id("edge"));
}

void TestServiceKeys::hiddenOnesAreNotSelected()
{
    m_evening->panel().setFilterText(id("status:healthy,failed"));
    m_evening->view().setFocus();
    m_evening->view().selectAll();
    QCOMPARE(m_evening->window->selection().selected().size(), 5);
    const auto labels = m_evening->panel().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == QStringLiteral("5 selected – 5 hidden by the filter are not");
    }));
}

void TestServiceKeys::rowsAreCopied()
{
    m_evening->window->selection().set({id("onion"), id("dao")}, id("onion"));
    m_evening->view().setFocus();
    QTest::keyClick(&m_evening->view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4); // titles, two rows, the end of the last line
    QVERIFY(lines.at(0).startsWith(QStringLiteral("Status\tName\tLast 100 checks\tUptime 24 h\tResponse")));
    QVERIFY(lines.at(1).startsWith(QStringLiteral("Running · Unhealthy\tonion\t")));
}

void TestServiceKeys::tableIsExported()
{
    const QTemporaryDir folder;
    auto *actions = m_evening->window->findChild<TableActions *>();
    m_evening->panel().setFilterText(id("status:failed,unhealthy"));
    const QString path = folder.filePath(id("services.csv"));
    QFuture<Result<void>> done = actions->exportTo(path);
    QTRY_VERIFY(done.isFinished());
    QVERIFY(done.result().isOk());
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 3);
    QFuture<Result<void>> failed = actions->exportTo(folder.filePath(id("no/such/folder.csv")));
    QTRY_VERIFY(failed.isFinished());
    QVERIFY(!failed.result().isOk());
    // Other pages have the key for their own.
    QAction *exporting = actionWith(QKeySequence(Qt::CTRL | Qt::Key_E));
    QVERIFY(exporting && exporting->isEnabled());
    m_evening->window->showPage(MainWindow::Page::Logs);
    QVERIFY(!exporting->isEnabled());
}

/// E6
void TestServiceKeys::diagnosisIsCopied()
{
    m_evening->window->selection().selectOnly(id("onion"));
    m_evening->key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_evening->room.logs.followed.last(), QList<ServiceId>{id("onion")});
    LogNews news;
    news.isFirst = true;
    news.lines = {fakeLine(id("onion"), Now::read().wall, "circuit failed, token=hunter2")};
    m_evening->room.logs.say(news);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("Diagnosis of onion in the fleet local")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("circuit failed")) && !text.contains(QStringLiteral("hunter2")));
    QTRY_VERIFY(m_evening->room.logs.stream.isNull());
    // A log that does not come keeps nobody waiting.
    QGuiApplication::clipboard()->clear();
    m_evening->key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(
        QGuiApplication::clipboard()->text().contains(QStringLiteral("its log did not come in time")), 20'000);
}

void TestServiceKeys::hostileNamesBreakNothing()
{
    const QList<FakeService> services{{QStringLiteral("<b>bold</b>&amp;\"'")}, {QString(10'000, u'x')},
        {QStringLiteral("new\nline\ttab")}, {QStringLiteral("\u202eright-to-left\u2066")},
        {QStringLiteral("🦄🏳️‍🌈")}, {QStringLiteral("=cmd|' /C calc'!A0")}, {QString(QChar(0xD800))},
        {QStringLiteral("%1 %n %2")}};
    m_evening->room.registry.setOutline(fakeOutline(QStringLiteral("<i>%1</i>"), services));
    makeAllHealthy(m_evening->room.registry);
    for (const FakeService &service : services) {
        ServiceStatus status = m_evening->room.registry.find(service.name)->status;
        status.lastError = service.name;
        status.state = RunState::Failed;
        m_evening->room.registry.update(status);
    }
    m_evening->window->model().flush();
    for (int column = 0; column < ServiceTableModel::ColumnCount; ++column)
        m_evening->panel().columns().setShown(column, true);
    for (int tab = 0; tab < m_evening->window->detailPanel().tabs().count(); ++tab) {
        m_evening->window->detailPanel().tabs().setCurrentIndex(tab);
        for (const FakeService &service : services) {
            m_evening->window->selection().selectOnly(service.name);
            QCOMPARE(m_evening->window->selection().current(), service.name);
            QVERIFY(!m_evening->window->grab().isNull());
        }
    }
    m_evening->view().selectAll();
    QTest::keyClick(&m_evening->view(), Qt::Key_C, Qt::ControlModifier);
    m_evening->view().setFocus();
    QTest::keyClick(&m_evening->view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), services.size() + 2);
    for (const FakeService &service : services)
        m_evening->panel().setFilterText(service.name.left(50));
    m_evening->panel().setFilterText({});
    QVERIFY(!m_evening->window->grab().isNull());
}

QTEST_MAIN(TestServiceKeys)
#include "tst_servicekeys.moc"

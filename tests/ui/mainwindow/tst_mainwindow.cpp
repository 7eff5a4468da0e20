#include "tests/ui/support/fakeroom.h"
#include "ui/dialogs/consequencedialog.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/graph/nodeitem.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/servicefiltermodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void titleTellsTheWorstNews();
    void actionsSayWhyTheyAreDisabled();
    void everyActionIsInAMenuAndExplained();
    void oneOperationForManyClicks();
    void failureIsShownAboveThePages();
    void checksAnswerWithTheirTime();
    void restartOfAFailedServiceIsForced();
    void stoppingALeafAsksNobody();
    void stoppingWhatOthersNeedNamesThem();
    void cancelStopsNothing();
    void selectionIsShared();
    void rowsAreReadAsSentences();
    void nodesAreReadAsSentences();
    void readersSurviveChanges();
    void aChangeReachesItsNode();
    void arrowsTravelAlongDependencies();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void closingAsksWhileServicesRun();
    void emptyFleetSaysSo();
    void colourChangeReachesEveryPart();

private:
    QString reason(Verb verb) const { return m_window->actionsOnServices().action(verb)->toolTip(); }
    bool canDo(Verb verb) const { return m_window->actionsOnServices().action(verb)->isEnabled(); }
    ConsequenceDialog *dialog() const { return m_window->findChild<ConsequenceDialog *>(); }
    void select(const char *name) { m_window->selection().selectOnly(id(name)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestMainWindow::init()
{
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(m_room->registry);
    m_window = std::make_unique<MainWindow>(m_room->sources(), *m_theme, m_room->settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->graphPanel().scene().isLaidOut());
}

void TestMainWindow::cleanup()
{
    m_room->commands.end();
    m_window.reset();
    m_room.reset();
}

void TestMainWindow::titleTellsTheWorstNews()
{
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Foghorn — local — 2 down"));
    makeAllHealthy(m_room->registry);
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Foghorn — local — All 10 running"));
}

void TestMainWindow::actionsSayWhyTheyAreDisabled()
{
    m_window->selection().set({}, {});
    for (const Verb verb : {Verb::Start, Verb::Stop, Verb::Restart, Verb::Check}) {
        QVERIFY(!canDo(verb));
        QCOMPARE(reason(verb), QStringLiteral("Select a service first"));
        QCOMPARE(m_window->actionsOnServices().action(verb)->statusTip(), reason(verb));
    }
    select("dao");
    QVERIFY(!canDo(Verb::Start));
    QCOMPARE(reason(Verb::Start), QStringLiteral("dao is already running"));
    QVERIFY(canDo(Verb::Stop) && canDo(Verb::Restart) && canDo(Verb::Check));
    select("bitchat");
    QVERIFY(canDo(Verb::Start));
    QCOMPARE(reason(Verb::Stop), QStringLiteral("bitchat is not running"));
    QCOMPARE(reason(Verb::Check), QStringLiteral("bitchat is not running"));
    // One of several is enough.
    m_window->selection().set({id("dao"), id("bitchat")}, id("dao"));
    QVERIFY(canDo(Verb::Start) && canDo(Verb::Stop));
}

void TestMainWindow::everyActionIsInAMenuAndExplained()
{
    QSet<QString> keys;
    for (QAction *top : m_window->menuBar()->actions()) {
        QVERIFY(top->text().contains(QLatin1Char('&')));
        QList<QAction *> all = top->menu()->actions();
        QSet<QChar> letters;
        while (!all.isEmpty()) {
            QAction *action = all.takeFirst();
            if (action->isSeparator())
                continue;
            if (action->menu()) {
                QVERIFY(action->text().contains(QLatin1Char('&')));
                continue;
            }
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
            const qsizetype mark = action->text().indexOf(QLatin1Char('&'));
            QVERIFY2(mark >= 0, qPrintable(action->text()));
            const QChar letter = action->text().at(mark + 1).toLower();
            QVERIFY2(!letters.contains(letter), qPrintable(action->text()));
            letters.insert(letter);
            const QString key = action->shortcut().toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key));
            keys.insert(key);
        }
    }
    for (const char *key : {"F7", "F9", "Ctrl+R", "F5", "Ctrl+1", "Ctrl+2", "Ctrl+F"})
        QVERIFY2(keys.contains(id(key)), key);
}

void TestMainWindow::oneOperationForManyClicks()
{
    select("bitchat"); // nobody needs it
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(m_room->commands.asked, QStringList{id("restart bitchat")});
    QVERIFY(!canDo(Verb::Restart));
    QCOMPARE(reason(Verb::Restart), QStringLiteral("Busy with bitchat"));
    m_room->commands.end();
    QTRY_VERIFY(canDo(Verb::Restart));
    QCOMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("bitchat is running again"));
}

void TestMainWindow::failureIsShownAboveThePages()
{
    select("bitchat");
    m_window->actionsOnServices().action(Verb::Start)->trigger();
    auto *message = m_window->findChild<InlineMessage *>();
    QVERIFY(!message->isVisible());
    m_room->commands.end({Verdict::Failed, QStringLiteral("bitchat: port 7000 is in use")});
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->text(), QStringLiteral("bitchat: port 7000 is in use"));
}

void TestMainWindow::checksAnswerWithTheirTime()
{
    select("dao");
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_room->commands.asked, QStringList{id("check dao")});
    CheckResult result;
    result.service = id("dao");
    result.passed = true;
    result.responseTime = 12ms;
    m_room->commands.endChecks({result});
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("dao answered in 12 ms"));
}

void TestMainWindow::restartOfAFailedServiceIsForced()
{
    select("vpn_coordinator");
    m_window->actionsOnServices().action(Verb::Restart)->trigger();
    QCOMPARE(m_room->commands.asked, QStringList{id("restart vpn_coordinator force")});
}

void TestMainWindow::stoppingALeafAsksNobody()
{
    makeAllHealthy(m_room->registry);
    select("bitchat");
    QTRY_VERIFY(canDo(Verb::Stop));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!dialog());
    QCOMPARE(m_room->commands.asked, QStringList{id("stop bitchat cascade")});
}

void TestMainWindow::stoppingWhatOthersNeedNamesThem()
{
    makeAllHealthy(m_room->registry);
    select("onion");
    QTRY_VERIFY(canDo(Verb::Stop));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(dialog());
    QVERIFY(m_room->commands.asked.isEmpty());
    const QString text = dialog()->plainText();
    QVERIFY2(text.startsWith(QStringLiteral("Stop onion?\nOn “local”. Stopping onion also affects 3 services:")),
        qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("vpn_coordinator: needs it → will be stopped first")));
    QVERIFY(text.contains(QStringLiteral("betanet: needs it → will be stopped first")));
    QVERIFY(text.contains(QStringLiteral("bitchat: optional → keeps running, degraded")));
    QVERIFY(!text.contains(QStringLiteral("p2p")));
    QVERIFY(dialog()->findChild<QPushButton *>() != nullptr);
    bool found = false;
    for (auto *button : dialog()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Stop 3 services")) {
            QVERIFY(!button->isDefault());
            found = true;
            button->click();
        }
    }
    QVERIFY(found);
    QTRY_COMPARE(m_room->commands.asked, QStringList{id("stop onion cascade")});
}

void TestMainWindow::cancelStopsNothing()
{
    select("dao"); // critical
    m_window->actionsOnServices().action(Verb::Stop)->trigger();
    QVERIFY(dialog());
    QVERIFY(dialog()->plainText().contains(QStringLiteral("critical")));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(m_room->commands.asked.isEmpty());
}

void TestMainWindow::selectionIsShared()
{
    ServiceView &table = m_window->servicePanel().view();
    select("p2p");
    QCOMPARE(table.currentIndex().data(ServiceTableModel::IdRole).toString(), id("p2p"));
    QVERIFY(m_window->graphPanel().scene().node(id("p2p"))->marks().selected);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    const ServiceId now = table.currentIndex().data(ServiceTableModel::IdRole).toString();
    QVERIFY(now != id("p2p"));
    QCOMPARE(m_window->selection().current(), now);
    QVERIFY(m_window->graphPanel().scene().node(now)->marks().selected);
}

void TestMainWindow::rowsAreReadAsSentences()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_window->servicePanel().view());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 10);
    QSet<QString> names;
    for (int row = 0; row < 10; ++row) {
        QAccessibleInterface *child = list->child(row);
        QVERIFY(child && child->isValid());
        QCOMPARE(child->role(), QAccessible::ListItem);
        QCOMPARE(list->indexOfChild(child), row);
        QCOMPARE(child->parent(), list);
        QVERIFY(!child->rect().isEmpty());
        names.insert(child->text(QAccessible::Name));
    }
    QCOMPARE(names.size(), 10);
    QVERIFY(list->child(1)->text(QAccessible::Name).startsWith(QStringLiteral("onion, running, unhealthy since ")));
    QVERIFY(!list->child(10));
    QVERIFY(!list->child(-1));
    list->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(list->child(2)->state().selected);
}

void TestMainWindow::nodesAreReadAsSentences()
{
    m_window->showPage(MainWindow::Page::Graph);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_window->graphPanel().view());
    QVERIFY(list);
    QCOMPARE(list->childCount(), 16); // and a header for each of the six layers
    QStringList names;
    for (int node = 0; node < 10; ++node) {
        names.append(list->child(node)->text(QAccessible::Name));
        QVERIFY(!list->child(node)->rect().isEmpty());
    }
    QVERIFY(names.contains(QStringLiteral("onion, running, unhealthy, layer 3, needs 1, needed by 2")));
}

/// What a reader holds must stay harmless while rows come and go.
void TestMainWindow::readersSurviveChanges()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_window->servicePanel().view());
    QList<QAccessibleInterface *> held;
    for (int row = 0; row < 10; ++row)
        held.append(list->child(row));
    m_room->registry.setOutline({});
    QCOMPARE(list->childCount(), 0);
    for (QAccessibleInterface *child : held) {
        QVERIFY(child->isValid());
        QVERIFY(child->state().invisible);
        QVERIFY(child->text(QAccessible::Name).isEmpty());
        QVERIFY(child->rect().isEmpty());
    }
    m_room->registry.setOutline(fakeOutline(id("local"), tenServices()));
    QCOMPARE(list->child(0), held.first());
    QVERIFY(!held.first()->text(QAccessible::Name).isEmpty());
    m_window->servicePanel().filterField().setText(id("onion"));
    QCOMPARE(list->childCount(), 1);
    QVERIFY(held.at(5)->state().invisible);
}

void TestMainWindow::aChangeReachesItsNode()
{
    const NodeItem *node = m_window->graphPanel().scene().node(id("harvest"));
    QCOMPARE(node->picture().row.look.family, StateFamily::Busy);
    setState(m_room->registry, id("harvest"), RunState::Running);
    addChecks(m_room->registry, id("harvest"), Health::Healthy, 1);
    QTRY_COMPARE(node->picture().row.look.family, StateFamily::Healthy);
    QCOMPARE(m_window->graphPanel().scene().node(id("harvest")), node); // the same item, not a new scene
}

void TestMainWindow::arrowsTravelAlongDependencies()
{
    m_window->showPage(MainWindow::Page::Graph);
    GraphView &view = m_window->graphPanel().view();
    select("onion");
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(m_window->selection().current(), id("fog_coordinator"));
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(m_room->registry.find(m_window->selection().current())->info.layer, 2);
    select("dao");
    QTest::keyClick(&view, Qt::Key_Left); // needs nothing: stays
    QCOMPARE(m_window->selection().current(), id("dao"));
}

void TestMainWindow::tabReachesEverything_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("services") << static_cast<int>(MainWindow::Page::Services);
    QTest::newRow("graph") << static_cast<int>(MainWindow::Page::Graph);
    QTest::newRow("timeline") << static_cast<int>(MainWindow::Page::Timeline);
    QTest::newRow("charts") << static_cast<int>(MainWindow::Page::Charts);
}

void TestMainWindow::tabReachesEverything()
{
    QFETCH(int, page);
    select("onion");
    m_window->showPage(static_cast<MainWindow::Page>(page));
    QSet<QWidget *> reached;
    QWidget *first = QApplication::focusWidget();
    QVERIFY(first);
    for (int i = 0; i < 60; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            break;
    }
    QCOMPARE(QApplication::focusWidget(), first); // no trap
    for (auto *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)
            || widget->focusProxy())
            continue;
        QVERIFY2(reached.contains(widget),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->accessibleName()));
    }
    QVERIFY(reached.size() >= 6);
    for (QWidget *widget : std::as_const(reached)) {
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestMainWindow::closingAsksWhileServicesRun()
{
    const QSignalSpy left(m_window.get(), &MainWindow::leaveWanted);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(dialog());
    QStringList words;
    for (auto *button : dialog()->findChildren<QPushButton *>())
        words.append(button->text());
    QVERIFY(words.contains(QStringLiteral("&Leave services running")));
    QVERIFY(words.contains(QStringLiteral("&Stop 8 services and quit")));
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QCOMPARE(left.size(), 0);

    m_window->close();
    QVERIFY(dialog());
    dialog()->accept();
    QTRY_COMPARE(m_room->commands.asked, QStringList{id("shutdown")});
    QVERIFY(m_window->isVisible()); // until the services are at rest

    QTRY_VERIFY(!dialog());
    m_window->close();
    for (auto *button : dialog()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Leave services running"))
            button->click();
    }
    QTRY_COMPARE(left.size(), 1);
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::emptyFleetSaysSo()
{
    m_room->registry.setOutline({});
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Foghorn — no fleet — No services"));
    m_window->selection().selectOnly(id("onion")); // gone by now: harmless
    QVERIFY(!canDo(Verb::Stop));
    m_room->registry.setOutline(fakeOutline(id("local"), tenServices()));
    m_window->servicePanel().filterField().setText(QStringLiteral("nothing like it"));
    QVERIFY(!m_window->servicePanel().view().isVisible());
    auto *clear = m_window->servicePanel().findChild<QPushButton *>();
    QVERIFY(clear && clear->isVisible());
    clear->click();
    QVERIFY(m_window->servicePanel().view().isVisible());
}

void TestMainWindow::colourChangeReachesEveryPart()
{
    for (const auto page :
        {MainWindow::Page::Services, MainWindow::Page::Graph, MainWindow::Page::Timeline, MainWindow::Page::Charts}) {
        m_window->showPage(page);
        const QList<QPoint> grounds{
            {5, m_window->height() / 2}, m_window->rect().center() + QPoint(0, m_window->height() / 3)};
        const auto greyAt = [this](QPoint at) { return qGray(m_window->grab().toImage().pixel(at)); };
        m_theme->setMode(Theme::Mode::Dark);
        for (const QPoint &at : grounds)
            QTRY_VERIFY(greyAt(at) < 80);
        m_theme->setMode(Theme::Mode::Light);
        for (const QPoint &at : grounds)
            QTRY_VERIFY(greyAt(at) > 200);
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

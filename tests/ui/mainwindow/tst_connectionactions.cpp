#include "tests/ui/support/fakedesk.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/connectionform.h"
#include "ui/dialogs/consequencedialog.h"
#include "ui/mainwindow/connectionactions.h"
#include "ui/mainwindow/connectionparts.h"
#include "ui/mainwindow/connectionstrip.h"
#include "ui/mainwindow/fleetactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/serviceselection.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// How a window leads to other fleets, on a room and a desk that are made up.
class TestConnectionActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ownServicesAreAskedAbout();
    void whatIsWatchedIsLeftWithoutAQuestion();
    void yesterdaysDaemonIsTwoKeysAway();
    void keptOnesAreInTheMenu();
    void disconnectIsForDaemons();
    void whatIsUnderWayIsNotLeftUnasked();
    void closingAsksToo();
    void refusalLeadsToTheConnection();
    void connectingCanBeCancelled();
    void aDaemonThatEndedCanBeStarted();
    void aViewerIsToldSo();
    void colourAndLabelAreUnmistakable();
    void protectedNeedsItsName();
    void theChipLeadsToOthers();

private:
    void put(ConnectionState state)
    {
        state.place = QStringLiteral("edge-7:7464");
        state.called = QStringLiteral("edge-7 (production)");
        state.since = Now::read().wall;
        m_room->connection.put(state);
    }
    ConnectionActions &actions() const { return *m_window->findChild<ConnectionActions *>(); }
    template<typename T> T *dialog() const { return m_window->findChild<T *>(); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : m_window->findChildren<QPushButton *>()) {
            if (QString(each->text()).remove(u'&').startsWith(text) && each->isVisible())
                return each;
        }
        return nullptr;
    }
    ConnectionWish edge() const { return {m_desk->book().profiles().first(), {}, {}}; }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestConnectionActions::init()
{
    if (!m_theme)
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_desk = std::make_unique<FakeDesk>();
    makeConnections(*m_desk);
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
    makeBusyEvening(m_room->registry);
    WindowSources sources = m_room->sources();
    sources.desk = m_desk.get();
    m_window = std::make_unique<MainWindow>(sources, *m_theme, m_room->settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestConnectionActions::cleanup()
{
    m_window.reset();
    m_room.reset();
    m_desk.reset();
}

void TestConnectionActions::ownServicesAreAskedAbout()
{
    actions().keptMenu()->actions().first()->trigger();
    auto *question = dialog<ConsequenceDialog>();
    QVERIFY(question);
    QVERIFY2(question->plainText().contains(QStringLiteral("Go to edge-7?")), qPrintable(question->plainText()));
    QVERIFY(m_desk->connected.isEmpty());
    question->reject();
    QVERIFY(m_desk->connected.isEmpty());
    QTRY_VERIFY(!dialog<ConsequenceDialog>());
    actions().keptMenu()->actions().first()->trigger();
    dialog<ConsequenceDialog>()->accept();
    QCOMPARE(m_desk->connected.size(), 1);
    QCOMPARE(m_desk->stops, QList<bool>{false});
    QTRY_VERIFY(!dialog<ConsequenceDialog>());
    actions().keptMenu()->actions().first()->trigger();
    QVERIFY(button(QStringLiteral("Stop")));
    button(QStringLiteral("Stop"))->click();
    QCOMPARE(m_desk->stops, (QList<bool>{false, true}));
}

void TestConnectionActions::whatIsWatchedIsLeftWithoutAQuestion()
{
    put({});
    actions().keptMenu()->actions().last()->trigger();
    QVERIFY(!dialog<ConsequenceDialog>());
    QCOMPARE(m_desk->connected.size(), 1);
    QCOMPARE(m_desk->connected.first().profile.name, QStringLiteral("staging"));
}

/// E7
void TestConnectionActions::yesterdaysDaemonIsTwoKeysAway()
{
    put({});
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(dialog<ConnectDialog>() && dialog<ConnectDialog>()->isVisible());
    QTest::keyClick(dialog<ConnectDialog>()->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_desk->connected.size(), 1);
    QCOMPARE(m_desk->connected.first().profile.name, QStringLiteral("edge-7"));
}

void TestConnectionActions::keptOnesAreInTheMenu()
{
    QStringList texts;
    for (const QAction *action : actions().keptMenu()->actions())
        texts << action->text();
    QCOMPARE(texts, (QStringList{QStringLiteral("&1 edge-7"), QStringLiteral("&2 staging")}));
    m_desk->book().remove(QStringLiteral("edge-7"));
    m_desk->book().remove(QStringLiteral("staging"));
    QVERIFY(actions().keptMenu()->actions().isEmpty());
    QVERIFY(!actions().keptMenu()->menuAction()->isEnabled());
}

void TestConnectionActions::disconnectIsForDaemons()
{
    QVERIFY(!actions().disconnectAction()->isEnabled());
    QCOMPARE(actions().disconnectAction()->statusTip(), QStringLiteral("This program runs the fleet itself"));
    put({});
    QVERIFY(actions().disconnectAction()->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_desk->hungUp, 1);
    ConnectionState closed;
    closed.link = ConnectionState::Link::Closed;
    put(closed);
    QVERIFY(!actions().disconnectAction()->isEnabled());
    QVERIFY(button(QStringLiteral("Connect again")) && button(QStringLiteral("Connect to another")));
    const QSignalSpy wanted(&m_room->connection, &ConnectionBoard::tryWanted);
    button(QStringLiteral("Connect again"))->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!m_window->actionsOnServices().action(Verb::Restart)->isEnabled());
}

void TestConnectionActions::whatIsUnderWayIsNotLeftUnasked()
{
    put({});
    m_window->findChild<Operations *>()->run(FleetVerb::RestartAll);
    actions().disconnectAction()->trigger();
    QCOMPARE(m_desk->hungUp, 0);
    auto *question = dialog<ConsequenceDialog>();
    QVERIFY(question);
    const QString text = question->plainText();
    QVERIFY2(text.contains(QStringLiteral("Disconnect from edge-7 (production)?")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Restart all on “local”: still under way.")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("is led by this window")), qPrintable(text));
    QTest::keyClick(question, Qt::Key_Return); // Cancel is the default
    QCOMPARE(m_desk->hungUp, 0);
    QTRY_VERIFY(!dialog<ConsequenceDialog>());
    actions().keptMenu()->actions().last()->trigger();
    QVERIFY(m_desk->connected.isEmpty());
    dialog<ConsequenceDialog>()->accept();
    QCOMPARE(m_desk->connected.size(), 1);
    QTRY_VERIFY(!dialog<ConsequenceDialog>());
    actions().disconnectAction()->trigger();
    dialog<ConsequenceDialog>()->accept();
    QCOMPARE(m_desk->hungUp, 1);
}

void TestConnectionActions::closingAsksToo()
{
    put({});
    const QSignalSpy left(m_window.get(), &MainWindow::leaveWanted);
    m_window->findChild<Operations *>()->run(Verb::Restart, {QStringLiteral("onion")});
    QVERIFY(!m_window->close());
    auto *question = dialog<ConsequenceDialog>();
    QVERIFY(question);
    QVERIFY2(question->plainText().contains(QStringLiteral("edge-7 (production) goes on with it")),
        qPrintable(question->plainText()));
    question->reject();
    QVERIFY(left.isEmpty() && m_window->isVisible());
    QTRY_VERIFY(!dialog<ConsequenceDialog>());
    m_window->close();
    dialog<ConsequenceDialog>()->accept();
    QCOMPARE(left.size(), 1);
}

void TestConnectionActions::refusalLeadsToTheConnection()
{
    m_desk->show(edge().profile);
    ConnectionState refused;
    refused.link = ConnectionState::Link::Refused;
    refused.refusal = ConnectionState::Refusal::Certificate;
    refused.reason = QStringLiteral("the certificate of edge-7 is not to be trusted");
    refused.details = QStringLiteral("Issued by: edge-7\nSHA-256 fingerprint: AB:CD");
    put(refused);
    const auto *page = m_window->findChild<ConnectionPage *>();
    QCOMPARE(page->text(),
        QStringLiteral("edge-7 (production) may be somebody else\nThe certificate of edge-7 is not to be trusted."));
    button(QStringLiteral("Copy details"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("SHA-256 fingerprint: AB:CD")));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("edge-7:7464")));
    button(QStringLiteral("Edit connection"))->click();
    QVERIFY(dialog<ConnectDialog>());
    QCOMPARE(dialog<ConnectDialog>()->form().profile(), edge().profile);
    delete dialog<ConnectDialog>();
    refused.refusal = ConnectionState::Refusal::Token;
    put(refused);
    button(QStringLiteral("Edit connection"))->click();
    QCOMPARE(dialog<ConnectDialog>()->focusWidget(), &dialog<ConnectDialog>()->form().tokenField());
}

void TestConnectionActions::connectingCanBeCancelled()
{
    ConnectionState connecting;
    connecting.link = ConnectionState::Link::Connecting;
    put(connecting);
    QVERIFY(button(QStringLiteral("Cancel")));
    button(QStringLiteral("Cancel"))->click();
    QCOMPARE(m_desk->hungUp, 1);
}

void TestConnectionActions::aDaemonThatEndedCanBeStarted()
{
    ConnectionState ended;
    ended.link = ConnectionState::Link::Reconnecting;
    put(ended);
    QVERIFY(!button(QStringLiteral("Start daemon")));
    m_desk->knowsDaemon = true;
    ended.hasEnded = true;
    put(ended);
    const auto *bar = m_window->findChild<ConnectionBar *>();
    QVERIFY2(
        bar->text().startsWith(QStringLiteral("The daemon on edge-7 (production) ended at ")), qPrintable(bar->text()));
    QVERIFY2(bar->text().contains(QStringLiteral("Its services may still run.")), qPrintable(bar->text()));
    QVERIFY(button(QStringLiteral("Start daemon")));
    const QSignalSpy wanted(&m_room->connection, &ConnectionBoard::tryWanted);
    button(QStringLiteral("Start daemon"))->click();
    QCOMPARE(m_desk->started, 1);
    QCOMPARE(wanted.size(), 1);
}

void TestConnectionActions::aViewerIsToldSo()
{
    ConnectionState viewer;
    viewer.mayOperate = false;
    put(viewer);
    m_window->selection().selectOnly(QStringLiteral("onion"));
    const auto *chip = m_window->findChild<ConnectionChip *>();
    QCOMPARE(chip->text(), QStringLiteral("edge-7 (production) · read-only"));
    const QAction *restart = m_window->actionsOnServices().action(Verb::Restart);
    QVERIFY(!restart->isEnabled());
    QCOMPARE(restart->statusTip(), QStringLiteral("The token for edge-7 (production) may only look"));
    QVERIFY(button(QStringLiteral("Ask for control")));
    button(QStringLiteral("Ask for control"))->click();
    QCOMPARE(dialog<ConnectDialog>()->focusWidget(), &dialog<ConnectDialog>()->form().tokenField());
    delete dialog<ConnectDialog>();
    put({});
    QVERIFY(!button(QStringLiteral("Ask for control")));
    QVERIFY(restart->isEnabled());
}

void TestConnectionActions::colourAndLabelAreUnmistakable()
{
    const auto *strip = m_window->findChild<ConnectionStrip *>();
    QVERIFY(!strip->isVisible());
    put({});
    m_desk->show(edge().profile);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->accessibleName(), QStringLiteral("production: Red"));
    QCOMPARE(strip->width(), m_window->width());
    const QImage image = m_window->grab().toImage();
    const QPoint middle = strip->mapTo(m_window.get(), strip->rect().center());
    const qreal ratio = image.devicePixelRatio();
    QCOMPARE(image.pixelColor((QPointF(middle) * ratio).toPoint()),
        ConnectionTints::color(ConnectionTint::Red, m_window->palette()));
    QVERIFY2(m_window->windowTitle().startsWith(QStringLiteral("Foghorn — edge-7 (production) — ")),
        qPrintable(m_window->windowTitle()));
}

void TestConnectionActions::protectedNeedsItsName()
{
    put({});
    m_desk->show(edge().profile);
    m_window->actionsOnServices().stopAllAction()->trigger();
    auto *question = dialog<ConsequenceDialog>();
    QVERIFY(question);
    QPushButton *verb = button(QStringLiteral("Stop"));
    QVERIFY(verb && !verb->isEnabled());
    auto *field = question->findChild<QLineEdit *>();
    QTest::keyClicks(field, QStringLiteral("edge"));
    QVERIFY(!verb->isEnabled());
    QTest::keyClicks(field, QStringLiteral("-7"));
    QVERIFY(verb->isEnabled());
    delete question;
    m_desk->show({});
    m_window->actionsOnServices().stopAllAction()->trigger();
    QVERIFY(!dialog<ConsequenceDialog>()->findChild<QLineEdit *>());
}

void TestConnectionActions::theChipLeadsToOthers()
{
    auto *chip = m_window->findChild<ConnectionChip *>();
    QVERIFY(chip->focusPolicy() & Qt::TabFocus);
    chip->click();
    QVERIFY(dialog<ConnectDialog>());
    QVERIFY(dialog<ConnectDialog>()->isVisible());
}

QTEST_MAIN(TestConnectionActions)
#include "tst_connectionactions.moc"

#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/connectionparts.h"
#include "ui/mainwindow/connectionwords.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/mainwindow/summarybar.h"
#include "ui/models/servicefilter.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

#include <algorithm>

using namespace foghorn;
using namespace std::chrono_literals;

/// Goal L8, beside tst_attach: how a window shows that it is not connected, on a room that is made up.
class TestConnectionView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ownFleetIsLocal();
    void lostConnectionIsUnmistakable();
    void itHealsByItself();
    void refusalSaysWhy();
    void closingAWatchingWindowAsksNothing();
    void wordsTellAgesAndTimes();

private:
    void put(ConnectionState::Link link, const QString &reason = {}, std::optional<WallTime> nextTryAt = {})
    {
        m_room->connection.put({link, QStringLiteral("edge-7:7464"), Now::read().wall, nextTryAt, reason});
    }
    QList<QAction *> actions() const
    {
        ServiceActions &all = m_window->actionsOnServices();
        QList<QAction *> list{all.startAllAction(), all.stopAllAction()};
        for (const Verb verb : {Verb::Start, Verb::Stop, Verb::Restart, Verb::Check})
            list.append(all.action(verb));
        return list;
    }
    QString chip() const { return m_window->findChild<ConnectionChip *>()->text(); }
    ConnectionBar &bar() const { return *m_window->findChild<ConnectionBar *>(); }
    ConnectionPage &page() const { return *m_window->findChild<ConnectionPage *>(); }
    /// In the place of the counts.
    bool saysNotKnown() const
    {
        const QList<QLabel *> labels = m_window->findChild<SummaryBar *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->isVisible() && label->text() == QStringLiteral("not known"); });
    }
    int veils() const
    {
        int shown = 0;
        for (const Veil *veil : m_window->findChildren<Veil *>())
            shown += veil->isVisible() ? 1 : 0;
        return shown;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestConnectionView::init()
{
    if (!m_theme)
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
    makeBusyEvening(m_room->registry);
    m_window = std::make_unique<MainWindow>(m_room->sources(), *m_theme, m_room->settings);
    m_window->show();
    m_window->selection().selectOnly(QStringLiteral("dao"));
}

void TestConnectionView::cleanup()
{
    m_window.reset();
    m_room.reset();
}

void TestConnectionView::ownFleetIsLocal()
{
    QCOMPARE(chip(), QStringLiteral("local"));
    QVERIFY(!bar().isVisible() && !page().isVisible());
    QCOMPARE(veils(), 0);
    QVERIFY(m_window->actionsOnServices().action(Verb::Restart)->isEnabled());
}

void TestConnectionView::lostConnectionIsUnmistakable()
{
    m_room->connection.setHeardAt(Now::read().wall);
    put(ConnectionState::Link::Reconnecting, QStringLiteral("Connection refused"), Now::read().wall + 8s);
    QVERIFY(bar().isVisible());
    QVERIFY2(bar().text().startsWith(QStringLiteral("Connection to edge-7:7464 lost at ")), qPrintable(bar().text()));
    QVERIFY2(bar().text().contains(QStringLiteral("Trying again in ")), qPrintable(bar().text()));
    QVERIFY2(bar().text().contains(QStringLiteral("Showing the state of ")), qPrintable(bar().text()));
    QCOMPARE(chip(), QStringLiteral("edge-7:7464 · not connected"));
    QCOMPARE(veils(), 2);
    for (const QAction *action : actions()) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY(action->toolTip().startsWith(QStringLiteral("Not connected to edge-7:7464 since ")));
        QCOMPARE(action->statusTip(), action->toolTip());
    }
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Foghorn — local — not connected"));
    QVERIFY(saysNotKnown());
    // No row is drawn as if it were known: the old words are in brackets behind a question mark.
    for (const ServiceRow &row : m_window->model().rows()) {
        QVERIFY(row.look.silhouette == Silhouette::Unchecked && row.look.family == StateFamily::Neutral);
        QVERIFY2(row.state.startsWith(u'(') && row.state.endsWith(u')'), qPrintable(row.state));
        QVERIFY(kindOf(row) != StatusKind::Unchecked || row.facts.health == Health::Unknown); // filters stay
        QVERIFY2(spokenRow(row).contains(QStringLiteral("not known now, was ")), qPrintable(spokenRow(row)));
    }
    AlertActions &onAlerts = m_window->alertPanel().actionsOnAlerts();
    QVERIFY(onAlerts.seen()->statusTip().startsWith(QStringLiteral("Not connected to edge-7:7464 since ")));
    QVERIFY(!onAlerts.seen()->isEnabled() && !onAlerts.restartCause()->isEnabled());
    QVERIFY(!onAlerts.muteMenu()->menuAction()->isEnabled() && !onAlerts.maintenanceMenu()->menuAction()->isEnabled());
    // Other news do not let them slip through.
    m_window->selection().selectOnly(QStringLiteral("onion"));
    makeAllHealthy(m_room->registry);
    m_window->model().flush();
    QVERIFY(!m_window->actionsOnServices().action(Verb::Restart)->isEnabled());
    const QSignalSpy wanted(&m_room->connection, &ConnectionBoard::tryWanted);
    bar().findChildren<QPushButton *>().last()->click(); // Try now
    QCOMPARE(wanted.size(), 1);
}

void TestConnectionView::itHealsByItself()
{
    put(ConnectionState::Link::Reconnecting);
    put(ConnectionState::Link::Connected);
    QVERIFY(!bar().isVisible());
    QCOMPARE(veils(), 0);
    QCOMPARE(chip(), QStringLiteral("edge-7:7464"));
    QVERIFY(m_window->actionsOnServices().action(Verb::Restart)->isEnabled());
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("not connected")));
    QVERIFY(!saysNotKnown());
    for (const ServiceRow &row : m_window->model().rows())
        QVERIFY(!row.remembered && !row.state.startsWith(u'('));
    QCOMPARE(m_window->alertPanel().actionsOnAlerts().seen()->statusTip(), QStringLiteral("Select an alert first"));
}

void TestConnectionView::refusalSaysWhy()
{
    put(ConnectionState::Link::Connecting);
    QVERIFY(page().isVisible());
    QVERIFY(page().text().startsWith(QStringLiteral("Connecting to edge-7:7464…")));
    put(ConnectionState::Link::Refused, QStringLiteral("The token is not one of this server's."));
    QVERIFY(page().isVisible() && !bar().isVisible());
    QVERIFY(!m_window->servicePanel().isVisible());
    QCOMPARE(page().text(),
        QStringLiteral("edge-7:7464 does not let this window in\nThe token is not one of this server's."));
    for (const QAction *action : actions())
        QVERIFY(!action->isEnabled());
    put(ConnectionState::Link::Connected);
    QVERIFY(!page().isVisible());
    QVERIFY(m_window->servicePanel().isVisible());
}

void TestConnectionView::closingAWatchingWindowAsksNothing()
{
    put(ConnectionState::Link::Connected);
    const QSignalSpy left(m_window.get(), &MainWindow::leaveWanted);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(left.size(), 1);
    QVERIFY(m_room->commands.asked.isEmpty());
}

void TestConnectionView::wordsTellAgesAndTimes()
{
    const WallTime now = Now::read().wall;
    const ConnectionState lagging{ConnectionState::Link::Lagging, QStringLiteral("e:1"), now - 20s, {}, {}};
    QCOMPARE(ConnectionWords::chip(lagging, now - 12s, now), QStringLiteral("e:1 · 12 s old"));
    QVERIFY(ConnectionWords::whyBlocked(lagging).isEmpty()); // commands still arrive
    const ConnectionState trying{ConnectionState::Link::Reconnecting, QStringLiteral("e:1"), now - 20s, now + 4s, {}};
    QVERIFY(ConnectionWords::lost(trying, now - 21s, now).contains(QStringLiteral("Trying again in 4 s.")));
    QVERIFY(ConnectionWords::lost(trying, now - 21s, now + 4s).contains(QStringLiteral("Trying again…")));
    const ConnectionState hostile{
        ConnectionState::Link::Refused, QStringLiteral("e:1"), now, {}, QStringLiteral("a\x1b[31mb")};
    QVERIFY(!ConnectionWords::explanation(hostile, now).contains(QChar(0x1b)));
    ConnectionState first{
        ConnectionState::Link::Connecting, QStringLiteral("e:1"), now, {}, QStringLiteral("no answer")};
    QVERIFY(ConnectionWords::explanation(first, now + 1s).isEmpty());
    QCOMPARE(ConnectionWords::explanation(first, now + 6s), QStringLiteral("No answer."));
}

QTEST_MAIN(TestConnectionView)
#include "tst_connectionview.moc"

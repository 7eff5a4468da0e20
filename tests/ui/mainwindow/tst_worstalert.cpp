#include "tests/ui/support/windowtest.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/servicepanel.h"

#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace foghorn;
using namespace std::chrono_literals;

/// What is worst is said above the pages, one thing at a time.
class TestWorstAlert : public QObject, private WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        openWindow([](FakeRoom &room) { makeBusyEvening(room.registry); });
    }
    void cleanup() { closeWindow(); }

    void theFirstCauseIsSaidUntilItIsOver();
    void whatIsClosedIsNotSaidAgain();
    void itsButtonsLeadThere();
    void whatOneHasDoneComesFirst();
    void nothingIsSaidOfWhatIsNotKnown();

private:
    Alert alert(qint64 number, const char *service, AlertSeverity severity = AlertSeverity::Critical) const
    {
        Alert made;
        made.id = number;
        made.service = id(service);
        made.severity = severity;
        made.message = made.service + QStringLiteral(" is unhealthy: no answer within 5 s");
        made.since = Now::read().wall - 4min;
        return made;
    }
    InlineMessage &message() const { return m_window->message(); }
    QPushButton *button(const char *spoken) const
    {
        const QList<QPushButton *> buttons = message().findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
            [spoken](const QPushButton *each) { return each->isVisible() && each->accessibleName() == id(spoken); });
        return found == buttons.cend() ? nullptr : *found;
    }
    void close() const { message().findChild<QToolButton *>()->click(); }
};

void TestWorstAlert::theFirstCauseIsSaidUntilItIsOver()
{
    m_room->alerts.put(alert(1, "p2p", AlertSeverity::Warning));
    Alert onion = alert(2, "onion");
    onion.affected = {id("vpn_coordinator"), id("betanet")};
    m_room->alerts.put(onion);
    m_room->alerts.put(alert(3, "edge"));
    QTRY_VERIFY(message().isVisible());
    QVERIFY2(message().text().startsWith(QStringLiteral("onion is unhealthy: no answer within 5 s, since ")),
        qPrintable(message().text()));
    QVERIFY(message().text().endsWith(id("Affected: vpn_coordinator and betanet.")));
    onion.acknowledgedBy = id("operator"); // somebody has seen to it
    m_room->alerts.put(onion);
    QTRY_VERIFY2(message().text().startsWith(QStringLiteral("edge is unhealthy: ")), qPrintable(message().text()));
    Alert edge = alert(3, "edge");
    edge.resolvedAt = Now::read().wall;
    m_room->alerts.put(edge);
    QTRY_VERIFY(!message().isVisible()); // a warning waits on its page
}

void TestWorstAlert::whatIsClosedIsNotSaidAgain()
{
    m_room->alerts.put(alert(2, "onion"));
    m_room->alerts.put(alert(3, "edge"));
    QTRY_VERIFY(message().isVisible());
    close();
    QVERIFY2(message().text().startsWith(QStringLiteral("edge is unhealthy: ")), qPrintable(message().text()));
    close();
    QVERIFY(!message().isVisible());
    m_room->alerts.put(alert(4, "dao"));
    QTRY_VERIFY(message().isVisible());
    QVERIFY2(message().text().startsWith(QStringLiteral("dao is unhealthy: ")), qPrintable(message().text()));
}

void TestWorstAlert::itsButtonsLeadThere()
{
    m_window->showPage(MainWindow::Page::Logs);
    m_room->alerts.put(alert(2, "onion"));
    QTRY_VERIFY(button("Show onion"));
    button("Show onion")->click();
    QCOMPARE(m_window->selection().current(), id("onion"));
    QVERIFY(m_window->servicePanel().isVisible());
    m_window->selection().selectOnly(id("dao"));
    QVERIFY(button("Restart onion"));
    button("Restart onion")->click();
    QCOMPARE(m_window->selection().current(), id("onion"));
    QTRY_VERIFY(!m_room->commands.asked.isEmpty() || QApplication::activeModalWidget()); // onion is needed: it asks
}

void TestWorstAlert::whatOneHasDoneComesFirst()
{
    m_room->alerts.put(alert(2, "onion"));
    QTRY_VERIFY(message().isVisible());
    bool isTakenBack = false;
    m_window->showOffer(id("You have stopped dao."), id("Start again"), [&isTakenBack] { isTakenBack = true; });
    QCOMPARE(message().text(), id("You have stopped dao."));
    QVERIFY(!button("Show onion"));
    message().offerButton().click();
    QVERIFY(isTakenBack);
    QVERIFY2(message().text().startsWith(QStringLiteral("onion is unhealthy: ")), qPrintable(message().text()));
    QVERIFY(button("Show onion"));
    m_window->showProblem(id("It could not be started."));
    QCOMPARE(message().text(), id("It could not be started."));
    close();
    QVERIFY(button("Show onion"));
}

void TestWorstAlert::nothingIsSaidOfWhatIsNotKnown()
{
    m_room->alerts.put(alert(2, "onion"));
    QTRY_VERIFY(message().isVisible());
    ConnectionState lost;
    lost.link = ConnectionState::Link::Reconnecting;
    lost.place = id("edge-7");
    m_room->connection.put(lost);
    QTRY_VERIFY(!message().isVisible());
    lost.link = ConnectionState::Link::Connected;
    lost.mayOperate = false;
    m_room->connection.put(lost);
    QTRY_VERIFY(button("Show onion"));
    QVERIFY(!button("Restart onion")); // who only looks cannot
}

QTEST_MAIN(TestWorstAlert)
#include "tst_worstalert.moc"

#include "tests/support/fakealertcommands.h"
#include "tests/ui/support/fakefleet.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/alertview.h"

#include "core/registry/alertboard.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

Alert alertOf(qint64 number, const char *service, AlertSeverity severity = AlertSeverity::Critical,
    std::chrono::seconds age = 4min, const QList<ServiceId> &affected = {})
{
    Alert alert;
    alert.id = number;
    alert.service = id(service);
    alert.severity = severity;
    alert.since = Now::read().wall - age;
    alert.message = QStringLiteral("no answer within 5 s");
    alert.affected = affected;
    return alert;
}

} // namespace

class TestAlertPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void worstComesFirst();
    void affectedFoldUnderTheirCause();
    void emptyPageTellsTheLastOne();
    void spaceMarksAsSeen();
    void muteAndMaintenance();
    void disabledActionsSayWhy();
    void failuresAreTold();
    void wayToGraphAndRestart();
    void choiceIsShared();
    void rowsAreReadAsSentences();
    void messagesArePlain();
    void readersSurviveChanges();

private:
    QString cell(int row, AlertTableModel::Column column) const
    {
        return m_panel->model().index(row, column).data().toString();
    }
    void put(const Alert &alert)
    {
        m_board->put(alert);
        m_panel->model().refresh();
    }
    void choose(int row)
    {
        m_panel->view().setFocus();
        // Not selectRow(): that heeds a Shift key which an earlier test has pressed.
        m_panel->view().selectionModel()->setCurrentIndex(
            m_panel->model().index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    static QAction *find(const QMenu *menu, const char *text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == id(text))
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<ServiceTableModel> m_services;
    std::unique_ptr<ServiceSelection> m_selection;
    std::unique_ptr<AlertBoard> m_board;
    FakeAlertCommands m_commands;
    std::unique_ptr<AlertPanel> m_panel;
};

void TestAlertPanel::init()
{
    m_registry = std::make_unique<ServiceRegistry>();
    m_registry->setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(*m_registry);
    m_services = std::make_unique<ServiceTableModel>(*m_registry);
    m_selection = std::make_unique<ServiceSelection>();
    m_board = std::make_unique<AlertBoard>();
    m_commands = {};
    m_panel = std::make_unique<AlertPanel>(*m_board, m_commands, *m_services, *m_selection);
    m_panel->resize(1000, 500);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestAlertPanel::cleanup() { m_panel.reset(); }

void TestAlertPanel::worstComesFirst()
{
    const QSignalSpy counts(m_panel.get(), &AlertPanel::countChanged);
    put(alertOf(1, "p2p", AlertSeverity::Warning, 1min));
    put(alertOf(2, "onion", AlertSeverity::Critical, 9min));
    put(alertOf(3, "dao", AlertSeverity::Critical, 2min));
    QCOMPARE(cell(0, AlertTableModel::Service).trimmed(), id("dao"));
    QCOMPARE(cell(1, AlertTableModel::Service).trimmed(), id("onion"));
    QCOMPARE(cell(2, AlertTableModel::Service).trimmed(), id("p2p"));
    QCOMPARE(cell(0, AlertTableModel::Severity), QStringLiteral("Critical"));
    QCOMPARE(cell(2, AlertTableModel::Severity), QStringLiteral("Warning"));
    QVERIFY(cell(1, AlertTableModel::Since).endsWith(QStringLiteral("9 min")));
    QCOMPARE(counts.last().first().toInt(), 3);
}

void TestAlertPanel::affectedFoldUnderTheirCause()
{
    const QAbstractItemModelTester tester(&m_panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    put(alertOf(1, "onion", AlertSeverity::Critical, 4min, {id("betanet"), id("vpn_coordinator"), id("bitchat")}));
    put(alertOf(2, "p2p", AlertSeverity::Warning));
    QCOMPARE(m_panel->model().rowCount(), 2);
    QCOMPARE(cell(0, AlertTableModel::Why), QStringLiteral("betanet, vpn_coordinator and bitchat"));
    choose(0);
    QTest::keyClick(&m_panel->view(), Qt::Key_Right);
    QCOMPARE(m_panel->model().rowCount(), 5);
    QCOMPARE(cell(1, AlertTableModel::Service).trimmed(), id("betanet"));
    QCOMPARE(cell(1, AlertTableModel::What), QStringLiteral("Affected by onion"));
    QCOMPARE(cell(1, AlertTableModel::Severity), QStringLiteral("Waiting"));
    // One of them recovers while it is open.
    put(alertOf(1, "onion", AlertSeverity::Critical, 4min, {id("betanet"), id("bitchat")}));
    QCOMPARE(m_panel->model().rowCount(), 4);
    choose(2);
    QTest::keyClick(&m_panel->view(), Qt::Key_Left); // from a child to its cause, and closed
    QCOMPARE(m_panel->model().rowCount(), 2);
    QCOMPARE(m_panel->view().currentIndex().row(), 0);
}

void TestAlertPanel::emptyPageTellsTheLastOne()
{
    QVERIFY(!m_panel->view().isVisible());
    QVERIFY(m_panel->emptyText().isEmpty());
    Alert over = alertOf(1, "p2p", AlertSeverity::Warning, 10min);
    over.resolvedAt = over.since + 2min;
    over.duration = 2min;
    put(over);
    QVERIFY2(m_panel->emptyText().startsWith(QStringLiteral("Last one: p2p, ")), qPrintable(m_panel->emptyText()));
    QVERIFY(m_panel->emptyText().endsWith(QStringLiteral("lasted 2 min.")));
    m_panel->findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(m_panel->model().rowCount(), 1);
    QVERIFY(m_panel->view().isVisible());
    QCOMPARE(cell(0, AlertTableModel::Severity), QStringLiteral("Resolved"));
}

void TestAlertPanel::spaceMarksAsSeen()
{
    put(alertOf(7, "onion"));
    QCOMPARE(cell(0, AlertTableModel::State), QStringLiteral("New"));
    choose(0);
    QTest::keyClick(&m_panel->view(), Qt::Key_Space);
    QCOMPARE(m_commands.calls, QStringList{id("acknowledge 7 true desktop")});
    Alert seen = alertOf(7, "onion");
    seen.acknowledgedBy = id("operator");
    put(seen);
    QCOMPARE(cell(0, AlertTableModel::State), QStringLiteral("Seen by operator"));
    QTest::keyClick(&m_panel->view(), Qt::Key_Space);
    QCOMPARE(m_commands.calls.last(), id("acknowledge 7 false desktop"));
}

void TestAlertPanel::muteAndMaintenance()
{
    put(alertOf(7, "onion"));
    put(alertOf(8, "p2p"));
    m_panel->view().setFocus();
    m_panel->view().selectAll();
    const AlertActions &actions = m_panel->actionsOnAlerts();
    find(actions.muteMenu(), "For &1 hour")->trigger();
    m_commands.calls.sort();
    QCOMPARE(m_commands.calls, (QStringList{id("mute 7 60 desktop"), id("mute 8 60 desktop")}));
    m_commands.calls.clear();
    QVERIFY(!find(actions.muteMenu(), "&End mute")->isEnabled());
    choose(0);
    find(actions.maintenanceMenu(), "For &4 hours")->trigger();
    QCOMPARE(m_commands.calls.size(), 1);
    QVERIFY(m_commands.calls.first().endsWith(id(" 240 desktop")));
    Alert muted = alertOf(7, "onion");
    muted.mutedUntil = Now::read().wall + 1h;
    muted.inMaintenance = true;
    put(muted);
    m_panel->view().selectAll();
    QVERIFY(find(actions.muteMenu(), "&End mute")->isEnabled());
    QVERIFY(find(actions.maintenanceMenu(), "&End maintenance")->isEnabled());
    find(actions.muteMenu(), "Until &tomorrow, 08:00")->trigger();
    const int minutes = m_commands.calls.last().section(u' ', 2, 2).toInt();
    QVERIFY(minutes > 0 && minutes <= 28 * 60);
}

void TestAlertPanel::disabledActionsSayWhy()
{
    const AlertActions &actions = m_panel->actionsOnAlerts();
    QVERIFY(!actions.seen()->isEnabled());
    QCOMPARE(actions.seen()->statusTip(), QStringLiteral("Select an alert first"));
    QCOMPARE(actions.restartCause()->statusTip(), QStringLiteral("Select an alert first"));
    put(alertOf(1, ""));
    choose(0);
    QCOMPARE(cell(0, AlertTableModel::Service).trimmed(), QStringLiteral("This machine"));
    QVERIFY(actions.seen()->isEnabled());
    QCOMPARE(actions.restartCause()->statusTip(), QStringLiteral("It is about this machine, not about a service"));
    put(alertOf(1, "onion"));
    QVERIFY(actions.restartCause()->isEnabled());
    QCOMPARE(actions.restartCause()->text(), QStringLiteral("&Restart onion"));
    QCOMPARE(actions.restartCause()->statusTip(), QStringLiteral("Restart the service that the alert is about"));
}

void TestAlertPanel::failuresAreTold()
{
    put(alertOf(1, "onion"));
    choose(0);
    const QSignalSpy failed(&m_panel->actionsOnAlerts(), &AlertActions::failed);
    const QSignalSpy succeeded(&m_panel->actionsOnAlerts(), &AlertActions::succeeded);
    m_panel->actionsOnAlerts().seen()->trigger();
    QTRY_COMPARE(succeeded.size(), 1);
    m_commands.outcome = {Verdict::Conflict, QStringLiteral("The alert is over already.")};
    m_panel->actionsOnAlerts().seen()->trigger();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), m_commands.outcome.message);
}

void TestAlertPanel::wayToGraphAndRestart()
{
    put(alertOf(1, "onion", AlertSeverity::Critical, 4min, {id("betanet")}));
    const QSignalSpy graph(&m_panel->actionsOnAlerts(), &AlertActions::graphWanted);
    const QSignalSpy restart(&m_panel->actionsOnAlerts(), &AlertActions::restartWanted);
    choose(0);
    QTest::keyClick(&m_panel->view(), Qt::Key_Right);
    choose(1); // the affected one: what helps is its cause
    QTest::keyClick(&m_panel->view(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(graph.size(), 1);
    QCOMPARE(graph.first().first().toString(), id("onion"));
    m_panel->actionsOnAlerts().restartCause()->trigger();
    QCOMPARE(restart.first().first().toString(), id("onion"));
}

void TestAlertPanel::choiceIsShared()
{
    m_selection->selectOnly(id("dao"));
    put(alertOf(1, "onion"));
    put(alertOf(2, "p2p", AlertSeverity::Warning));
    QCOMPARE(m_selection->current(), id("dao")); // nobody has chosen
    choose(1);
    QCOMPARE(m_selection->current(), id("p2p"));
}

void TestAlertPanel::rowsAreReadAsSentences()
{
    put(alertOf(1, "onion", AlertSeverity::Critical, 4min, {id("betanet")}));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_panel->view());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    const QString row = list->child(0)->text(QAccessible::Name);
    QVERIFY2(row.startsWith(QStringLiteral("critical, since ")), qPrintable(row));
    QVERIFY2(row.endsWith(QStringLiteral("onion: no answer within 5 s, affects betanet, new")), qPrintable(row));
}

void TestAlertPanel::messagesArePlain()
{
    Alert alert = alertOf(1, "onion");
    alert.message = QStringLiteral("<b>x</b>\n\u202e\x1b[31m") + QString(10'000, u'y');
    put(alert);
    const QString shown = cell(0, AlertTableModel::What);
    QVERIFY(shown.startsWith(QStringLiteral("<b>x</b>\\")));
    QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202e)) && shown.size() < 1000);
    const QString tip = m_panel->model().index(0, AlertTableModel::What).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.startsWith(QStringLiteral("&lt;b&gt;")));
    QVERIFY(!m_panel->grab().isNull());
}

void TestAlertPanel::readersSurviveChanges()
{
    for (int i = 1; i <= 50; ++i)
        put(alertOf(i, "onion", AlertSeverity::Critical, std::chrono::seconds(i), {id("betanet")}));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_panel->view());
    QList<QAccessibleInterface *> held;
    for (int row = 0; row < 50; ++row)
        held.append(list->child(row));
    for (int i = 1; i <= 49; ++i) {
        Alert over = alertOf(i, "onion");
        over.resolvedAt = Now::read().wall;
        put(over);
    }
    QCOMPARE(list->childCount(), 1);
    for (QAccessibleInterface *child : std::as_const(held))
        QVERIFY(child->isValid());
    QVERIFY(held.at(49)->state().invisible);
}

QTEST_MAIN(TestAlertPanel)
#include "tst_alertpanel.moc"

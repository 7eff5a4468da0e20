#include "ui/tray/notifier.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// What is told to somebody who does not look, and what is not.
class TestNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void failureIsToldAtOnce();
    void illnessIsToldAfterAMinute();
    void whatIsSeenIsNotTold();
    void silenceIsKept_data();
    void silenceIsKept();
    void slowAndFlappingAreNotWorthIt();
    void theEndIsToldToWhoHeardOfIt();
    void oneCauseIsToldOnceInFiveMinutes();
    void whatFoldsIntoACauseIsNotSolved();
    void oldTroublesAreNotNews();
    void manyCausesBecomeOne();
    void longOperationsAreTold();
    void pauseForgetsWhatHappensMeanwhile();
    void namesAreHarmless();

private:
    Alert &add(const char *service, AlertRule rule, WallTime since)
    {
        Alert alert;
        alert.id = ++m_lastId;
        alert.rule = rule;
        alert.service = QLatin1String(service);
        alert.message = QLatin1String(service) + QStringLiteral(" has a message.");
        alert.since = since;
        return m_alerts[alert.id] = alert;
    }
    QList<Notification> look(WallTime now, bool isLookedAt = false)
    {
        return m_notifier.look(m_alerts, now, isLookedAt);
    }
    QStringList titles(WallTime now)
    {
        QStringList all;
        for (const Notification &each : look(now))
            all << each.title;
        return all;
    }

    const WallTime t0 = *fromRfc3339("2026-11-23T14:00:00Z");
    qint64 m_lastId = 0;
    std::map<qint64, Alert> m_alerts;
    Notifier m_notifier;
};

void TestNotifier::init()
{
    m_lastId = 0;
    m_alerts.clear();
    m_notifier = Notifier();
    m_notifier.setPlace(QStringLiteral("edge-7 (production)"));
}

void TestNotifier::failureIsToldAtOnce()
{
    QVERIFY(look(t0).isEmpty());
    Alert &alert = add("onion", AlertRule::Failed, t0);
    alert.affected = {QStringLiteral("vpn")};
    const QList<Notification> told = look(t0);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().kind, Notification::Kind::Failed);
    QCOMPARE(told.first().title, QStringLiteral("onion has failed"));
    QCOMPARE(told.first().text, QStringLiteral("onion has a message. Affected: vpn.\nOn edge-7 (production)"));
    QCOMPARE(told.first().alert, alert.id);
    QVERIFY(look(t0 + 1s).isEmpty()); // once
    QVERIFY(look(t0 + 24h).isEmpty());
}

void TestNotifier::illnessIsToldAfterAMinute()
{
    add("onion", AlertRule::Unhealthy, t0);
    QVERIFY(look(t0 + 59s).isEmpty());
    QCOMPARE(titles(t0 + 60s), QStringList{QStringLiteral("onion is unhealthy")});
    add("dao", AlertRule::Down, t0);
    QCOMPARE(titles(t0 + 61s), QStringList{QStringLiteral("dao is down")});
}

void TestNotifier::whatIsSeenIsNotTold()
{
    Alert &alert = add("onion", AlertRule::Failed, t0);
    QVERIFY(look(t0, true).isEmpty());
    QVERIFY(look(t0 + 10min).isEmpty()); // the window is left: no news
    alert.resolvedAt = t0 + 11min;
    QCOMPARE(titles(t0 + 11min), QStringList{QStringLiteral("onion is well again")}); // that is
}

void TestNotifier::silenceIsKept_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("muted") << 0;
    QTest::newRow("maintenance") << 1;
    QTest::newRow("seen by somebody") << 2;
}

void TestNotifier::silenceIsKept()
{
    QFETCH(int, how);
    Alert &alert = add("onion", AlertRule::Failed, t0);
    if (how == 0)
        alert.mutedUntil = t0 + 1h;
    alert.inMaintenance = how == 1;
    alert.acknowledgedBy = how == 2 ? QStringLiteral("me") : QString();
    QVERIFY(look(t0 + 1min).isEmpty());
    alert.mutedUntil.reset();
    alert.inMaintenance = false;
    alert.acknowledgedBy.clear();
    QCOMPARE(look(t0 + 2min).size(), 1); // it still holds when the silence ends
}

void TestNotifier::slowAndFlappingAreNotWorthIt()
{
    for (const AlertRule rule : {AlertRule::Slow, AlertRule::Flapping, AlertRule::Degraded})
        add("onion", rule, t0);
    QVERIFY(look(t0 + 1h).isEmpty());
    m_alerts[1].rule = AlertRule::Failed; // an open alert moves up
    QCOMPARE(look(t0 + 1h).size(), 1);
}

void TestNotifier::theEndIsToldToWhoHeardOfIt()
{
    Alert &alert = add("onion", AlertRule::Unhealthy, t0);
    alert.resolvedAt = t0 + 30s;
    QVERIFY(look(t0 + 2min).isEmpty()); // it began and ended unheard
    Alert &other = add("dao", AlertRule::Failed, t0);
    QCOMPARE(look(t0 + 2min).size(), 1);
    other.resolvedAt = t0 + 8min;
    other.duration = 8min;
    const QList<Notification> told = look(t0 + 8min);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().kind, Notification::Kind::Solved);
    QVERIFY(!told.first().isTrouble());
    QVERIFY2(told.first().text.contains(QStringLiteral("8 min")), qPrintable(told.first().text));
}

void TestNotifier::oneCauseIsToldOnceInFiveMinutes()
{
    Alert &first = add("onion", AlertRule::Failed, t0);
    QCOMPARE(look(t0).size(), 1);
    first.resolvedAt = t0 + 1min;
    QVERIFY(look(t0 + 1min).isEmpty());
    Alert &second = add("onion", AlertRule::Failed, t0 + 2min);
    QVERIFY(look(t0 + 2min).isEmpty());
    QVERIFY(look(t0 + 5min - 1ms).isEmpty());
    QCOMPARE(titles(t0 + 5min), QStringList{QStringLiteral("onion has failed")}); // what holds by then
    second.resolvedAt = t0 + 6min;
    QVERIFY(look(t0 + 6min).isEmpty());
    QCOMPARE(titles(t0 + 10min), QStringList{QStringLiteral("onion is well again")});
    add("dao", AlertRule::Failed, t0 + 10min); // another cause has its own five minutes
    QCOMPARE(look(t0 + 10min).size(), 1);
    add("dao", AlertRule::Failed, t0 + 10min);
    QCOMPARE(look(t0 - 1h).size(), 1); // the clock was put back: never silent for good
}

void TestNotifier::whatFoldsIntoACauseIsNotSolved()
{
    Alert &alert = add("vpn", AlertRule::Failed, t0);
    QCOMPARE(look(t0).size(), 1);
    alert.resolvedAt = t0 + 6min;
    alert.foldedInto = 99;
    QVERIFY(look(t0 + 6min).isEmpty());
}

void TestNotifier::oldTroublesAreNotNews()
{
    add("onion", AlertRule::Failed, t0 - 1h).resolvedAt = t0 - 30min;
    QVERIFY(look(t0).isEmpty());
}

void TestNotifier::manyCausesBecomeOne()
{
    for (const char *name : {"a", "b", "c", "d", "e"})
        add(name, AlertRule::Failed, t0);
    const QList<Notification> told = look(t0);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().kind, Notification::Kind::Several);
    QCOMPARE(told.first().title, QStringLiteral("5 services need attention"));
    QVERIFY2(told.first().text.startsWith(QStringLiteral("a, b, c and 2 more")), qPrintable(told.first().text));
    for (auto &[id, alert] : m_alerts)
        alert.resolvedAt = t0 + 6min;
    QCOMPARE(titles(t0 + 6min), QStringList{QStringLiteral("5 services are well again")});
}

void TestNotifier::longOperationsAreTold()
{
    const QString done = QStringLiteral("All services are up and well");
    QVERIFY(!m_notifier.operationEnded(done, 9s, t0, false));
    QVERIFY(!m_notifier.operationEnded(done, 40s, t0, true));
    const auto told = m_notifier.operationEnded(done, 40s, t0, false);
    QVERIFY(told);
    QCOMPARE(told->title, done);
    QVERIFY(told->text.contains(QStringLiteral("edge-7")));
}

void TestNotifier::pauseForgetsWhatHappensMeanwhile()
{
    m_notifier.pauseUntil(t0 + 1h);
    add("onion", AlertRule::Failed, t0);
    QVERIFY(look(t0).isEmpty());
    QVERIFY(!m_notifier.operationEnded(QStringLiteral("x"), 1min, t0, false));
    QVERIFY(look(t0 + 2h).isEmpty());
    add("dao", AlertRule::Failed, t0 + 2h);
    QCOMPARE(look(t0 + 2h).size(), 1);
}

void TestNotifier::namesAreHarmless()
{
    Alert &alert = add("onion", AlertRule::Failed, t0);
    alert.message = QStringLiteral("a\x1b[31mb\u202e<b>c</b>\n\n") + QString(10'000, u'x');
    const Notification told = look(t0).first();
    QVERIFY(!told.text.contains(QChar(0x1b)) && !told.text.contains(QChar(0x202e)));
    QVERIFY(told.text.size() < 400);
    QCOMPARE(told.text.count(u'\n'), 1);
}

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"

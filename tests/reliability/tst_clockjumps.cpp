#include "tests/reliability/checktimes.h"
#include "tests/support/figures.h"
#include "tests/support/sanitized.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace foghorn;

/// T23: the wall clock of the daemon, its keeper and its services is set about while they run (libfaketime, which reads
/// it from a file). Nothing that counts time may notice.
class tst_ClockJumps : public QObject
{
    Q_OBJECT

    QString m_library;

    void setClock(FleetFixture &fleet, const QByteArray &offset) const
    {
        fleet.touch(QStringLiteral("clock.new"), offset + '\n');
        QVERIFY(::rename(QFile::encodeName(fleet.path(QStringLiteral("clock.new"))).constData(),
                    QFile::encodeName(fleet.path(QStringLiteral("clock"))).constData())
            == 0);
    }
    void fakeClock(FleetFixture &fleet) const
    {
        setClock(fleet, "+0");
        fleet.setEnvironment(QStringLiteral("LD_PRELOAD"), m_library);
        fleet.setEnvironment(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), fleet.path(QStringLiteral("clock")));
        fleet.setEnvironment(QStringLiteral("FAKETIME_CACHE_DURATION"), QStringLiteral("1"));
        fleet.setEnvironment(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
    }
    /// Per cent of the last hour; -1: nobody looked.
    static double upInTheHour(FleetFixture &fleet, const QString &name)
    {
        const QJsonObject health = fleet.daemon().get(QStringLiteral("health")).value(u"services").toObject();
        return health.value(name)[u"uptime_1h"].toDouble(-1);
    }
    /// Of all services, what the clock could have spoilt; empty: nothing.
    static QString troubleIn(FleetFixture &fleet)
    {
        QStringList found;
        const QJsonObject services = fleet.daemon().get(QStringLiteral("services")).value(u"services").toObject();
        for (auto it = services.begin(); it != services.end(); ++it) {
            const QJsonObject service = it.value().toObject();
            if (service[u"state"].toString() != u"running" || service[u"restart_count"].toInt() != 0)
                found << it.key() + u' ' + service[u"why"].toString();
            if (const double uptime = service[u"uptime_seconds"].toDouble(); uptime < 0 || uptime > 600)
                found << QStringLiteral("%1 up for %2 s").arg(it.key()).arg(uptime);
        }
        const QJsonObject health = fleet.daemon().get(QStringLiteral("health")).value(u"services").toObject();
        for (auto it = health.begin(); it != health.end(); ++it) {
            if (const double uptime = it.value()[u"uptime_24h"].toDouble(100); uptime < 99)
                found << QStringLiteral("%1 up for %2 % of the day").arg(it.key()).arg(uptime);
        }
        const QJsonArray alerts = fleet.daemon().get(QStringLiteral("alerts")).value(u"alerts").toArray();
        for (const QJsonValue &alert : alerts)
            found << alert[u"summary"].toString(QStringLiteral("an alert"));
        const QJsonArray events = eventsOf(fleet);
        for (const QJsonValue &event : events) {
            const QString to = event[u"to"].toString();
            if (to == u"unhealthy" || to == u"degraded" || to == u"failed" || to == u"backoff")
                found << event[u"message"].toString();
        }
        return found.join(u"; ");
    }
    static int passesOf(FleetFixture &fleet, const char *name)
    {
        return fleet.daemon()
            .get(QStringLiteral("service/%1").arg(QLatin1String(name)))
            .value(u"consecutive_successes")
            .toInt();
    }
    static QByteArray offsetTo(const QDateTime &time)
    {
        return QByteArray::number(QDateTime::currentDateTimeUtc().secsTo(time));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *place : {"/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                 "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib64/faketime/libfaketimeMT.so.1"}) {
            if (QFileInfo::exists(QLatin1String(place)))
                m_library = QLatin1String(place);
        }
        if (m_library.isEmpty())
            QSKIP("faketime is missing; ./dev test installs it");
        if (isSanitized())
            QSKIP("a sanitized program wants to be loaded before anything else");
    }
    void nothingNoticesThem()
    {
        FleetFixture fleet(
            "  beating: {command: 'while :; do curl -s -o /dev/null -X POST -H \"Authorization: Bearer $(cat $TOKEN)\""
            " -H \"Content-Type: application/json\" -d {} $FOGHORN_HEARTBEAT_URL; sleep 0.3; done',"
            " heartbeat: {interval: 2s, timeout: 6s}, environment: {TOKEN: \"${DIR}/state/token\"}}\n"
            "  web: {command: [foghorn-demo, --name, web, --port, \"${port.http}\"], ports: {http: auto},"
            " health: {http: \"http://127.0.0.1:${port.http}/health\", interval: 0.5s, timeout: 0.5s}}\n"
            "  shell: {command: [sleep, '1000'], health: {exec: ['true'], interval: 0.5s, timeout: 0.5s}}\n"
            "  plain: {command: [sleep, '1000']}\n");
        fakeClock(fleet);
        QVERIFY(fleet.beginAndSettle());
        for (const char *name : {"beating", "web", "shell", "plain"})
            QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf(name), QStringLiteral("running"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(passesOf(fleet, "web") > 2, 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        const auto utc = [](int year) { return QDateTime(QDate(year, 1, 1), QTime(1, 0), Qt::UTC); };
        const QList<QByteArray> jumps{"+3600", "-3600", offsetTo(utc(1970)), offsetTo(utc(2038)).prepend('+'), "+0"};
        for (const QByteArray &jump : jumps) {
            setClock(fleet, jump);
            QTest::qWait(1'500); // libfaketime looks once a second
            const int before = passesOf(fleet, "web");
            const int beforeShell = passesOf(fleet, "shell");
            QTest::qWait(figure(1'500, 20'000));
            QCOMPARE(troubleIn(fleet), QString());
            QCOMPARE(fleet.pids(), pids);
            const int expected = figure(1'500, 20'000) / 500 - 1;
            QVERIFY2(passesOf(fleet, "web") - before >= expected, jump.constData());
            QVERIFY2(passesOf(fleet, "shell") - beforeShell >= expected, jump.constData());
        }
        // What goes down is brought back, whatever the clock says.
        setClock(fleet, "-86400");
        QTest::qWait(1'500);
        sendSignal(pids.value(QStringLiteral("plain")), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(
            fleet.number("plain", "restart_count") == 1 && fleet.stateOf("plain") == u"running", 20'000);
        QCOMPARE(fleet.daemon().stop(), 0);
        reportFigure("T23", QStringLiteral("wall clock set %1 times: 0 restarts, 0 alerts").arg(jumps.size()));
    }
    /// It was up for a while and down since. A past that stayed where the wrong clock had put it would be hours ago.
    void setBetweenTwoRuns()
    {
        FleetFixture fleet("  brief: {command: 'sleep 2; exit 1', restart: {policy: never}}\n");
        fakeClock(fleet);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(
            upInTheHour(fleet, QStringLiteral("brief")) > 0 && upInTheHour(fleet, QStringLiteral("brief")) < 80,
            20'000);
        for (const char *offset : {"+7200", "-7200", "+0"}) {
            fleet.daemon().kill();
            setClock(fleet, offset);
            QVERIFY(fleet.beginAndSettle());
            const double share = upInTheHour(fleet, QStringLiteral("brief"));
            QVERIFY2(
                share > 0 && share < 100, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(offset)).arg(share)));
        }
        QCOMPARE(fleet.daemon().stop(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ClockJumps)
#include "tst_clockjumps.moc"

#include "tests/reliability/checktimes.h"
#include "tests/support/figures.h"
#include "tests/support/ownnamespaces.h"

#include <QUdpSocket>

using namespace foghorn;

/// Failure 19: the resolver drops every packet. Probes that need a name wait for it and time out; those that need none
/// come on time, as does everything else. In a network of the test's own, with a resolver that hears and never answers.
class tst_DeadNames : public QObject
{
    Q_OBJECT

    QString m_refusal;
    QTemporaryDir m_files;
    QUdpSocket m_resolver; ///< never read

    QString makeDeadResolver()
    {
        if (QString refusal = enterOwnMounts(); !refusal.isEmpty())
            return refusal;
        if (QString refusal = enterOwnNetwork(); !refusal.isEmpty())
            return refusal;
        if (!m_resolver.bind(QHostAddress(QStringLiteral("127.0.0.53")), 53))
            return QStringLiteral("no socket on port 53: ") + m_resolver.errorString();
        QFile resolver(m_files.filePath(QStringLiteral("resolv.conf")));
        if (!resolver.open(QIODevice::WriteOnly)
            || resolver.write("nameserver 127.0.0.53\noptions timeout:5 attempts:2\n") < 0)
            return QStringLiteral("cannot write a resolv.conf");
        resolver.close();
        QFile switches(m_files.filePath(QStringLiteral("nsswitch.conf")));
        if (!switches.open(QIODevice::WriteOnly)
            || switches.write("passwd: files\ngroup: files\nhosts: files dns\n") < 0)
            return QStringLiteral("cannot write an nsswitch.conf");
        switches.close();
        if (QString refusal = bindFile(resolver.fileName(), QStringLiteral("/etc/resolv.conf")); !refusal.isEmpty())
            return refusal;
        if (QFile::exists(QStringLiteral("/etc/nsswitch.conf"))) {
            if (QString refusal = bindFile(switches.fileName(), QStringLiteral("/etc/nsswitch.conf"));
                !refusal.isEmpty())
                return refusal;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_refusal = makeDeadResolver();
        if (!m_refusal.isEmpty())
            QSKIP(qPrintable(m_refusal));
    }
    void probesOfAddressesStayOnTime()
    {
        constexpr int dead = 50;
        QByteArray services =
            "  web: {command: [foghorn-demo, --name, web, --port, \"${port.http}\"], ports: {http: auto},"
            " health: {http: \"http://127.0.0.1:${port.http}/health\", interval: 0.25s, timeout: 0.25s}}\n"
            "  door: {command: [foghorn-demo, --name, door, --port, \"${port.http}\"], ports: {http: auto},"
            " health: {tcp: \"127.0.0.1:${port.http}\", interval: 0.25s, timeout: 0.25s}}\n"
            "  local: {command: [foghorn-demo, --name, local, --port, \"${port.http}\"], ports: {http: auto},"
            " health: {http: \"http://localhost:${port.http}/health\", interval: 0.25s, timeout: 0.25s}}\n";
        for (int i = 0; i < dead; ++i)
            services += "  dead" + QByteArray::number(i)
                + ": {command: [sleep, '1000'], ready: started, health: {http: \"http://name" + QByteArray::number(i)
                + ".example:80/\", interval: 1s, timeout: 1s, auto_recovery: false}}\n";
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        for (const char *name : {"web", "door", "local", "dead0", "dead49"})
            QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf(name), QStringLiteral("running"), 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        const QDateTime from = QDateTime::currentDateTimeUtc().addMSecs(500);
        const qint64 slowestAnswer = slowestAnswerIn(fleet, "web", figure(8'000, 20'000));
        QStringList told;
        for (const char *name : {"web", "door", "local"}) {
            const QJsonArray checks = checksOf(fleet, name);
            QVERIFY2(checks.size() >= 25, qPrintable(QString::number(checks.size())));
            const qint64 late = worstLateness(checks, 250, from);
            told << QStringLiteral("%1 %2 ms").arg(QLatin1String(name)).arg(late);
            QVERIFY2(late >= 0 && late < figure(400, 100), qPrintable(told.last()));
            QCOMPARE(fleet.text(name, "health"), QStringLiteral("healthy"));
        }
        // What has no name is told as that, in time.
        const QJsonArray ofDead = checksOf(fleet, "dead7");
        QVERIFY(ofDead.size() >= 3);
        QVERIFY2(ofDead.last()[u"response_time_ms"].toDouble() < 1'500,
            qPrintable(QString::number(ofDead.last()[u"response_time_ms"].toDouble())));
        QCOMPARE(fleet.pids(), pids);
        const LoopTicks ticks = loopTicksOf(fleet);
        QVERIFY2(ticks.all - ticks.onTime <= 1 + ticks.all / figure(4, 50), "the event loop was held up");
        QVERIFY2(slowestAnswer < 1'000, qPrintable(QString::number(slowestAnswer)));
        // Nor does the end wait for a resolver.
        QElapsedTimer since;
        since.start();
        QVERIFY2(fleet.daemon().stop() == 0, fleet.daemon().errors().right(900).constData());
        QVERIFY2(since.elapsed() < 6'000, qPrintable(QString::number(since.elapsed())));
        reportFigure("19", QStringLiteral("50 probes of dead names: others late by at most %1").arg(told.join(u", ")));
    }
};

QTEST_GUILESS_MAIN(tst_DeadNames)
#include "tst_deadnames.moc"

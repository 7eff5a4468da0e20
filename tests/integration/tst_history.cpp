#include "tests/integration/fleetfixture.h"
#include "tests/integration/processfacts.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace foghorn;

/// What the real foghornd remembers over its own end, and how foghornctl asks for it.
class tst_History : public QObject
{
    Q_OBJECT

    static inline const QByteArray services = "  a: {command: [sleep, '600'], health: {exec: ['true'], interval: 1s}}\n"
                                              "  b: {command: [sleep, '600']}\n";

    static ProgramRun ctl(FleetFixture &fleet, const QStringList &arguments)
    {
        return runProgram(QStringLiteral("foghornctl"),
            QStringList{
                QStringLiteral("--state-dir"), fleet.state(), QStringLiteral("--json"), QStringLiteral("events")}
                + arguments);
    }
    /// One object for each line.
    static QList<QJsonObject> events(FleetFixture &fleet, const QStringList &arguments)
    {
        const ProgramRun run = ctl(fleet, arguments);
        QList<QJsonObject> found;
        const QList<QByteArray> lines = run.output.trimmed().split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                found.append(QJsonDocument::fromJson(line).object());
        }
        return run.exitCode == 0 ? found : QList<QJsonObject>();
    }
    static QJsonObject historyOf(FleetFixture &fleet, const QString &service)
    {
        return fleet.daemon().get(QStringLiteral("service/%1/history").arg(service));
    }
    static qsizetype checksOf(FleetFixture &fleet, const QString &service)
    {
        return historyOf(fleet, service).value(u"checks").toArray().size();
    }

private Q_SLOTS:
    void eventsAndHistoryOutliveTheOrchestrator()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(checksOf(fleet, QStringLiteral("a")) >= 2, 20'000);
        const QList<QJsonObject> before = events(fleet, {});
        QVERIFY(before.size() >= 4);
        const qsizetype checks = checksOf(fleet, QStringLiteral("a"));
        QCOMPARE(fleet.daemon().stop(), 0);

        QVERIFY(fleet.beginAndSettle());
        const QList<QJsonObject> after = events(fleet, {QStringLiteral("-n"), QStringLiteral("1000")});
        QVERIFY(after.size() > before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after.at(i), before.at(i));
        for (qsizetype i = 1; i < after.size(); ++i)
            QVERIFY(after.at(i)[u"id"].toInteger() > after.at(i - 1)[u"id"].toInteger());
        QVERIFY(checksOf(fleet, QStringLiteral("a")) >= checks);
        const QJsonArray spans = historyOf(fleet, QStringLiteral("b")).value(u"state_spans").toArray();
        QStringList states;
        for (const QJsonValue &span : spans)
            states << span[u"state"].toString();
        QVERIFY2(
            states.count(QStringLiteral("running")) == 2 && states.contains(u"stopped"), qPrintable(states.join(u' ')));
        QVERIFY(spans.last()[u"to"].isNull());
    }

    void ctlFiltersEvents()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("restart/b").status, 200);
        const QStringList ofB{QStringLiteral("--service"), QStringLiteral("b")};
        const QList<QJsonObject> all = events(fleet, {QStringLiteral("-n"), QStringLiteral("5000")});
        const auto fitting = [&all](const QString &service, const QString &kind) {
            return std::count_if(all.cbegin(), all.cend(), [&](const QJsonObject &event) {
                return event[u"service"].toString() == service && (kind.isEmpty() || event[u"kind"].toString() == kind);
            });
        };
        QVERIFY(fitting(QStringLiteral("b"), QStringLiteral("command")) == 1);
        QCOMPARE(events(fleet, ofB).size(), fitting(QStringLiteral("b"), {}));
        QCOMPARE(events(fleet, ofB + QStringList{QStringLiteral("--kind"), QStringLiteral("state")}).size(),
            fitting(QStringLiteral("b"), QStringLiteral("state")));
        QCOMPARE(events(fleet, ofB + QStringList{QStringLiteral("-n"), QStringLiteral("2")}).last(),
            events(fleet, ofB).last());
        QCOMPARE(events(fleet, {QStringLiteral("--since"), QStringLiteral("10m")}).size(), all.size());
        QCOMPARE(events(fleet, {QStringLiteral("--since"), all.first()[u"timestamp"].toString()}).size(), all.size());
        QCOMPARE(events(fleet, {QStringLiteral("--since"), QStringLiteral("2100-01-01T00:00:00Z")}).size(), 0);
        QCOMPARE(events(fleet, {QStringLiteral("-n"), QStringLiteral("0")}).size(), 0);
        for (const auto &[option, value] :
            std::initializer_list<std::pair<QString, QString>>{{QStringLiteral("--kind"), QStringLiteral("states")},
                {QStringLiteral("--since"), QStringLiteral("soon")},
                {QStringLiteral("--service"), QStringLiteral("No Name")}, {QStringLiteral("-n"), QStringLiteral("-3")}})
            QCOMPARE(ctl(fleet, {option, value}).exitCode, 2);
    }

    void ctlSaysAChangeOnce()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        const ProgramRun run = runProgram(QStringLiteral("foghornctl"),
            {QStringLiteral("--state-dir"), fleet.state(), QStringLiteral("events"), QStringLiteral("--service"),
                QStringLiteral("b"), QStringLiteral("--kind"), QStringLiteral("state")});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.output.contains(" stopped \u2192 waiting  the fleet comes up\n"), run.output.constData());
        QVERIFY2(!run.output.contains("->"), run.output.constData());
    }

    void whatWasFoundRunningWasUp()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(checksOf(fleet, QStringLiteral("a")) >= 1, 20'000);
        const qint64 pid = fleet.pidOf("b");
        fleet.daemon().kill();
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.pidOf("b"), pid);
        const QJsonObject health = fleet.daemon().get(QStringLiteral("health")).value(u"services").toObject();
        for (const QString &name : {QStringLiteral("a"), QStringLiteral("b")}) {
            for (const QString &window : {QStringLiteral("uptime_1h"), QStringLiteral("uptime_30d")})
                QCOMPARE(health[name][window], QJsonValue(100));
        }
        const QJsonArray spans = historyOf(fleet, QStringLiteral("b")).value(u"state_spans").toArray();
        for (const QJsonValue &span : spans)
            QVERIFY(!span[u"state"].isNull());
    }

    void whatEndedMeanwhileWasDownSinceThen()
    {
        FleetFixture fleet("  a: {command: [sleep, '600'], restart: {policy: never}}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("running"), 20'000);
        const QList<ProcessMark> process = treeOf(fleet.pidOf("a"));
        fleet.daemon().kill();
        sendSignal(process.first().pid, SIGKILL);
        const QString entry = QStringLiteral("/proc/%1").arg(process.first().pid);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(entry), 20'000); // reaped by the keeper, which alone knows
        const QDateTime gone = QDateTime::currentDateTimeUtc();
        // How long it is down is what is measured.
        QTRY_VERIFY_WITH_TIMEOUT(gone.msecsTo(QDateTime::currentDateTimeUtc()) > 1'500, 20'000);
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("failed"), 20'000);
        const QJsonArray spans = historyOf(fleet, QStringLiteral("a")).value(u"state_spans").toArray();
        const QDateTime began = QDateTime::fromString(spans.first()[u"from"].toString(), Qt::ISODateWithMs);
        const QJsonObject health = fleet.daemon().get(QStringLiteral("health")).value(u"services").toObject();
        const auto allMs = static_cast<double>(began.msecsTo(QDateTime::currentDateTimeUtc()));
        const double expected = 100. * static_cast<double>(began.msecsTo(gone)) / allMs;
        const double up = health[u"a"][u"uptime_1h"].toDouble(100);
        QVERIFY2(qAbs(up - expected) < 15, qPrintable(QStringLiteral("%1, not %2").arg(up).arg(expected)));
    }

    /// As when the machine loses its power: orchestrator, keeper and services go at once.
    void whatNobodySawIsNoUptimeAndNoDowntime()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(checksOf(fleet, QStringLiteral("a")) >= 1, 20'000);
        const QList<ProcessMark> all = fleet.daemon().everything();
        fleet.daemon().kill();
        for (const ProcessMark &process : all)
            sendSignal(process.pid, SIGKILL);
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("b"), QStringLiteral("running"), 20'000);
        const QJsonArray spans = historyOf(fleet, QStringLiteral("b")).value(u"state_spans").toArray();
        const auto unseen =
            std::count_if(spans.begin(), spans.end(), [](const QJsonValue &span) { return span[u"state"].isNull(); });
        QCOMPARE(unseen, 1);
    }
};

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"

#include "tests/integration/fleetfixture.h"

#include <QJsonDocument>
#include <QTcpServer>

#include <csignal>

using namespace foghorn;

namespace {

QStringList namesIn(const QJsonObject &answer, QLatin1String member)
{
    QStringList names;
    for (const QJsonValue &name : answer.value(member).toArray())
        names << name.toString();
    return names;
}

} // namespace

/// A fleet file that changes under the real orchestrator.
class tst_reload : public QObject
{
    Q_OBJECT

    /// What the journal says of reloads, oldest first.
    static QStringList reloadsOf(FleetFixture &fleet)
    {
        QStringList messages;
        const QJsonArray events = fleet.daemon().get(QStringLiteral("events")).value(u"events").toArray();
        for (const QJsonValue &event : events) {
            if (event[u"kind"].toString() == u"reload")
                messages << event[u"message"].toString();
        }
        return messages;
    }

    static QByteArray before()
    {
        return "  same: {command: [sleep, '1000']}\n"
               "  other: {command: [sleep, '1000']}\n"
               "  label: {command: [sleep, '1000'], labels: {a: b}}\n"
               "  gone: {command: [sleep, '1000']}\n"
               "  onit: {command: [sleep, '1000'], depends_on: [gone], on_dependency_loss: stop}\n"
               "  off: {command: [sleep, '1000'], autostart: false}\n";
    }
    static QByteArray after()
    {
        return "  fresh: {command: [sleep, '1000'], depends_on: [base]}\n"
               "  base: {command: [sleep, '1000'], autostart: false}\n"
               "  same: {command: [sleep, '1000']}\n"
               "  other: {command: [sleep, '1001']}\n"
               "  label: {command: [sleep, '1000'], labels: {a: c}}\n"
               "  onit: {command: [sleep, '1000']}\n"
               "  off: {command: [sleep, '1001'], autostart: false}\n";
    }

private Q_SLOTS:
    void doesWhatThePlanSays()
    {
        FleetFixture fleet(before());
        QVERIFY(fleet.beginAndSettle());
        const auto pids = fleet.pids();
        fleet.write(after());
        for (const bool isPlan : {true, false}) {
            const ApiAnswer answer = fleet.post("reload", {{QStringLiteral("plan"), isPlan}});
            QCOMPARE(answer.status, 200);
            const QJsonObject object = answer.object();
            QCOMPARE(namesIn(object, QLatin1String("added")), (QStringList{u"fresh"_qs, u"base"_qs}));
            QCOMPARE(namesIn(object, QLatin1String("removed")), QStringList{u"gone"_qs});
            QCOMPARE(namesIn(object, QLatin1String("restarted")), (QStringList{u"other"_qs, u"off"_qs}));
            QCOMPARE(namesIn(object, QLatin1String("updated")), (QStringList{u"label"_qs, u"onit"_qs}));
            if (isPlan)
                QCOMPARE(fleet.pids(), pids);
        }
        QTRY_COMPARE(fleet.stateOf("fresh"), QStringLiteral("running"));
        QTRY_VERIFY(fleet.stateOf("other") == u"running" && fleet.pidOf("other") != pids.value(u"other"_qs));
        for (const char *name : {"same", "label", "onit"})
            QCOMPARE(fleet.pidOf(name), pids.value(QLatin1String(name)));
        QCOMPARE(fleet.stateOf("off"), QStringLiteral("stopped"));
        QCOMPARE(fleet.number("other", "restart_count"), 1);
        QVERIFY(!fleet.pids().contains(u"gone"_qs));
        QVERIFY(!sendSignal(pids.value(u"gone"_qs), 0));
        QCOMPARE(fleet.stateOf("onit"), QStringLiteral("running"));
        QCOMPARE(reloadsOf(fleet), // the plan is none
            QStringList{u"reload: 2 added, 1 removed, 2 restarted, 2 updated in place, 1 untouched"_qs});
        const QJsonObject dependencies = fleet.daemon().get(QStringLiteral("dependencies"));
        QVERIFY(dependencies.value(u"resolution_ms").toDouble() > 0);
        QVERIFY(dependencies.value(u"resolution_ms").toDouble() < 1000);
    }
    void aFaultyFileChangesNothing()
    {
        FleetFixture fleet(before());
        QVERIFY(fleet.beginAndSettle());
        const auto pids = fleet.pids();
        fleet.write("  same: {comand: [x]}\n  b: {command: [x], depends_on: [nobody]}\n");
        const ApiAnswer answer = fleet.post("reload");
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("comand"));
        QVERIFY(answer.body.contains("nobody"));
        QCOMPARE(reloadsOf(fleet).size(), 1);
        QVERIFY(reloadsOf(fleet).first().startsWith(
            u"reload: The fleet file has 3 faults; nothing was changed. Mend them and reload again. "));
        QVERIFY(reloadsOf(fleet).first().contains(u"fleet.yaml:"_qs));
        QCOMPARE(fleet.pids(), pids);
    }
    void aSecondOneIsRefusedMeanwhile()
    {
        FleetFixture fleet("  a: {command: 'trap \"sleep 0.5; exit 0\" TERM; while :; do sleep 0.05; done'}\n  b: "
                           "{command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        fleet.write("  b: {command: [sleep, '1000']}\n");
        const auto first = fleet.send("reload");
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("stopping"));
        QCOMPARE(fleet.post("reload").status, 409);
        QCOMPARE(first->status(), 200);
        QCOMPARE(fleet.pids().keys(), QStringList{u"b"_qs});
    }
    void aSignalMeanwhileLeadsToOneMore_data()
    {
        QTest::addColumn<bool>("isFirstASignal");
        QTest::newRow("during that of a signal") << true;
        QTest::newRow("during that of a caller") << false;
    }
    void aSignalMeanwhileLeadsToOneMore()
    {
        QFETCH(bool, isFirstASignal);
        FleetFixture fleet("  a: {command: 'trap \"while [ ! -e $DIR/go ]; do sleep 0.05; done; exit 0\" TERM; "
                           "while :; do sleep 0.05; done', stop_timeout: 60s}\n"
                           "  b: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        fleet.write("  b: {command: [sleep, '1000']}\n");
        const auto first = isFirstASignal ? nullptr : fleet.send("reload");
        if (isFirstASignal)
            fleet.daemon().signal(SIGHUP);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("stopping"), 20'000);
        fleet.write("  b: {command: [sleep, '1000']}\n  late: {command: [sleep, '1000']}\n");
        for (int i = 0; i < 3; ++i) {
            fleet.daemon().signal(SIGHUP);
            QCOMPARE(fleet.stateOf("a"), QStringLiteral("stopping")); // an answer: the signal has been read
        }
        fleet.touch(QStringLiteral("go"));
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("late"), QStringLiteral("running"), 20'000);
        QCOMPARE(fleet.pids().keys(), (QStringList{u"b"_qs, u"late"_qs}));
        QTRY_COMPARE(fleet.daemon().errors().count("reload: 1 added, 0 removed"), 1);
        if (first)
            QCOMPARE(first->status(), 200);
        QCOMPARE(reloadsOf(fleet).size(), 2);
    }
    void aChangedProbeIsAskedInPlace()
    {
        const auto service = [](const char *probe) -> QByteArray {
            return "  a: {command: [sleep, '1000'], health: {interval: 100ms, timeout: 90ms, auto_recovery: false"
                + QByteArray(probe) + "}}\n";
        };
        FleetFixture fleet(service(", exec: ['true']"));
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("a");
        QTRY_COMPARE(fleet.text("a", "health"), QStringLiteral("healthy"));
        fleet.write(service(", exec: ['false']"));
        QCOMPARE(fleet.post("reload").status, 200);
        QTRY_COMPARE(fleet.text("a", "health"), QStringLiteral("unhealthy"));
        fleet.write("  a: {command: [sleep, '1000']}\n");
        QCOMPARE(fleet.post("reload").status, 200);
        QTRY_COMPARE(fleet.text("a", "health"), QStringLiteral("unknown"));
        QCOMPARE(fleet.pidOf("a"), pid);
    }
    void aProbeTakenAwayEndsTheWaiting()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], health: {exec: ['false']}}\n");
        QVERIFY(fleet.begin());
        QTRY_VERIFY(fleet.pidOf("a") > 0);
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("starting"));
        const qint64 pid = fleet.pidOf("a");
        fleet.write("  a: {command: [sleep, '1000']}\n");
        QCOMPARE(fleet.post("reload").status, 200);
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
        QCOMPARE(fleet.pidOf("a"), pid);
    }
    void automaticPortsStay()
    {
        const QByteArray services =
            "  a: {command: 'echo $$FOGHORN_PORT_HTTP > $DIR/port; exec sleep 1000', ports: {http: auto}}\n"
            "  off: {command: 'echo $$FOGHORN_PORT_HTTP > $DIR/off; exec sleep 1000', ports: {http: auto}, autostart: "
            "false}\n";
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(fleet.read(u"port"_qs).size() > 2);
        const QByteArray port = fleet.read(u"port"_qs);
        QCOMPARE(fleet.post("start/off").status, 200);
        QTRY_VERIFY(fleet.read(u"off"_qs).size() > 2);
        const QByteArray off = fleet.read(u"off"_qs);
        QVERIFY(port != off);
        const auto again = [&fleet](const QString &file) { return QFile::remove(fleet.path(file)); };
        QVERIFY(again(u"port"_qs));
        QCOMPARE(fleet.post("restart/a").status, 200);
        QTRY_COMPARE(fleet.read(u"port"_qs), port);
        fleet.write("  first: {command: [sleep, '1000'], ports: {x: auto}}\n" + services);
        QCOMPARE(fleet.post("reload").status, 200);
        QVERIFY(again(u"port"_qs) && again(u"off"_qs));
        QCOMPARE(fleet.daemon().stop(), 0);
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE(fleet.read(u"port"_qs), port);
        QCOMPARE(fleet.post("start/off").status, 200);
        QTRY_COMPARE(fleet.read(u"off"_qs), off);
    }
    void aFleetKeepsItsNameWhileItRuns()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("a");
        fleet.writeRaw("# a comment\nfleet: other\nservices:\n  b: {command: [sleep, '1000']}\n");
        const ApiAnswer answer = fleet.post("reload");
        QCOMPARE(answer.status, 400);
        const QByteArray text = QJsonDocument(answer.object()).toJson();
        QVERIFY2(text.contains("fleet.yaml:2:8: fleet 't' cannot be renamed to 'other'"), text.constData());
        QCOMPARE(fleet.pidOf("a"), pid);
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("running"));
    }
    void aReloadUnderWayDoesNotOutliveAShutdown()
    {
        FleetFixture fleet("  a: {command: 'trap \"sleep 0.5; exit 0\" TERM; while :; do sleep 0.05; done'}\n");
        QVERIFY(fleet.beginAndSettle());
        const QList<ProcessMark> all = fleet.daemon().everything();
        fleet.write("  b: {command: [sleep, '1000']}\n");
        const auto reload = fleet.send("reload");
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("stopping"));
        QCOMPARE(fleet.daemon().stop(), 0);
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
        QVERIFY(!fleet.read(u"state/keeper.state"_qs).contains("\nb"));
    }
};

QTEST_GUILESS_MAIN(tst_reload)
#include "tst_reload.moc"

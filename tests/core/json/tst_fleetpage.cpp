#include "core/json/eventsanswer.h"
#include "core/json/fleetanswers.h"
#include "core/json/fleetpage.h"
#include "core/json/historyanswer.h"
#include "core/json/statusfacts.h"
#include "core/json/statusmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

const WallTime at = *fromRfc3339("2026-11-23T00:31:07.042Z");

QJsonObject objectOf(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

CheckResult check(WallTime time, Health health, const QString &message)
{
    CheckResult result;
    result.service = QStringLiteral("edge");
    result.at = time;
    result.passed = health == Health::Healthy;
    result.timedOut = health == Health::Unhealthy;
    result.responseTime = 12'345us;
    result.message = message;
    result.healthAfter = health;
    return result;
}

ServiceInfo edgeInfo()
{
    ServiceInfo info;
    info.name = QStringLiteral("edge");
    info.type = QStringLiteral("gateway");
    info.description = QStringLiteral("The \"edge\" — it faces out\n\t<b>");
    info.version = QStringLiteral("1.2");
    info.labels = {{QStringLiteral("team"), QStringLiteral("net")}};
    info.critical = false;
    info.autostart = false;
    info.job = true;
    info.hasProbe = true;
    info.layer = 1;
    info.required = {QStringLiteral("dao")};
    info.ports = {{QStringLiteral("web"), 8080, true}};
    info.endpoints = {{QStringLiteral("z"), QStringLiteral("http://h:1/")}, {QStringLiteral("a"), QString()}};
    info.logFile = QStringLiteral("/tmp/edge.log");
    info.heartbeat = {7s, 21s};
    info.beatsItself = true;
    info.stopTimeout = 12s;
    info.startTimeout = 13s;
    info.failureThreshold = 5;
    return info;
}

ServiceStatus edgeStatus()
{
    ServiceStatus status;
    status.service = QStringLiteral("edge");
    status.goal = Goal::Up;
    status.state = RunState::Backoff;
    status.cause = Cause::Signaled;
    status.since = at;
    status.nextAttemptAt = at + 4s;
    status.blockers = {{QStringLiteral("dao"), DependencyCondition::Completed, false},
        {QStringLiteral("db"), DependencyCondition::Healthy, true}};
    status.pid = 4711;
    status.startedAt = at - 1min;
    status.restartCount = 7;
    status.restartAttempts = 2;
    status.maxAttempts = 3;
    status.lastRestart = at - 1min;
    status.lastExit = ExitInfo{ExitInfo::Kind::Signaled, 0, 11, true, {}};
    status.lastError = QStringLiteral("ended by SIGSEGV");
    status.lostDependencies = {QStringLiteral("dao")};
    status.lingering = {{99, QStringLiteral("sleep 1000"), at}, {100, QStringLiteral("[x]"), std::nullopt}};
    return status;
}

} // namespace

/// What the API writes is read back as it was.
class TestFleetPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picturesComeBackWhole();
    void commandLinesStayAtHome();
    void pagesAreCutFromTheOrder();
    void strangersAreRefused_data();
    void strangersAreRefused();
    void checksComeBack();
    void eventsComeBack();
    void reloadsComeBack();
    void historyComesBack();
    void brokenPiecesAreLeftOut();

private:
    static void fill(ServiceRegistry &registry)
    {
        ServiceInfo dao;
        dao.name = QStringLiteral("dao");
        ServiceInfo edge = edgeInfo();
        edge.command = {QStringLiteral("edge"), QStringLiteral("--password=hunter2")};
        FleetOutline outline;
        outline.name = QStringLiteral("test");
        outline.services = {dao, edge};
        outline.resolutionMilliseconds = 0.25;
        outline.graph =
            std::get<DependencyGraph>(DependencyGraph::build({dao.name, edge.name}, {{0, 1, EdgeKind::Required}}));
        registry.setOutline(outline);
        registry.setInitialized(true);
    }
};

void TestFleetPage::picturesComeBackWhole()
{
    ServiceRegistry registry;
    fill(registry);
    const ServiceId edge = QStringLiteral("edge");
    registry.update(edgeStatus());
    const QList<CheckResult> checks{check(at, Health::Healthy, QStringLiteral("ok")),
        check(at + 1s, Health::Degraded, QStringLiteral("HTTP 503")),
        check(at + 2s, Health::Healthy, QStringLiteral("ok"))};
    UptimeLedger uptime;
    uptime.note(at, UptimeLedger::Condition::Up);
    uptime.note(at + 5s, UptimeLedger::Condition::Down);
    registry.restore(edge, checks, uptime);
    CheckResult last = check(at + 3s, Health::Unhealthy, QStringLiteral("no answer"));
    last.details = {
        {QStringLiteral("probe"), QStringLiteral("http")}, {QStringLiteral("status_code"), QStringLiteral("503")}};
    registry.recordCheck(last, {Health::Unhealthy, 3, 0});
    registry.recordAnnouncement(edge, {QStringLiteral("warming up"), true, false});
    const ResourceUse use{12.5, 250ms, 1 << 20, 2, 3, 4};
    registry.recordUse({{edge, use}});
    registry.recordHeartbeat(edge, {{}, at});

    const Result<FleetPage> page = fleetPageFromJson(fleetPageAnswer(registry, {QStringLiteral("0.9"), 0, 100, 3, 17}));
    QVERIFY(page.isOk());
    QVERIFY(page.value().mayOperate);
    QVERIFY(!fleetPageFromJson(fleetPageAnswer(registry, {{}, 0, 100, 3, 17, false})).value().mayOperate);
    QCOMPARE(page.value().version, QStringLiteral("0.9"));
    QCOMPARE(page.value().fleet, QStringLiteral("test"));
    QCOMPARE(page.value().total, 2);
    QVERIFY(page.value().isInitialized);
    QCOMPARE(page.value().resolutionMilliseconds, 0.25);
    QCOMPARE(page.value().firstEventId, 3);
    QCOMPARE(page.value().lastEventId, 17);
    const ServicePicture &picture = page.value().services.at(1);
    QVERIFY(picture.info == edgeInfo());
    QVERIFY(picture.status == edgeStatus());
    QVERIFY((picture.health == HealthSummary{Health::Unhealthy, 3, 0}));
    QVERIFY(picture.checks == checks + QList<CheckResult>{last});
    // spans of the same kind that touch are one when they come back
    QVERIFY(picture.uptime.spans() == UptimeLedger::fromSpans(registry.find(edge)->uptime.spans()).spans());
    QVERIFY(picture.use == use);
    QVERIFY((picture.said == Announcement{QStringLiteral("warming up"), true, false}));
    QCOMPARE(picture.lastHeartbeat, std::optional(at));
    QCOMPARE(picture.registeredAt, registry.find(edge)->registeredAt);
}

void TestFleetPage::commandLinesStayAtHome()
{
    ServiceRegistry registry;
    fill(registry);
    QVERIFY(!fleetPageAnswer(registry, {{}, 0, 100, 0, 0}).contains("hunter2"));
}

void TestFleetPage::pagesAreCutFromTheOrder()
{
    ServiceRegistry registry;
    fill(registry);
    const auto namesAt = [&registry](qsizetype offset, qsizetype limit) {
        const Result<FleetPage> page = fleetPageFromJson(fleetPageAnswer(registry, {{}, offset, limit, 0, 0}));
        QStringList names;
        for (const ServicePicture &picture : page.value().services)
            names << picture.info.name;
        return names;
    };
    QCOMPARE(namesAt(0, 1), QStringList{QStringLiteral("dao")});
    QCOMPARE(namesAt(1, 1), QStringList{QStringLiteral("edge")});
    QCOMPARE(namesAt(2, 1), QStringList());
    QCOMPARE(namesAt(1'000'000, 200), QStringList());
}

void TestFleetPage::strangersAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("no Foghorn");
    QTest::newRow("page") << QByteArray("<html>hello") << QStringLiteral("no Foghorn");
    QTest::newRow("other") << QByteArray(R"({"success":true,"services":{}})") << QStringLiteral("no Foghorn");
    QTest::newRow("newer") << QByteArray(R"({"format":2,"version":"9.1"})") << QStringLiteral("Foghorn 9.1");
}

void TestFleetPage::strangersAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, word);
    const Result<FleetPage> page = fleetPageFromJson(body);
    QVERIFY(!page.isOk());
    QVERIFY2(page.error().text.contains(word), qPrintable(page.error().text));
}

void TestFleetPage::checksComeBack()
{
    CheckResult result = check(at, Health::Unhealthy, QStringLiteral("no answer within 5 s"));
    result.details = {
        {QStringLiteral("banner"), QStringLiteral("7")}, {QStringLiteral("exit_code"), QStringLiteral("7")}};
    JsonWriter json;
    writeCheck(json, result);
    const std::optional<CheckResult> back = checkFromJson(objectOf(json.bytes()));
    QVERIFY(back && *back == result);
}

void TestFleetPage::eventsComeBack()
{
    Event full{5, at, EventKind::StateChanged, QStringLiteral("edge"), QStringLiteral("running"),
        QStringLiteral("backoff"), QStringLiteral("Exited"), QStringLiteral("operator"), QStringLiteral("It ended")};
    Event bare;
    bare.id = 6;
    bare.at = at + 1ms;
    bare.message = QStringLiteral("x");
    const EventPage page = eventPageFromJson(objectOf(eventsAnswer({full, bare}, 2, 6)));
    QCOMPARE(page.firstId, 2);
    QVERIFY((page.events == QList<Event>{full, bare}));
}

void TestFleetPage::reloadsComeBack()
{
    ReloadOutcome outcome;
    outcome.message = QStringLiteral("done");
    outcome.warnings = {QStringLiteral("w")};
    outcome.added = {QStringLiteral("a")};
    outcome.removed = {QStringLiteral("b")};
    outcome.restarted = {QStringLiteral("c")};
    outcome.updated = {QStringLiteral("d")};
    outcome.untouched = 9;
    const ReloadOutcome back = reloadFromJson(objectOf(reloadAnswer(outcome, true)));
    QCOMPARE(back.message, outcome.message);
    QCOMPARE(back.warnings, outcome.warnings);
    QCOMPARE(back.added + back.removed + back.restarted + back.updated,
        outcome.added + outcome.removed + outcome.restarted + outcome.updated);
    QCOMPARE(back.untouched, 9);
}

void TestFleetPage::historyComesBack()
{
    ServiceHistory history;
    history.checks = {
        {at, at + 1s, 4, 3, 1'500us, 2'500us, 9'001us, 12ms, check(at, Health::Degraded, QStringLiteral("HTTP 500"))}};
    Event change{0, at, EventKind::StateChanged, QStringLiteral("edge"), QStringLiteral("starting"),
        QStringLiteral("running"), QStringLiteral("Command"), {}, QStringLiteral("edge runs")};
    history.states = {change};
    history.stateSpans = {{at, at + 5s, std::nullopt, Cause::None}, {at + 5s, {}, RunState::Running, Cause::Command}};
    history.healthSpans = {{at, at + 5s, Health::Unhealthy}, {at + 5s, {}, Health::Healthy}};
    HistoryQuery query;
    query.service = QStringLiteral("edge");
    const ServiceHistory back = historyFromJson(objectOf(historyAnswer(history, query)));
    QVERIFY(back.checks == history.checks);
    QVERIFY(back.states == history.states);
    QVERIFY(back.stateSpans == history.stateSpans);
    QVERIFY(back.healthSpans == history.healthSpans);
}

void TestFleetPage::brokenPiecesAreLeftOut()
{
    QVERIFY(!eventFromJson({}));
    QVERIFY(!checkFromJson({}));
    QVERIFY(!statusFromJson(QStringLiteral("edge"), {{QStringLiteral("state"), QStringLiteral("flying")}}));
    const Result<FleetPage> page = fleetPageFromJson(
        R"({"format":1,"services":[7,{},{"name":"a","state":"running"},{"name":"b","state":"running",
            "cause":"None","since":"2026-11-23T00:31:07.042Z","checks":[[],[1,"h"],"x",{"a":1}],"uptime_spans":[[],3]}]})");
    QVERIFY(page.isOk());
    QCOMPARE(page.value().services.size(), 1);
    QCOMPARE(page.value().services.first().info.name, QStringLiteral("b"));
}

QTEST_GUILESS_MAIN(TestFleetPage)
#include "tst_fleetpage.moc"

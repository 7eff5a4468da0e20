#include "core/api/statuspage.h"
#include "core/api/statuspagehtml.h"
#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

using namespace foghorn;

/// The status page as it is served: who may see it, what it holds without any script, and that nothing a service says
/// becomes markup.
class TestStatusPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fleet = std::make_unique<FakeFleet>(5); }
    void cleanup() { m_fleet.reset(); }

    void asksForATokenAsBrowsersKnowIt();
    void publicNeedsNoTokenAndTellsLess();
    void offIsNotThere();
    void basicIsGoodForThePageAlone();
    void isStrict();
    void isReadableWithoutScript();
    void urgentServicesComeFirst();
    void hostileTextsStayText();
    void assetsAreServed();
    void strips_data();
    void strips();
    void percents();
    void twoThousandServicesStayLight();
    void isWrittenOnceASecondAndNeverStale();
    void whatIsKeptIsCheap();

private:
    RawReply page(const QByteArray &headers = "Authorization: Bearer " + FakeFleet::viewerToken + "\r\n")
    {
        return call(m_fleet->server->port(), request("GET", "/", {}, {}, headers));
    }
    static QByteArray basic(const QByteArray &pair) { return "Authorization: Basic " + pair.toBase64() + "\r\n"; }

    std::unique_ptr<FakeFleet> m_fleet;
};

void TestStatusPage::asksForATokenAsBrowsersKnowIt()
{
    QVERIFY(m_fleet->open());
    RawClient client(m_fleet->server->port());
    client.send(request("GET", "/"));
    QVERIFY(QTest::qWaitFor([&client] { return client.socket().bytesAvailable() > 0; }));
    QVERIFY(client.socket().peek(4096).contains("WWW-Authenticate: Basic realm="));
    QCOMPARE(client.read().status, 401);
    QCOMPARE(page(basic("me:" + FakeFleet::viewerToken)).status, 200);
    QCOMPARE(page(basic(":" + FakeFleet::operatorToken)).status, 200);
    QCOMPARE(page().status, 200);
    for (const QByteArray &wrong : QList<QByteArray>{
             basic("me:nonsense"), basic(FakeFleet::viewerToken), basic("me:"), "Authorization: Basic ???\r\n"})
        QCOMPARE(page(wrong).status, 401);
}

void TestStatusPage::publicNeedsNoTokenAndTellsLess()
{
    m_fleet->options.statusPage = StatusPageAccess::Public;
    QVERIFY(m_fleet->open());
    Event event;
    event.message = QStringLiteral("a secret of the journal");
    m_fleet->events.append(event);
    CheckResult check = m_fleet->check(QStringLiteral("edge"), false);
    check.message = QStringLiteral("a secret of a check");
    m_fleet->registry.recordCheck(check, {Health::Degraded, 1, 0});
    const RawReply reply = page({});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains(">edge<") && reply.body.contains("Running · Degraded"));
    for (const QByteArray &word : QList<QByteArray>{"secret", "class=\"why\"", "class=\"strip\"", "critical", "4711"})
        QVERIFY2(!reply.body.contains(word), word.constData());
    QCOMPARE(call(m_fleet->server->port(), request("GET", "/api/orchestration/services")).status, 401);
}

void TestStatusPage::offIsNotThere()
{
    m_fleet->options.statusPage = StatusPageAccess::Off;
    QVERIFY(m_fleet->open());
    QCOMPARE(page().status, 404);
    QCOMPARE(page({}).status, 404);
    QCOMPARE(call(m_fleet->server->port(), request("GET", "/status/page.js")).status, 404);
}

void TestStatusPage::basicIsGoodForThePageAlone()
{
    QVERIFY(m_fleet->open());
    const QByteArray header = basic("me:" + FakeFleet::operatorToken);
    QCOMPARE(call(m_fleet->server->port(), request("GET", "/api/orchestration/services", {}, {}, header)).status, 401);
    QCOMPARE(call(m_fleet->server->port(), webSocketRequest({}, header)).status, 401);
    // a browser sends both: the ticket counts
    const QByteArray ticket = ticketOf(page(header));
    const RawReply reply = call(
        m_fleet->server->port(), webSocketRequest({}, header + "Sec-WebSocket-Protocol: ticket." + ticket + "\r\n"));
    QCOMPARE(reply.status, 101);
    QCOMPARE(reply.headers.value("sec-websocket-protocol"), QByteArray("ticket." + ticket));
}

void TestStatusPage::isStrict()
{
    QVERIFY(m_fleet->open());
    const RawReply reply = page();
    QCOMPARE(reply.headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
    const QByteArray policy = reply.headers.value("content-security-policy");
    QVERIFY(policy.startsWith("default-src 'none'"));
    QVERIFY(!policy.contains("unsafe"));
    QVERIFY(policy.contains("frame-ancestors 'none'"));
    QCOMPARE(reply.headers.value("referrer-policy"), QByteArray("no-referrer"));
    for (const QByteArray &word :
        QList<QByteArray>{"style=", "<style", "onclick", "onload", "http://", "https://", "javascript:"})
        QVERIFY2(!reply.body.contains(word), word.constData());
    QCOMPARE(reply.body.count("<script"), 1);
    QVERIFY(ticketOf(reply) != ticketOf(page()));
}

void TestStatusPage::isReadableWithoutScript()
{
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("edge")), {Health::Healthy, 0, 1});
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("edge"), false), {Health::Degraded, 1, 0});
    m_fleet->setState(QStringLiteral("dao"), RunState::Failed, Cause::RestartLimit);
    QVERIFY(m_fleet->open());
    const QByteArray body = page().body;
    QVERIFY(body.contains("<title>test: 1 of 5 services is down, 1 needs attention</title>"));
    for (const QByteArray &part : QList<QByteArray>{"<table role=\"table\">", "scope=\"row\"", "scope=\"col\"",
             "aria-live=\"polite\"", "#glyph-failed", "Running · Degraded", "Running · Not checked yet",
             "last 2 checks: 1 healthy, 1 degraded", "2026-11-23T00:31:07.042Z", "<caption>"})
        QVERIFY2(body.contains(part), part.constData());
    QVERIFY(body.size() < 60'000);
}

void TestStatusPage::urgentServicesComeFirst()
{
    m_fleet->setState(QStringLiteral("service-4"), RunState::Failed, Cause::Exited);
    m_fleet->setState(QStringLiteral("harvest"), RunState::Backoff, Cause::Exited);
    QVERIFY(m_fleet->open());
    const QByteArray body = page().body;
    const QByteArray first = "data-name=\"service-4\"";
    QVERIFY(body.indexOf(first) < body.indexOf("data-name=\"harvest\""));
    QVERIFY(body.indexOf("data-name=\"harvest\"") < body.indexOf("data-name=\"dao\""));
}

void TestStatusPage::hostileTextsStayText()
{
    const QString nasty = QStringLiteral("</td><script>alert(1)</script>\"'&\u202e\x1b[2J");
    ServiceStatus status = m_fleet->registry.find(QStringLiteral("dao"))->status;
    status.state = RunState::Failed;
    status.cause = Cause::SpawnFailed;
    status.lastError = nasty;
    ExitInfo exit;
    exit.kind = ExitInfo::Kind::SpawnFailed;
    exit.reason = nasty;
    status.lastExit = exit;
    m_fleet->registry.update(status);
    Event event;
    event.message = nasty;
    m_fleet->events.append(event);
    QVERIFY(m_fleet->open());
    const QByteArray body = page().body;
    QVERIFY(body.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
    QVERIFY(!body.contains("<script>alert") && !body.contains('\x1b') && !body.contains("\xe2\x80\xae"));
}

void TestStatusPage::assetsAreServed()
{
    QVERIFY(m_fleet->open());
    const QHash<QByteArray, QByteArray> types{{"page.css", "text/css; charset=utf-8"},
        {"page.js", "text/javascript; charset=utf-8"}, {"icon.svg", "image/svg+xml"}};
    for (auto type = types.cbegin(); type != types.cend(); ++type) {
        const RawReply reply = call(m_fleet->server->port(), request("GET", "/status/" + type.key()));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), type.value());
        QVERIFY(reply.body.size() > 200);
    }
}

void TestStatusPage::strips_data()
{
    QTest::addColumn<QByteArray>("letters");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("none") << QByteArray() << QByteArray("no checks yet");
    QTest::newRow("one in words") << QByteArray("h") << QByteArray("last 1 check: 1 healthy");
    QTest::newRow("one") << QByteArray("h") << QByteArray("<path class=\"h\" d=\"M59 12.8h1\"/>");
    QTest::newRow("runs") << QByteArray("hhddh") << QByteArray("<path class=\"h\" d=\"M55 12.8h2M59 12.8h1\"/>");
    QTest::newRow("cut bars") << QByteArray("u") << QByteArray("<path class=\"u\" d=\"M59 3.5h1M59 12.5h1\"/>");
    QTest::newRow("the newest sixty") << QByteArray(40, 'u') + QByteArray(60, 'h') << QByteArray("d=\"M0 12.8h60\"");
    QTest::newRow("in words") << QByteArray("hhu?") << QByteArray("last 4 checks: 2 healthy, 1 unhealthy, 1 unknown");
}

void TestStatusPage::strips()
{
    QFETCH(QByteArray, letters);
    QFETCH(QByteArray, part);
    const StatusPageWords words(Phrasebook::of(Language::English));
    QVERIFY2(htmlStrip(words, letters).contains(part), htmlStrip(words, letters).constData());
}

void TestStatusPage::percents()
{
    const StatusPageWords words(Phrasebook::of(Language::English));
    QCOMPARE(htmlPercent(words, 1.0), QByteArray("100&nbsp;%"));
    QCOMPARE(htmlPercent(words, 0.99999), QByteArray("99.99&nbsp;%"));
    QCOMPARE(htmlPercent(words, 0.5), QByteArray("50.00&nbsp;%"));
    QCOMPARE(htmlPercent(words, 0.0), QByteArray("0&nbsp;%"));
    QVERIFY(htmlPercent(words, std::nullopt).contains("&ndash;"));
    const StatusPageWords german(Phrasebook::of(Language::German));
    QCOMPARE(htmlPercent(german, 0.99999), QByteArray("99,99&nbsp;%"));
}

void TestStatusPage::twoThousandServicesStayLight()
{
    m_fleet = std::make_unique<FakeFleet>(2000);
    for (const ServiceId &service : m_fleet->registry.order()) {
        for (int i = 0; i < 100; ++i)
            m_fleet->registry.recordCheck(m_fleet->check(service, i % 9 != 0), {Health::Healthy, 0, 1});
    }
    QVERIFY(m_fleet->open());
    QElapsedTimer clock;
    clock.start();
    const RawReply reply = page();
    qInfo("2000 services: %lld ms, %lld bytes", clock.elapsed(), qint64(reply.body.size()));
    QCOMPARE(reply.body.count("<tr "), 2002); // head and template too
    QVERIFY(reply.body.size() < 4'000'000);
}

void TestStatusPage::isWrittenOnceASecondAndNeverStale()
{
    StatusPage page(
        m_fleet->registry, m_fleet->events, StreamAudience::Token, Phrasebook::of(Language::English), "1.2.3");
    const WallTime second = std::chrono::floor<std::chrono::seconds>(Now::read().wall) + std::chrono::seconds(10);
    UptimeLedger ledger;
    ledger.note(second - std::chrono::seconds(100), UptimeLedger::Condition::Up);
    ledger.note(second - std::chrono::seconds(50), UptimeLedger::Condition::Down);
    m_fleet->registry.restoreUptime(QStringLiteral("edge"), ledger);
    m_fleet->setState(QStringLiteral("edge"), RunState::Failed, Cause::Exited);
    const QByteArray first = page.html("one", second);
    QVERIFY(first.contains("data-ticket=\"one\"") && first.contains(toRfc3339(second)));
    QVERIFY(first.contains("50.00&nbsp;%"));
    QCOMPARE(
        page.html("two", second + std::chrono::milliseconds(999)), QByteArray(first).replace("\"one\"", "\"two\""));
    const WallTime next = second + std::chrono::seconds(1); // the uptime has moved by itself
    const QByteArray later = page.html("one", next);
    QVERIFY(later.contains(toRfc3339(next)) && later.contains("49.50&nbsp;%") && !later.contains("50.00&nbsp;%"));
    m_fleet->setState(QStringLiteral("dao"), RunState::Backoff, Cause::Exited);
    QVERIFY(page.html("one", next).contains("<title>test: 2 of 5 services are down</title>"));
    Event event;
    event.kind = EventKind::Fleet;
    event.message = QStringLiteral("something happened");
    m_fleet->events.append(event);
    const QByteArray told = page.html("one", next);
    QVERIFY(told.contains("something happened") && told.contains("data-after=\"1\""));
    const WallTime tomorrow = next + std::chrono::hours(24);
    const QByteArray since = toRfc3339(m_fleet->at).first(10) + " 00:31";
    QVERIFY(page.html("one", tomorrow + std::chrono::hours(24)).contains(since)); // with its date by now
    ServiceInfo info;
    info.name = QStringLiteral("newcomer");
    m_fleet->registry.addExternal(info, Now::read());
    QVERIFY(page.html("one", next).contains("data-name=\"newcomer\""));
    m_fleet->registry.removeExternal(info.name);
    QVERIFY(!page.html("one", next).contains("data-name=\"newcomer\""));
}

void TestStatusPage::whatIsKeptIsCheap()
{
    FakeFleet many(2000);
    const WallTime second = std::chrono::floor<std::chrono::seconds>(Now::read().wall);
    const auto microseconds = [](StatusPage &page, WallTime at) {
        QElapsedTimer clock;
        clock.start();
        page.html("ticket", at);
        return clock.nsecsElapsed() / 1000;
    };
    qint64 anew = std::numeric_limits<qint64>::max();
    qint64 kept = anew;
    qint64 moved = anew; // a second later: uptimes only
    for (int i = 0; i < 5; ++i) {
        StatusPage page(many.registry, many.events, StreamAudience::Token, Phrasebook::of(Language::English), "1.2.3");
        anew = std::min(anew, microseconds(page, second));
        kept = std::min(kept, microseconds(page, second));
        moved = std::min(moved, microseconds(page, second + std::chrono::seconds(1)));
    }
    qInfo("2000 services: anew %lld, a second later %lld, kept %lld microseconds", anew, moved, kept);
    QVERIFY(kept * 4 < anew);
    QVERIFY(moved < anew);
}

QTEST_GUILESS_MAIN(TestStatusPage)
#include "tst_statuspage.moc"

#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

using namespace foghorn;

/// What is said while the store has too many questions already, and that the OpenAPI document says for which calls.
class TestBusyAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>(3);
        // events 1 to 1900 are in the store alone, 1901 to 1905 in memory too
        m_fleet->events.continueAfter(1900);
        m_fleet->events.setOldestKept(1);
        for (int i = 0; i < 5; ++i) {
            Event event;
            event.at = m_fleet->at;
            event.kind = EventKind::Fleet;
            m_fleet->events.append(event);
        }
        QVERIFY(m_fleet->open());
        m_fleet->history.busy = true;
    }
    void cleanup() { m_fleet.reset(); }

    void questionsToTheStore_data();
    void questionsToTheStore();
    void goOnOnceItIsNot();
    void everyCallThatCanSaySoIsDocumented();

private:
    RawReply get(const QByteArray &target, const QByteArray &method = "GET")
    {
        return call(m_fleet->server->port(), request(method, "/api/orchestration" + target, FakeFleet::viewerToken));
    }
    std::unique_ptr<FakeFleet> m_fleet;
};

void TestBusyAnswers::questionsToTheStore_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("history") << QByteArray("/service/dao/history") << 429;
    QTest::newRow("history of a time") << QByteArray("/service/dao/history?from=2026-11-23T00:00:00Z&points=1") << 429;
    QTest::newRow("old events") << QByteArray("/events?after=0") << 429;
    QTest::newRow("more than memory has") << QByteArray("/events?limit=6") << 429;
    QTest::newRow("of a service") << QByteArray("/events?service=dao") << 429;
    // what is wrong is said first
    QTest::newRow("no such service") << QByteArray("/service/nobody/history") << 404;
    QTest::newRow("no number") << QByteArray("/service/dao/history?points=many") << 400;
    QTest::newRow("no such kind") << QByteArray("/events?kind=nonsense") << 400;
    // what needs no store goes on
    QTest::newRow("the newest events") << QByteArray("/events?limit=5") << 200;
    QTest::newRow("events in memory") << QByteArray("/events?after=1900") << 200;
    QTest::newRow("nothing new") << QByteArray("/events?after=1905") << 200;
    QTest::newRow("services") << QByteArray("/services") << 200;
}

void TestBusyAnswers::questionsToTheStore()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    const RawReply reply = get(target);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.contains("retry-after"), status == 429);
    QVERIFY(m_fleet->history.asked.isEmpty() && m_fleet->history.askedForEvents.isEmpty());
    if (status != 429)
        return;
    QCOMPARE(reply.headers.value("retry-after"), QByteArray("1"));
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(reply.json()[u"success"], QJsonValue(false));
    QCOMPARE(reply.json()[u"status"], QJsonValue(429));
    QVERIFY(reply.json()[u"detail"].toString().contains(QStringLiteral("try again in a second")));
}

void TestBusyAnswers::goOnOnceItIsNot()
{
    QCOMPARE(get("/service/dao/history").status, 429);
    QCOMPARE(get("/events?after=0").status, 429);
    m_fleet->history.busy = false;
    QCOMPARE(get("/service/dao/history").status, 200);
    QCOMPARE(get("/events?after=0").status, 200);
    QCOMPARE(m_fleet->history.asked.size(), 1);
    QCOMPARE(m_fleet->history.askedForEvents.size(), 1);
}

void TestBusyAnswers::everyCallThatCanSaySoIsDocumented()
{
    const QJsonObject paths = get("/openapi.json").json()[u"paths"].toObject();
    int slow = 0;
    for (const Route &route : m_fleet->server->router().routes()) {
        const QJsonObject responses =
            paths[QString::fromLatin1(route.pattern)][QString::fromLatin1(route.method.toLower())][u"responses"]
                .toObject();
        const QByteArray call = route.method + ' ' + route.pattern;
        const bool isSlow = bool(route.slowHandler);
        slow += isSlow ? 1 : 0;
        QVERIFY2(responses.contains(u"429") == isSlow, call.constData());
        QVERIFY2(!isSlow || (responses.contains(u"503") && responses.contains(u"504")), call.constData());
        if (isSlow)
            QVERIFY2(responses[u"429"][u"headers"].toObject().contains(u"Retry-After"), call.constData());
    }
    QVERIFY(slow > 10);
}

QTEST_GUILESS_MAIN(TestBusyAnswers)
#include "tst_busyanswers.moc"

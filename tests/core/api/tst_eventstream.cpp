#include "core/api/eventstream.h"
#include "tests/core/api/streamfixture.h"

using namespace foghorn;

/// What listeners of the event stream are told: snapshot, events, updates; slow readers; the end.
class TestEventStream : public QObject, private StreamFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(3); }
    void cleanup() { end(); }

    void beginsWithASnapshot();
    void tellsEventsAsTheJournalHasThem();
    void tellsUpdatesToThoseWhoAsk();
    void tokensComeBySubprotocolToo();
    void ticketsAreGoodOnce();
    void publicTicketsShowStatesOnly();
    void slowReadersAreCutOffAndOthersAreNot();
    void pingsTheSilentAndCutsTheDead();
    void tooManyListenersAreRefused();
    void thePublicGetsHalfOfThePlaces();
    void endsWithGoingAway();
    void manyListenersAndManyEvents();
};

void TestEventStream::beginsWithASnapshot()
{
    note(7);
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("edge")), {Health::Healthy, 0, 1});
    StreamClient &client = listen();
    QVERIFY(client.waitFor(1));
    const QJsonObject snapshot = client.messages.first();
    QCOMPARE(snapshot[u"type"], QJsonValue(QStringLiteral("snapshot")));
    QCOMPARE(snapshot[u"fleet"], QJsonValue(QStringLiteral("test")));
    QCOMPARE(snapshot[u"last_event_id"], QJsonValue(7));
    QCOMPARE(snapshot[u"total_services"], QJsonValue(3));
    QVERIFY(snapshot.contains(u"composite_health"));
    const QJsonObject edge = snapshot[u"services"][u"edge"].toObject();
    QCOMPARE(edge[u"state"], QJsonValue(QStringLiteral("running")));
    QCOMPARE(edge[u"health"], QJsonValue(QStringLiteral("healthy")));
    QCOMPARE(edge[u"checks"], QJsonValue(QStringLiteral("h")));
    QCOMPARE(edge[u"pid"], QJsonValue(4711));
    QCOMPARE(edge[u"look"][u"text"], QJsonValue(QStringLiteral("Running · Healthy")));
    for (const char *member : {"status", "cause", "why", "since", "restart_count", "restart_attempts", "layer",
             "is_critical", "uptime_1h", "uptime_24h", "uptime_7d", "response_time_ms", "last_error"})
        QVERIFY2(edge.contains(QLatin1String(member)), member);
}

void TestEventStream::tellsEventsAsTheJournalHasThem()
{
    StreamClient &client = listen();
    QVERIFY(client.waitFor(1));
    Event event;
    event.at = m_fleet->at;
    event.kind = EventKind::StateChanged;
    event.service = QStringLiteral("edge");
    event.from = QStringLiteral("running");
    event.to = QStringLiteral("backoff");
    event.cause = QStringLiteral("Exited");
    event.message = QStringLiteral("</script> \"quoted\" \u2028 ☂");
    m_fleet->events.append(event);
    QVERIFY(client.waitFor(2));
    QCOMPARE(QJsonDocument(client.messages.at(1)).toJson(),
        QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("event")}, {QStringLiteral("id"), 1},
                          {QStringLiteral("timestamp"), QStringLiteral("2026-11-23T00:31:07.042Z")},
                          {QStringLiteral("kind"), QStringLiteral("state")}, {QStringLiteral("service"), event.service},
                          {QStringLiteral("from"), event.from}, {QStringLiteral("to"), event.to},
                          {QStringLiteral("cause"), event.cause}, {QStringLiteral("actor"), QJsonValue()},
                          {QStringLiteral("message"), event.message}})
            .toJson());
}

void TestEventStream::tellsUpdatesToThoseWhoAsk()
{
    StreamClient &plain = listen();
    StreamClient &full = listen(QStringLiteral("?updates=true"));
    QVERIFY(plain.waitFor(1) && full.waitFor(1));
    m_fleet->setState(QStringLiteral("edge"), RunState::Failed, Cause::Signaled);
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, 1});
    QTRY_VERIFY(!full.ofType(QStringLiteral("update")).isEmpty() && !full.ofType(QStringLiteral("check")).isEmpty());
    const QJsonObject update = full.ofType(QStringLiteral("update")).first();
    const QJsonObject edge = update[u"services"][u"edge"].toObject();
    QCOMPARE(edge[u"state"], QJsonValue(QStringLiteral("failed")));
    QCOMPARE(edge[u"look"][u"family"], QJsonValue(QStringLiteral("unhealthy")));
    QCOMPARE(update[u"composite_health"], QJsonValue(QStringLiteral("unhealthy")));
    QCOMPARE(update[u"headline"][u"text"], QJsonValue(QStringLiteral("1 of 3 services is down")));
    const QJsonObject check = full.ofType(QStringLiteral("check")).first();
    QCOMPARE(check[u"service"], QJsonValue(QStringLiteral("dao")));
    QCOMPARE(check[u"health"], QJsonValue(QStringLiteral("healthy")));
    note();
    QVERIFY(plain.waitFor(2));
    QCOMPARE(plain.messages.at(1)[u"type"], QJsonValue(QStringLiteral("event"))); // and nothing else
}

void TestEventStream::tokensComeBySubprotocolToo()
{
    const QString protocol = QLatin1String("bearer.") + QLatin1String(FakeFleet::viewerToken);
    StreamClient &client = listen({}, {QStringLiteral("other"), protocol}, {});
    QVERIFY(client.waitFor(1));
    QCOMPARE(client.socket().subprotocol(), protocol);
    StreamClient &wrong = listen({}, {QStringLiteral("bearer.nonsense")}, {});
    QVERIFY(wrong.isClosed());
    QVERIFY(!wrong.wasConnected);
}

void TestEventStream::ticketsAreGoodOnce()
{
    QVERIFY(m_fleet->open());
    const QByteArray ticket = ticketOf(call(m_fleet->server->port(), request("GET", "/", FakeFleet::viewerToken)));
    const QStringList protocols{QLatin1String("ticket.") + QLatin1String(ticket)};
    StreamClient &client = listen({}, protocols, {});
    QVERIFY(client.waitFor(1));
    QCOMPARE(client.socket().subprotocol(), protocols.first());
    QVERIFY(client.messages.first()[u"services"][u"edge"].toObject().contains(u"why"));
    StreamClient &second = listen({}, protocols, {});
    QVERIFY(second.isClosed());
    QVERIFY(!second.wasConnected);
}

void TestEventStream::publicTicketsShowStatesOnly()
{
    m_fleet->options.statusPage = StatusPageAccess::Public;
    QVERIFY(m_fleet->open());
    const QByteArray ticket = ticketOf(call(m_fleet->server->port(), request("GET", "/")));
    StreamClient &client = listen(QStringLiteral("?after=0"), {QLatin1String("ticket.") + QLatin1String(ticket)}, {});
    QVERIFY(client.waitFor(1));
    QStringList members = client.messages.first()[u"services"][u"edge"].toObject().keys();
    const QStringList allowed{QStringLiteral("health"), QStringLiteral("look"), QStringLiteral("state"),
        QStringLiteral("status"), QStringLiteral("uptime_1h"), QStringLiteral("uptime_24h"),
        QStringLiteral("uptime_7d")};
    QCOMPARE(members, allowed);
    note(3, QStringLiteral("a secret"));
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao"), false), {Health::Degraded, 1, 0});
    QTRY_VERIFY(
        !client.ofType(QStringLiteral("check")).isEmpty() && !client.ofType(QStringLiteral("update")).isEmpty());
    QVERIFY(client.ids().isEmpty());
    QVERIFY(!client.ofType(QStringLiteral("check")).first().contains(u"passed"));
    const QJsonObject update = client.ofType(QStringLiteral("update")).first()[u"services"][u"dao"].toObject();
    for (const QString &member : update.keys())
        QVERIFY2(allowed.contains(member), qPrintable(member));
}

void TestEventStream::slowReadersAreCutOffAndOthersAreNot()
{
    m_fleet->options.streamLimits.maxQueued = 512 * 1024;
    m_fleet->options.streamLimits.linger = std::chrono::seconds(30);
    StreamClient &good = listen();
    QVERIFY(good.waitFor(1));
    good.keeps = false;
    RawClient slow(m_fleet->server->port());
    slow.socket().setReadBufferSize(4096); // and what the system holds for it
    slow.send(webSocketRequest(FakeFleet::viewerToken));
    QTRY_COMPARE(m_fleet->server->connections(), 2);
    const QString text(16'000, u'x');
    qint64 sent = 0;
    for (int i = 0; i < 2000; ++i) { // 32 MB, far more than the system holds between two
        note(1, text);
        sent += text.size();
        if (i % 20 == 19)
            QTRY_VERIFY_WITH_TIMEOUT(good.bytes >= sent, 20'000);
    }
    slow.socket().setReadBufferSize(0);
    QByteArray received;
    QTRY_VERIFY_WITH_TIMEOUT((received += slow.socket().readAll())
                                 .contains("\x0f\xa8"
                                           "too slow"),
        20'000);
    QVERIFY(received.size() < sent / 2);
    QCOMPARE(good.socket().state(), QAbstractSocket::ConnectedState);
}

void TestEventStream::pingsTheSilentAndCutsTheDead()
{
    m_fleet->options.streamLimits.ping = std::chrono::milliseconds(100);
    m_fleet->options.streamLimits.silence = std::chrono::milliseconds(1000);
    StreamClient &good = listen(); // QWebSocket answers pings by itself
    RawClient dead(m_fleet->server->port());
    dead.send(webSocketRequest(FakeFleet::viewerToken));
    QTRY_COMPARE(m_fleet->server->connections(), 2);
    QVERIFY(dead.isCut());
    QVERIFY(dead.socket().readAll().contains(QByteArray("\x89\x00", 2)));
    RawClient deadToo(m_fleet->server->port()); // its end shows that the good one has outlived as much silence
    deadToo.send(webSocketRequest(FakeFleet::viewerToken));
    QVERIFY(deadToo.isCut());
    QCOMPARE(good.socket().state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_fleet->server->connections(), 1);
}

void TestEventStream::tooManyListenersAreRefused()
{
    m_fleet->options.streamLimits.maxClients = 2;
    QVERIFY(listen().waitFor(1));
    QVERIFY(listen().waitFor(1));
    const RawReply reply = call(m_fleet->server->port(), webSocketRequest(FakeFleet::viewerToken));
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.headers.contains("retry-after"));
    m_clients.clear();
    QTRY_COMPARE(m_fleet->server->connections(), 0);
    QVERIFY(listen().waitFor(1));
}

void TestEventStream::thePublicGetsHalfOfThePlaces()
{
    m_fleet->options.statusPage = StatusPageAccess::Public;
    m_fleet->options.streamLimits.maxClients = 2;
    QVERIFY(m_fleet->open());
    const auto ticketProtocol = [this]() -> QString {
        const QByteArray ticket = ticketOf(call(m_fleet->server->port(), request("GET", "/")));
        return QLatin1String("ticket.") + QLatin1String(ticket);
    };
    QVERIFY(listen({}, {ticketProtocol()}, {}).waitFor(1));
    StreamClient &second = listen({}, {ticketProtocol()}, {});
    QVERIFY(second.isClosed());
    QVERIFY(!second.wasConnected);
    QVERIFY(listen().waitFor(1));
}

void TestEventStream::endsWithGoingAway()
{
    StreamClient &client = listen();
    QVERIFY(client.waitFor(1));
    m_fleet->server.reset();
    QVERIFY(client.isClosed());
    QCOMPARE(int(client.socket().closeCode()), 1001);
}

void TestEventStream::manyListenersAndManyEvents()
{
    begin(50);
    for (int i = 0; i < 60; ++i)
        listen().keeps = false;
    for (const auto &client : m_clients)
        QTRY_VERIFY(client->wasConnected && client->bytes > 0);
    m_clients.front()->keeps = true;
    for (int i = 1; i <= 20; ++i) { // each lot on its own
        note(25);
        QTRY_COMPARE_WITH_TIMEOUT(m_clients.front()->ids().size(), 25 * i, 20'000);
    }
    QCOMPARE(m_clients.front()->ids(), range(1, 500));
    const qint64 size = m_clients.front()->bytes;
    for (const auto &client : m_clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->bytes, size, 20'000);
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"

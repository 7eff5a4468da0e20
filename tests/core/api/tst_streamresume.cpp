#include "tests/core/api/streamfixture.h"

using namespace foghorn;

/// A listener that comes back is told what it missed: each event once, from memory or from the store; or a snapshot.
class TestStreamResume : public QObject, private StreamFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(3); }
    void cleanup() { end(); }

    void resumesWithoutGapOrDouble();
    void resumesWhileEventsCome();
    void resumesFromTheStore();
    void manyWhoComeBackAskTheStoreOnce();
    void givesASnapshotWhenTheStoreThrewItAway_data();
    void givesASnapshotWhenTheStoreThrewItAway();
    void givesASnapshotWhenTheIdIsNoLongerHeld_data();
    void givesASnapshotWhenTheIdIsNoLongerHeld();
    void givesASnapshotToWhoeverResumesWithUpdates();
    void nothingIsMissedBetweenThePageAndItsStream();
    void thePublicPageNamesNoEvent();

private:
    /// Events of an earlier orchestrator, which was killed.
    void keep(qint64 from, qint64 to)
    {
        for (qint64 id = from; id <= to; ++id) {
            Event event;
            event.id = id;
            event.kind = EventKind::Fleet;
            m_fleet->history.keptEvents << event;
        }
    }
};

void TestStreamResume::resumesWithoutGapOrDouble()
{
    note(5);
    StreamClient &client = listen(QStringLiteral("?after=2"));
    QVERIFY(client.waitFor(3));
    note(2);
    QTRY_COMPARE(client.ids(), range(3, 7));
    QCOMPARE(client.messages.size(), 5); // no snapshot
    StreamClient &upToDate = listen(QStringLiteral("?after=7"));
    QTRY_VERIFY(upToDate.wasConnected);
    note();
    QTRY_COMPARE(upToDate.ids(), range(8, 8));
    QCOMPARE(upToDate.messages.size(), 1);
}

void TestStreamResume::resumesWhileEventsCome()
{
    note(4000);
    QTimer storm;
    connect(&storm, &QTimer::timeout, this, [this] { note(20); });
    storm.start(1);
    std::vector<StreamClient *> clients;
    for (const char *after : {"0", "10", "3999", "4000"})
        clients.push_back(&listen(QStringLiteral("?after=") + QLatin1String(after)));
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->events.lastId() > 6000, 20'000);
    storm.stop();
    const std::vector<qint64> firsts{1, 11, 4000, 4001};
    for (std::size_t i = 0; i < clients.size(); ++i)
        QTRY_COMPARE_WITH_TIMEOUT(clients[i]->ids(), range(firsts[i], m_fleet->events.lastId()), 20'000);
}

void TestStreamResume::resumesFromTheStore()
{
    keep(1, 900);
    m_fleet->events.continueAfter(1900);
    m_fleet->events.setOldestKept(1);
    note(5);
    StreamClient &client = listen(QStringLiteral("?after=300"));
    QTRY_COMPARE(client.ids(), range(301, 900) + range(1901, 1905));
    note();
    QTRY_COMPARE(client.ids().size(), 606);
    QCOMPARE(client.messages.size(), 606); // no snapshot
}

void TestStreamResume::manyWhoComeBackAskTheStoreOnce()
{
    keep(1, 900);
    m_fleet->events.continueAfter(1900);
    m_fleet->events.setOldestKept(1);
    note(5);
    m_fleet->history.busy = true;
    std::vector<StreamClient *> clients;
    for (int i = 0; i < 150; ++i)
        clients.push_back(&listen(QStringLiteral("?after=800")));
    for (StreamClient *client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->wasConnected, 20'000);
    QCOMPARE(m_fleet->history.askedForEvents.size(), 0); // they wait, and are not cut off
    m_fleet->history.busy = false;
    for (StreamClient *client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->ids(), range(801, 900) + range(1901, 1905), 20'000);
    QCOMPARE(m_fleet->history.askedForEvents.size(), 1);
}

void TestStreamResume::givesASnapshotWhenTheStoreThrewItAway_data()
{
    QTest::addColumn<int>("oldest");
    QTest::newRow("all of it") << 0;
    QTest::newRow("some of it") << 302;
}

void TestStreamResume::givesASnapshotWhenTheStoreThrewItAway()
{
    QFETCH(int, oldest);
    if (oldest > 0)
        keep(oldest, 900);
    m_fleet->events.continueAfter(1900);
    m_fleet->events.setOldestKept(1); // not told yet
    note(5);
    StreamClient &client = listen(QStringLiteral("?after=300"));
    QVERIFY(client.waitFor(1));
    QCOMPARE(client.messages.first()[u"type"], QJsonValue(QStringLiteral("snapshot")));
    QCOMPARE(client.messages.first()[u"last_event_id"], QJsonValue(1905));
    note();
    QTRY_COMPARE(client.ids(), range(1906, 1906));
    QCOMPARE(client.messages.size(), 2);
}

void TestStreamResume::givesASnapshotWhenTheIdIsNoLongerHeld_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("too old") << 1;
    QTest::newRow("one too old") << 99;
    QTest::newRow("of another life") << 20'000;
}

void TestStreamResume::givesASnapshotWhenTheIdIsNoLongerHeld()
{
    QFETCH(int, after);
    m_fleet->events.continueAfter(100);
    note(10'050); // ids 101 to 10150; the last 10000 are held
    StreamClient &client = listen(QStringLiteral("?after=%1").arg(after));
    QVERIFY(client.waitFor(1));
    QCOMPARE(client.messages.first()[u"type"], QJsonValue(QStringLiteral("snapshot")));
    QCOMPARE(client.messages.first()[u"last_event_id"], QJsonValue(10'150));
    note();
    QTRY_COMPARE(client.ids(), range(10'151, 10'151));
}

void TestStreamResume::givesASnapshotToWhoeverResumesWithUpdates()
{
    note(5);
    StreamClient &client = listen(QStringLiteral("?after=3&updates=true"));
    QVERIFY(client.waitFor(3));
    QCOMPARE(client.messages.first()[u"type"], QJsonValue(QStringLiteral("snapshot")));
    QCOMPARE(client.ids(), range(4, 5));
}

void TestStreamResume::nothingIsMissedBetweenThePageAndItsStream()
{
    note(4);
    QVERIFY(m_fleet->open());
    const RawReply page = call(m_fleet->server->port(), request("GET", "/", FakeFleet::viewerToken));
    QCOMPARE(dataOf(page, "after"), QByteArray("4"));
    note(3); // while the browser works on the page
    StreamClient &client =
        listen(QStringLiteral("?updates=true&after=4"), {QLatin1String("ticket.") + QLatin1String(ticketOf(page))}, {});
    QVERIFY(client.waitFor(4));
    QCOMPARE(client.messages.first()[u"type"], QJsonValue(QStringLiteral("snapshot")));
    note();
    QTRY_COMPARE(client.ids(), range(5, 8));
    const RawReply script = call(m_fleet->server->port(), request("GET", "/status/page.js"));
    QVERIFY(script.body.contains("body.dataset.after") && script.body.contains("&after=${after}"));
}

void TestStreamResume::thePublicPageNamesNoEvent()
{
    note(4);
    m_fleet->options.statusPage = StatusPageAccess::Public;
    QVERIFY(m_fleet->open());
    QVERIFY(dataOf(call(m_fleet->server->port(), request("GET", "/")), "after").isEmpty());
}

QTEST_GUILESS_MAIN(TestStreamResume)
#include "tst_streamresume.moc"

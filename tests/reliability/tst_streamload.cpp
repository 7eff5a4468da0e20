#include "tests/core/api/rawclient.h"
#include "tests/integration/fleetfixture.h"
#include "tests/reliability/eventlistener.h"
#include "tests/reliability/memoryuse.h"
#include "tests/support/figures.h"
#include "tests/support/ownnamespaces.h"

#include <QElapsedTimer>

#include <algorithm>

#include <sys/resource.h>

using namespace foghorn;

namespace {

constexpr int crashers = 20;

/// A frame as no server may get it: not masked.
const QByteArray brokenFrame("\x81\x02hi");
/// The head of a binary frame of 500 MB.
const QByteArray hugeFrame("\x82\xff\x00\x00\x00\x00\x1d\xcd\x65\x00mask", 14);

/// The system itself holds megabytes for each connection; in a network of our own it holds little, so that it takes
/// fewer news to fill what the daemon holds. Where that is not allowed it takes longer.
void useSmallBuffers()
{
    if (!enterOwnNetwork().isEmpty())
        return;
    for (const char *kind : {"tcp_wmem", "tcp_rmem"}) {
        QFile file(QStringLiteral("/proc/sys/net/ipv4/") + QLatin1String(kind));
        if (file.open(QIODevice::WriteOnly))
            file.write("4096 16384 65536");
    }
}

/// Descriptors for many clients in this process.
bool raiseOwnLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_max >= 4096;
}

} // namespace

/// T18: many listeners of a real daemon's events, listeners that do not listen, and listeners that talk.
class TestStreamLoad final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        useSmallBuffers();
        if (!raiseOwnLimit())
            QSKIP("this machine allows fewer than 4096 descriptors");
    }
    void everyListenerGetsEveryEvent();
    void whoDoesNotReadIsCutOff();
    void whoTalksIsCutOff();

private:
    static quint16 portOf(FleetFixture &fleet) { return quint16(fleet.daemon().client().target().url.port()); }
    static qint64 lastEventOf(FleetFixture &fleet)
    {
        const QJsonArray events = fleet.daemon().get(QStringLiteral("events")).value(u"events").toArray();
        return events.isEmpty() ? 0 : std::max(events.first()[u"id"].toInteger(), events.last()[u"id"].toInteger());
    }
    static QByteArray tokenOf(FleetFixture &fleet) { return fleet.daemon().client().target().token; }
};

/// Services that end at once, and are started again until their attempts are used up, make the events.
void TestStreamLoad::everyListenerGetsEveryEvent()
{
    const int attempts = figure(12, 100);
    FleetFixture fleet({});
    QByteArray text = "fleet: t\ndefaults: {autostart: false, restart: {policy: always, backoff_base: 0, max_attempts: "
        + QByteArray::number(attempts) + "}}\nservices:\n";
    for (int i = 0; i < crashers; ++i)
        text += "  s" + QByteArray::number(i) + ": {command: ['true']}\n";
    fleet.writeRaw(text);
    QVERIFY(fleet.beginAndSettle());
    const qint64 first = lastEventOf(fleet);
    std::vector<std::unique_ptr<EventListener>> listeners;
    for (int i = 0; i < figure(100, 1000); ++i)
        listeners.push_back(std::make_unique<EventListener>(portOf(fleet), tokenOf(fleet), first));
    const auto all = [&listeners](const auto &holds) {
        return std::all_of(listeners.begin(), listeners.end(), [&holds](const auto &one) { return holds(*one); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(all([](const EventListener &one) { return one.isConnected(); }), 60'000);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(fleet.send("start", {{QStringLiteral("wait"), false}})->hasEnded());
    const auto allFailed = [&fleet] {
        const QJsonObject services = fleet.daemon().get(QStringLiteral("services")).value(u"services").toObject();
        return std::all_of(services.begin(), services.end(),
            [](const QJsonValue &service) { return service[u"state"].toString() == u"failed"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allFailed(), 300'000);
    const qint64 last = lastEventOf(fleet);
    QVERIFY(last - first > crashers * attempts);
    QTRY_VERIFY_WITH_TIMEOUT(all([last](const EventListener &one) { return one.last() >= last; }), 60'000);
    QVERIFY(all([](const EventListener &one) { return one.faults() == 0; }));
    reportFigure("T18",
        QStringLiteral("%1 listeners, %2 events in %3 ms: no gap, none doubled")
            .arg(listeners.size())
            .arg(last - first)
            .arg(clock.elapsed()));
}

/// A fleet of which all is told anew each time it is changed and reloaded.
void TestStreamLoad::whoDoesNotReadIsCutOff()
{
    const auto edition = [](int number) {
        QByteArray text;
        for (int i = 0; i < 300; ++i)
            text += "  s" + QByteArray::number(i) + ": {command: ['true'], autostart: false, labels: {edition: '"
                + QByteArray::number(number) + "'}}\n";
        return text;
    };
    FleetFixture fleet(edition(0));
    QVERIFY(fleet.beginAndSettle());
    const qint64 daemon = fleet.daemon().pid();
    const auto reload = [&](int number) {
        fleet.write(edition(number));
        return fleet.post("reload").status == 200;
    };
    QVERIFY(reload(1) && reload(2));
    const QByteArray listen = webSocketRequest(tokenOf(fleet), {}, "/api/orchestration/events/stream?updates=true");
    RawClient good(portOf(fleet));
    good.send(listen);
    qint64 heard = 0;
    QTRY_VERIFY((heard += good.socket().readAll().size()) > 150'000);
    const qint64 whole = heard; // or nearly: so much is told each time
    std::vector<std::unique_ptr<RawClient>> stalled;
    for (int i = 0; i < 5; ++i) {
        stalled.push_back(std::make_unique<RawClient>(portOf(fleet)));
        stalled.back()->socket().setReadBufferSize(4096);
        stalled.back()->send(listen);
    }
    for (const auto &client : stalled)
        QTRY_VERIFY(client->socket().bytesAvailable() > 0);
    const int withAll = descriptorCountOf(daemon);
    const MemoryPeak memory(daemon);
    int rounds = 0;
    for (; rounds < 100 && descriptorCountOf(daemon) > withAll - 5; ++rounds) {
        QVERIFY(reload(rounds + 3));
        qint64 news = 0;
        QTRY_VERIFY_WITH_TIMEOUT((news += good.socket().readAll().size()) > whole * 9 / 10, 20'000);
        heard += news;
    }
    QTRY_VERIFY_WITH_TIMEOUT(descriptorCountOf(daemon) <= withAll - 5, 20'000);
    QVERIFY2(memory.growth() < memoryAllowance(16 * 1024), qPrintable(QString::number(memory.growth())));
    QCOMPARE(good.socket().state(), QAbstractSocket::ConnectedState);
    reportFigure("T18",
        QStringLiteral("5 listeners that do not read were cut off within %1 reloads; %2 KiB of memory more at the "
                       "most; one that reads got all of %3 kB")
            .arg(rounds)
            .arg(memory.growth())
            .arg(heard / 1000));
}

void TestStreamLoad::whoTalksIsCutOff()
{
    FleetFixture fleet("  edge: {command: [sleep, '1000']}\n");
    QVERIFY(fleet.beginAndSettle());
    EventListener good(portOf(fleet), tokenOf(fleet), lastEventOf(fleet));
    QTRY_VERIFY(good.isConnected());
    const MemoryPeak memory(fleet.daemon().pid());
    std::vector<std::unique_ptr<RawClient>> talkers;
    for (const QByteArray &first : {brokenFrame, hugeFrame}) {
        talkers.push_back(std::make_unique<RawClient>(portOf(fleet)));
        talkers.back()->send(webSocketRequest(tokenOf(fleet)));
        QCOMPARE(talkers.back()->read().status, 101);
        talkers.back()->send(first);
    }
    const QByteArray junk(8'000'000, 'j');
    for (const auto &talker : talkers)
        talker->socket().write(junk);
    for (const auto &talker : talkers)
        QVERIFY(talker->isCut(20'000));
    QVERIFY2(memory.growth() < memoryAllowance(8 * 1024), qPrintable(QString::number(memory.growth())));
    const qint64 before = good.last();
    QCOMPARE(fleet.post("restart/edge").status, 200);
    QTRY_VERIFY(good.last() > before);
    QCOMPARE(good.faults(), 0);
    reportFigure("T18",
        QStringLiteral("8 MB after a protocol error, and into a frame of 500 MB: cut off, %1 KiB of memory more at the "
                       "most")
            .arg(memory.growth()));
}

QTEST_GUILESS_MAIN(TestStreamLoad)
#include "tst_streamload.moc"

#include "tests/core/api/streamfixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace foghorn;
using namespace std::chrono_literals;

/// What those who ask for updates are told beyond changes of state: services that come and go, what services say of
/// themselves, uptimes that move by themselves, and that the stream lives.
class TestStreamUpdates : public QObject, private StreamFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(3); }
    void cleanup() { end(); }

    void oneThatRegistersItselfIsToldAlone();
    void thePublicIsToldOfNewcomersToo();
    void anotherOutlineIsANewSnapshot();
    void theSameOutlineIsNoNews();
    void uptimesThatMoveAreToldAgain();
    void uptimesOfAllFitIntoOneRound();
    void tellsWhatIsOfNoService();
    void tellsWhatServicesSayOfThemselves();
    void saysThatItLives();

private:
    static ServiceInfo newcomer(const QString &name = QStringLiteral("newcomer"))
    {
        ServiceInfo info;
        info.name = name;
        return info;
    }
    QJsonObject services(const QJsonObject &message) { return message[u"services"].toObject(); }
    /// It was up, and has been down, so its uptimes move from now on.
    void makeUptimeMove(const ServiceId &service, WallTime now)
    {
        UptimeLedger ledger;
        ledger.note(now - 1000s, UptimeLedger::Condition::Up);
        ledger.note(now - 500s, UptimeLedger::Condition::Down);
        ledger.note(now - 400s, UptimeLedger::Condition::Up);
        m_fleet->registry.restoreUptime(service, ledger);
    }
};

void TestStreamUpdates::oneThatRegistersItselfIsToldAlone()
{
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(client.waitFor(1));
    m_fleet->registry.addExternal(newcomer(), Now::read());
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).size(), 1);
    const QJsonObject came = client.ofType(QStringLiteral("update")).last();
    QCOMPARE(services(came).keys(), QStringList{QStringLiteral("newcomer")});
    QCOMPARE(came[u"total_services"], QJsonValue(4));
    QVERIFY(!came.contains(u"removed"));
    for (const char *member : {"status", "state", "external", "why", "uptime_1h", "checks", "look"})
        QVERIFY2(services(came)[u"newcomer"].toObject().contains(QLatin1String(member)), member);

    m_fleet->registry.addExternal(newcomer(), Now::read()); // says the same: no news
    m_fleet->registry.addExternal(newcomer(QStringLiteral("passer-by")), Now::read());
    m_fleet->registry.removeExternal(QStringLiteral("passer-by"));
    m_fleet->registry.removeExternal(QStringLiteral("newcomer"));
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).size(), 2);
    const QJsonObject went = client.ofType(QStringLiteral("update")).last();
    QCOMPARE(services(went), QJsonObject());
    QCOMPARE(went[u"removed"].toArray(), (QJsonArray{QStringLiteral("passer-by"), QStringLiteral("newcomer")}));
    QCOMPARE(went[u"total_services"], QJsonValue(3));
    QCOMPARE(client.ofType(QStringLiteral("snapshot")).size(), 1);
    const RawReply reply =
        call(m_fleet->server->port(), request("GET", "/api/orchestration/services", FakeFleet::viewerToken));
    QCOMPARE(reply.json()[u"total_services"], QJsonValue(3)); // what is cached follows too
}

void TestStreamUpdates::thePublicIsToldOfNewcomersToo()
{
    m_fleet->options.statusPage = StatusPageAccess::Public;
    QVERIFY(m_fleet->open());
    const QByteArray ticket = ticketOf(call(m_fleet->server->port(), request("GET", "/")));
    StreamClient &client = listen({}, {QLatin1String("ticket.") + QLatin1String(ticket)}, {});
    QVERIFY(client.waitFor(1));
    m_fleet->registry.addExternal(newcomer(), Now::read());
    QTRY_VERIFY(!client.ofType(QStringLiteral("update")).isEmpty());
    const QJsonObject told = services(client.ofType(QStringLiteral("update")).first())[u"newcomer"].toObject();
    QCOMPARE(told.keys(),
        (QStringList{QStringLiteral("health"), QStringLiteral("look"), QStringLiteral("state"),
            QStringLiteral("status"), QStringLiteral("uptime_1h"), QStringLiteral("uptime_24h"),
            QStringLiteral("uptime_7d")}));
}

void TestStreamUpdates::anotherOutlineIsANewSnapshot()
{
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(client.waitFor(1));
    FleetOutline outline = m_fleet->registry.outline();
    outline.services.removeLast();
    m_fleet->registry.setOutline(outline);
    QTRY_COMPARE(client.ofType(QStringLiteral("snapshot")).size(), 2);
    QCOMPARE(services(client.ofType(QStringLiteral("snapshot")).last()).keys(),
        (QStringList{QStringLiteral("dao"), QStringLiteral("edge")}));
}

void TestStreamUpdates::theSameOutlineIsNoNews()
{
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(client.waitFor(1));
    QSignalSpy replaced(&m_fleet->registry, &ServiceRegistry::outlineReplaced); // what the stream heeds
    FleetOutline outline = m_fleet->registry.outline();
    outline.resolutionMilliseconds += 1;
    m_fleet->registry.setOutline(outline);
    QCOMPARE(replaced.size(), 0);
    outline.services.last().description = QStringLiteral("new");
    m_fleet->registry.setOutline(outline);
    QCOMPARE(replaced.size(), 1);
    QTRY_COMPARE(client.ofType(QStringLiteral("snapshot")).size(), 2);
}

void TestStreamUpdates::uptimesThatMoveAreToldAgain()
{
    m_fleet->options.streamLimits.uptimes = 300ms;
    StreamClient &plain = listen();
    makeUptimeMove(QStringLiteral("edge"), Now::read().wall);
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(plain.waitFor(1) && client.waitFor(1));
    const auto toldOf = [this, &client](const QString &name) {
        QList<double> told;
        for (const QJsonObject &message : client.ofType(QStringLiteral("uptime"))) {
            if (services(message).contains(name))
                told << services(message)[name][u"uptime_1h"].toDouble();
        }
        return told;
    };
    QTRY_VERIFY(toldOf(QStringLiteral("edge")).size() >= 4);
    const QList<double> told = toldOf(QStringLiteral("edge"));
    QVERIFY2(told.first() > 89 && told.first() < 91, qPrintable(QString::number(told.first())));
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QVERIFY(told.last() > told.first());
    QCOMPARE(toldOf(QStringLiteral("dao")).size(), 1); // 100 % all along
    QCOMPARE(plain.messages.size(), 1);
}

void TestStreamUpdates::uptimesOfAllFitIntoOneRound()
{
    begin(100);
    m_fleet->options.streamLimits.uptimes = 600ms;
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(client.waitFor(1));
    QSet<QString> told;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
        for (const QJsonObject &message : client.ofType(QStringLiteral("uptime"))) {
            const QStringList names = services(message).keys();
            if (names.size() > 4) // a thirtieth of them at a time
                return false;
            told.unite({names.cbegin(), names.cend()});
        }
        return told.size() == 100;
    }()),
        20'000);
}

void TestStreamUpdates::tellsWhatIsOfNoService()
{
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(client.waitFor(1));
    QCOMPARE(client.messages.first()[u"is_ready"], QJsonValue(true));
    const bool before = m_fleet->registry.isInitialized();
    m_fleet->registry.setInitialized(!before);
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).size(), 1);
    const QJsonObject update = client.ofType(QStringLiteral("update")).first();
    QCOMPARE(update[u"initialized"], QJsonValue(!before));
    QCOMPARE(services(update), QJsonObject());

    // dao is critical: with it the fleet stops being ready, and is again
    m_fleet->setState(QStringLiteral("dao"), RunState::Failed, Cause::Exited);
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).last()[u"is_ready"], QJsonValue(false));
    m_fleet->setState(QStringLiteral("dao"), RunState::Running);
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).last()[u"is_ready"], QJsonValue(true));

    // and where no state changes: what was in the way is no longer critical
    m_fleet->setState(QStringLiteral("edge"), RunState::Failed, Cause::Exited);
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).last()[u"is_ready"], QJsonValue(false));
    FleetOutline outline = m_fleet->registry.outline();
    outline.services[1].critical = false;
    m_fleet->registry.setOutline(outline);
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).last()[u"is_ready"], QJsonValue(true));
}

void TestStreamUpdates::tellsWhatServicesSayOfThemselves()
{
    StreamClient &plain = listen();
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(plain.waitFor(1) && client.waitFor(1));
    Announcement said;
    said.statusText = QStringLiteral("Serving \u2602 4711 requests");
    m_fleet->registry.recordAnnouncement(QStringLiteral("edge"), said);
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).size(), 1);
    const QJsonObject edge = services(client.ofType(QStringLiteral("update")).first())[u"edge"].toObject();
    QCOMPARE(edge[u"status_text"], QJsonValue(said.statusText));
    m_fleet->registry.recordAnnouncement(QStringLiteral("edge"), said); // again the same: no news
    m_fleet->registry.recordAnnouncement(QStringLiteral("edge"), {});
    QTRY_COMPARE(client.ofType(QStringLiteral("update")).size(), 2);
    const QJsonObject silent = services(client.ofType(QStringLiteral("update")).last())[u"edge"].toObject();
    QVERIFY(silent[u"status_text"].isNull() || silent[u"status_text"].isUndefined());
    QCOMPARE(plain.messages.size(), 1);
}

void TestStreamUpdates::saysThatItLives()
{
    m_fleet->options.streamLimits.alive = 200ms;
    StreamClient &plain = listen();
    StreamClient &client = listen(QStringLiteral("?updates=true"));
    QVERIFY(plain.waitFor(1) && client.waitFor(1));
    QTRY_VERIFY(client.ofType(QStringLiteral("alive")).size() >= 2);
    QCOMPARE(plain.messages.size(), 1);
}

QTEST_GUILESS_MAIN(TestStreamUpdates)
#include "tst_streamupdates.moc"

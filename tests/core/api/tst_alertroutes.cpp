#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QJsonArray>

using namespace foghorn;

/// The calls about alerts: what they show, what they take and what they refuse.
class TestAlertRoutes : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeFleet> m_fleet;

    RawReply get(const QByteArray &target)
    {
        return call(m_fleet->server->port(), request("GET", "/api/orchestration" + target, FakeFleet::viewerToken));
    }
    RawReply post(const QByteArray &target, const QByteArray &body)
    {
        return call(
            m_fleet->server->port(), request("POST", "/api/orchestration" + target, FakeFleet::operatorToken, body));
    }
    void put(qint64 id, const char *service, bool isFiring, const QList<ServiceId> &affected = {})
    {
        Alert alert;
        alert.id = id;
        alert.service = QString::fromLatin1(service);
        alert.message = QStringLiteral("trouble");
        alert.since = m_fleet->at;
        alert.affected = affected;
        if (!isFiring) {
            alert.resolvedAt = m_fleet->at + std::chrono::seconds(90);
            alert.duration = std::chrono::milliseconds(90'000);
        }
        m_fleet->alerts.put(alert);
    }
    static QList<int> idsIn(const RawReply &reply)
    {
        QList<int> ids;
        const QJsonArray alerts = reply.json()[u"alerts"].toArray();
        for (const QJsonValue &alert : alerts)
            ids << alert[u"id"].toInt();
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        QVERIFY(m_fleet->open());
        put(1, "dao", false);
        put(2, "edge", true, {QStringLiteral("harvest")});
        put(3, "dao", true);
        put(4, "", true);
    }

    void listsTheNewestFirst()
    {
        const RawReply reply = get("/alerts");
        QCOMPARE(reply.status, 200);
        QCOMPARE(idsIn(reply), (QList<int>{4, 3, 2}));
        QCOMPARE(reply.json()[u"total"].toInt(), 3);
        QCOMPARE(reply.json()[u"firing"].toInt(), 3);
        QCOMPARE(idsIn(get("/alerts?status=resolved")), QList<int>{1});
        QCOMPARE(idsIn(get("/alerts?status=all")), (QList<int>{4, 3, 2, 1}));
        QCOMPARE(idsIn(get("/alerts?service=dao&status=all")), (QList<int>{3, 1}));
        QCOMPARE(idsIn(get("/alerts?service=harvest")), QList<int>{2}); // affected by it
        QCOMPARE(idsIn(get("/alerts?service=nobody")), QList<int>());
    }

    void saysEverything()
    {
        const QByteArray body = get("/alerts?status=resolved").body;
        QVERIFY2(
            body.contains(
                R"({"id":1,"status":"resolved","rule":"unhealthy","severity":"critical","service":"dao",)"
                R"("message":"trouble","since":"2026-11-23T00:31:07.042Z","resolved_at":"2026-11-23T00:32:37.042Z",)"
                R"("duration_seconds":90,"count":1,"affected":[],"acknowledged":false,"acknowledged_by":null,)"
                R"("acknowledged_at":null,"muted_until":null,"in_maintenance":false,"folded_into":null})"),
            body.constData());
        QCOMPARE(get("/alerts").json()[u"alerts"][0][u"service"], QJsonValue(QJsonValue::Null)); // the machine's
        m_fleet->alerts.setMaintenance({{QStringLiteral("edge"), m_fleet->at}});
        QCOMPARE(get("/alerts").json()[u"maintenance"][u"edge"].toString(), QStringLiteral("2026-11-23T00:31:07.042Z"));
    }

    void takesWishes()
    {
        const RawReply seen = post("/alerts/2/acknowledge", {});
        QCOMPARE(seen.status, 200);
        QCOMPARE(seen.json()[u"alert"][u"id"].toInt(), 2);
        QCOMPARE(seen.json()[u"message"].toString(), QStringLiteral("Done as wished"));
        QCOMPARE(post("/alerts/2/acknowledge", R"({"acknowledged":false})").status, 200);
        QCOMPARE(post("/alerts/3/mute", R"({"minutes":60})").status, 200);
        const RawReply work = post("/service/edge/maintenance", R"({"minutes":30})");
        QCOMPARE(work.status, 200);
        QCOMPARE(work.json()[u"service"].toString(), QStringLiteral("edge"));
        QVERIFY(work.json().contains(QStringLiteral("maintenance_until")));
        QCOMPARE(m_fleet->alertCommands.calls,
            (QStringList{QStringLiteral("acknowledge 2 true operator"), QStringLiteral("acknowledge 2 false operator"),
                QStringLiteral("mute 3 60 operator"), QStringLiteral("maintain edge 30 operator")}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *target, const char *body, int status) {
            QTest::newRow(QByteArray(QByteArray(target) + ' ' + body).constData())
                << QByteArray(target) << QByteArray(body) << status;
        };
        row("/alerts/99/acknowledge", "{}", 404);
        row("/alerts/99/mute", R"({"minutes":1})", 404);
        for (const char *id : {"0", "-1", "01", "1.0", "x", "99999999999999999999", "1%20"})
            row(QByteArray("/alerts/" + QByteArray(id) + "/acknowledge").constData(), "{}", 400);
        row("/alerts/2/acknowledge", R"({"acknowledged":1})", 400);
        row("/alerts/2/acknowledge", R"({"by":"me"})", 400);
        for (const char *body :
            {"{}", R"({"minutes":-1})", R"({"minutes":1.5})", R"({"minutes":"1"})", R"({"minutes":1e300})"}) {
            row("/alerts/2/mute", body, 400);
            row("/service/edge/maintenance", body, 400);
        }
        row("/service/nobody/maintenance", R"({"minutes":1})", 404);
        row("/service/No/maintenance", R"({"minutes":1})", 400);
    }
    void refuses()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const RawReply reply = post(target, body);
        QCOMPARE(reply.status, status);
        QVERIFY(!reply.json()[u"detail"].toString().isEmpty());
        QVERIFY(m_fleet->alertCommands.calls.isEmpty());
    }

    void refusesQueries()
    {
        QCOMPARE(get("/alerts?status=old").status, 400);
        QCOMPARE(get("/alerts?service=..%2F").status, 400);
        QCOMPARE(get("/alerts?stat=all").status, 400);
        QCOMPARE(get("/alerts/2/acknowledge").status, 405);
    }

    void passesRefusalsOn()
    {
        m_fleet->alertCommands.outcome = {Verdict::Conflict, QStringLiteral("It is over.")};
        const RawReply reply = post("/alerts/2/acknowledge", {});
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.json()[u"detail"].toString(), QStringLiteral("It is over."));
    }

    void viewersMayOnlyLook()
    {
        for (const QByteArray &target :
            QList<QByteArray>{"/alerts/2/acknowledge", "/alerts/2/mute", "/service/edge/maintenance"})
            QCOMPARE(call(m_fleet->server->port(),
                         request("POST", "/api/orchestration" + target, FakeFleet::viewerToken, "{\"minutes\":1}"))
                         .status,
                403);
        QVERIFY(m_fleet->alertCommands.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAlertRoutes)
#include "tst_alertroutes.moc"

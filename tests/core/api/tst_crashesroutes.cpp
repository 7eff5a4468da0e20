#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QJsonArray>

using namespace foghorn;

/// GET /service/{name}/crashes.
class TestCrashesRoutes : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeFleet> m_fleet;

    RawReply get(const QByteArray &target)
    {
        return call(m_fleet->server->port(), request("GET", "/api/orchestration" + target, FakeFleet::viewerToken));
    }

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        QVERIFY(m_fleet->open());
        m_fleet->crashes.reports = {"{\"pid\":3}", "{\"pid\":2}", "{\"pid\":1}"};
    }

    void givesWholeReportsNewestFirst()
    {
        const RawReply reply = get("/service/edge/crashes");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"service"].toString(), QStringLiteral("edge"));
        const QJsonArray crashes = reply.json()[u"crashes"].toArray();
        QCOMPARE(crashes.size(), 3);
        QCOMPARE(crashes.first()[u"pid"].toInt(), 3);
        QCOMPARE(crashes.last()[u"pid"].toInt(), 1);
    }
    void givesNoMoreThanAsked()
    {
        QCOMPARE(get("/service/edge/crashes?limit=2").json()[u"crashes"].toArray().size(), 2);
    }
    void isEmptyWithoutCrashes()
    {
        m_fleet->crashes.reports.clear();
        const RawReply reply = get("/service/edge/crashes");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json()[u"crashes"].isArray() && reply.json()[u"crashes"].toArray().isEmpty());
    }
    void refusesWhatItDoesNotKnow()
    {
        QCOMPARE(get("/service/nobody/crashes").status, 404);
        for (const QByteArray limit : {"0", "21", "-1", "many", ""})
            QCOMPARE(get("/service/edge/crashes?limit=" + limit).status, 400);
        QCOMPARE(get("/service/edge/crashes?colour=red").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestCrashesRoutes)
#include "tst_crashesroutes.moc"

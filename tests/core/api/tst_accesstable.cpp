#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

using namespace foghorn;

namespace {

/// What each call asks for, said a second time: one that the router has and this list has not fails the test, and so
/// does one that asks for less than here.
const QHash<QByteArray, Access> &table()
{
    static const QByteArray base = "/api/orchestration";
    static const QHash<QByteArray, Access> rows{
        {"GET /livez", Access::Open},
        {"GET /readyz", Access::Open},
        {"GET /", Access::Page},
        {"GET /status/page.css", Access::Open},
        {"GET /status/page.js", Access::Open},
        {"GET /status/icon.svg", Access::Open},
        {"GET /metrics", Access::View},
        {"GET " + base + "/services", Access::View},
        {"GET " + base + "/health", Access::View},
        {"GET " + base + "/dependencies", Access::View},
        {"GET " + base + "/metrics", Access::View},
        {"GET " + base + "/sd", Access::View},
        {"GET " + base + "/service/{name}", Access::View},
        {"GET " + base + "/service/{name}/logs", Access::View},
        {"GET " + base + "/service/{name}/history", Access::View},
        {"GET " + base + "/service/{name}/crashes", Access::View},
        {"GET " + base + "/fleet", Access::View},
        {"GET " + base + "/events", Access::View},
        {"GET " + base + "/events/stream", Access::View},
        {"GET " + base + "/registry", Access::View},
        {"GET " + base + "/alerts", Access::View},
        {"GET " + base + "/openapi.json", Access::View},
        {"POST " + base + "/health/check-now", Access::Operate},
        {"POST " + base + "/health/check-now/{name}", Access::Operate},
        {"POST " + base + "/start", Access::Operate},
        {"POST " + base + "/start/{name}", Access::Operate},
        {"POST " + base + "/stop", Access::Operate},
        {"POST " + base + "/stop/{name}", Access::Operate},
        {"POST " + base + "/restart/{name}", Access::Operate},
        {"POST " + base + "/service/{name}/reset-failed", Access::Operate},
        {"PUT " + base + "/registry/{name}", Access::Operate},
        {"DELETE " + base + "/registry/{name}", Access::Operate},
        {"POST " + base + "/registry/{name}/heartbeat", Access::Operate},
        {"POST " + base + "/alerts/{id}/acknowledge", Access::Operate},
        {"POST " + base + "/alerts/{id}/mute", Access::Operate},
        {"POST " + base + "/service/{name}/maintenance", Access::Operate},
        {"POST " + base + "/reload", Access::Operate},
        {"POST " + base + "/tokens/rotate", Access::Operate},
        {"POST " + base + "/shutdown", Access::Operate},
    };
    return rows;
}

enum class Who { Nobody, Stranger, Viewer, Operator };
enum class How { Well, ForeignHost, ForeignOrigin, NullOrigin, WrongType, AsWebSocket, HeaderTwice };

QByteArray headersOf(Who who)
{
    switch (who) {
    case Who::Nobody:
        return {};
    case Who::Stranger:
        return "Authorization: Bearer operator-token-operator-token-operatox\r\n";
    case Who::Viewer:
        return "Authorization: Bearer " + FakeFleet::viewerToken + "\r\n";
    case Who::Operator:
        return "Authorization: Bearer " + FakeFleet::operatorToken + "\r\n";
    }
    Q_UNREACHABLE();
}

/// The refusal that must come; 0: none.
int refusalOf(Access access, Who who, How how)
{
    if (how == How::HeaderTwice)
        return 400;
    if (how == How::ForeignHost || how == How::ForeignOrigin || how == How::NullOrigin)
        return 403;
    const bool isKnown = who == Who::Viewer || who == Who::Operator;
    if (!isKnown && (access != Access::Open || how == How::AsWebSocket))
        return 401;
    if (how == How::AsWebSocket)
        return 404; // the one stream there is has its own row
    if (who == Who::Viewer && access == Access::Operate)
        return 403;
    return how == How::WrongType ? 415 : 0;
}

QByteArray requestOf(const Route &route, Who who, How how)
{
    QByteArray path = route.pattern;
    path.replace("{name}", "edge").replace("{id}", "1");
    QByteArray bytes = route.method + ' ' + path
        + " HTTP/1.1\r\nHost: " + (how == How::ForeignHost ? "evil.example" : "localhost") + "\r\n" + headersOf(who);
    switch (how) {
    case How::Well:
    case How::ForeignHost:
        break;
    case How::ForeignOrigin:
        bytes += "Origin: http://evil.example\r\n";
        break;
    case How::NullOrigin:
        bytes += "Origin: null\r\n";
        break;
    case How::WrongType:
        return bytes + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
    case How::AsWebSocket:
        bytes += "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        break;
    case How::HeaderTwice:
        bytes += "Authorization: Bearer x\r\nAuthorization: Bearer y\r\n";
        break;
    }
    return bytes + "\r\n";
}

} // namespace

/// T19: the router's own list of calls, held against a table that says what each asks for, and every call made by
/// everybody in every way that must be refused.
class TestAccessTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableIsTheRouters();
    void everyCallByEverybodyInEveryWay_data();
    void everyCallByEverybodyInEveryWay();
};

void TestAccessTable::theTableIsTheRouters()
{
    FakeFleet fleet;
    QVERIFY(fleet.open());
    QSet<QByteArray> routed;
    for (const Route &route : fleet.server->router().routes()) {
        const QByteArray name = route.method + ' ' + route.pattern;
        QVERIFY2(table().contains(name), QByteArray(name + ": say in the table what it asks for").constData());
        QVERIFY2(table().value(name) == route.access, name.constData());
        QVERIFY2(route.method == "GET" || route.access == Access::Operate, name.constData());
        routed << name;
    }
    for (auto row = table().cbegin(); row != table().cend(); ++row)
        QVERIFY2(routed.contains(row.key()), row.key().constData());
}

void TestAccessTable::everyCallByEverybodyInEveryWay_data()
{
    QTest::addColumn<int>("index");
    FakeFleet fleet;
    QVERIFY(fleet.open());
    int index = 0;
    for (const Route &route : fleet.server->router().routes())
        QTest::newRow(QByteArray(route.method + ' ' + route.pattern).constData()) << index++;
}

void TestAccessTable::everyCallByEverybodyInEveryWay()
{
    QFETCH(int, index);
    FakeFleet fleet;
    QVERIFY(fleet.open());
    const Route &route = fleet.server->router().routes().at(static_cast<std::size_t>(index));
    for (const Who who : {Who::Nobody, Who::Stranger, Who::Viewer, Who::Operator}) {
        for (const How how : {How::ForeignHost, How::ForeignOrigin, How::NullOrigin, How::WrongType, How::AsWebSocket,
                 How::HeaderTwice, How::Well}) {
            const Access access = table().value(route.method + ' ' + route.pattern, Access::Operate);
            int expected = refusalOf(access, who, how);
            if (how == How::AsWebSocket && route.streamHandler)
                expected = expected == 404 ? 101 : expected;
            if (how == How::AsWebSocket && route.method != "GET" && expected == 404)
                continue; // 404 or 405: there is no stream either way
            const RawReply reply = call(fleet.server->port(), requestOf(route, who, how));
            const QByteArray told = "as " + QByteArray::number(int(who)) + " in way " + QByteArray::number(int(how))
                + ": " + QByteArray::number(reply.status) + ' ' + reply.body.left(200);
            if (expected == 0)
                QVERIFY2(reply.status != 0 && reply.status != 401 && reply.status != 403, told.constData());
            else
                QVERIFY2(reply.status == expected, told.constData());
            if (expected >= 400) {
                QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
                QVERIFY2(fleet.commands.calls.isEmpty(), told.constData());
            }
            fleet.commands.calls.clear();
        }
    }
}

QTEST_GUILESS_MAIN(TestAccessTable)
#include "tst_accesstable.moc"

#include "core/health/httpanswer.h"
#include "core/health/httpverdict.h"

#include <QTest>

using namespace foghorn;
using State = HttpAnswer::State;

class TestHttpAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void closingEndsABodyWithoutLength();
    void longBodiesAreReadNoFurther_data();
    void longBodiesAreReadNoFurther();
    void junkIsFaulty_data();
    void junkIsFaulty();
    void bytesAfterTheAnswerEndTheConnection();
    void verdict_data();
    void verdict();
};

namespace {

State readAll(HttpAnswer &answer, const QByteArray &text, qsizetype step)
{
    State state = State::Head;
    for (qsizetype at = 0; at < text.size(); at += step)
        state = answer.feed(text.mid(at, step));
    return state;
}

HttpAnswer complete(int status, const QByteArray &body)
{
    HttpAnswer answer;
    const QByteArray text = "HTTP/1.1 " + QByteArray::number(status)
        + " x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    answer.feed(text);
    return answer;
}

} // namespace

void TestHttpAnswer::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepsAlive");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << 200
                            << QByteArray("hello") << true;
    QTest::newRow("no reason") << QByteArray("HTTP/1.1 503\r\ncontent-length:0\r\n\r\n") << 503 << QByteArray() << true;
    QTest::newRow("bare line feeds") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 2\n\nok") << 200
                                     << QByteArray("ok") << true;
    QTest::newRow("close") << QByteArray("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 2\r\n\r\nok") << 200
                           << QByteArray("ok") << false;
    QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok") << 200 << QByteArray("ok")
                         << false;
    QTest::newRow("1.0 kept") << QByteArray("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok")
                              << 200 << QByteArray("ok") << true;
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray() << true;
    QTest::newRow("interim first") << QByteArray(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                                   << 200 << QByteArray("ok") << true;
    QTest::newRow("chunked") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nX: y\r\n\r\n")
                             << 200 << QByteArray("hello") << true;
}

void TestHttpAnswer::reads()
{
    QFETCH(QByteArray, text);
    for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(7), text.size()}) {
        HttpAnswer answer;
        QCOMPARE(readAll(answer, text, step), State::Complete);
        QTEST(answer.status(), "status");
        QTEST(answer.body(), "body");
        QTEST(answer.keepsAlive(), "keepsAlive");
    }
    HttpAnswer cut;
    QVERIFY(readAll(cut, text.chopped(1), 1) != State::Complete);
    QVERIFY(cut.end() != State::Complete);
}

void TestHttpAnswer::closingEndsABodyWithoutLength()
{
    HttpAnswer answer;
    QCOMPARE(answer.feed("HTTP/1.1 200 OK\r\n\r\nhello"), State::Body);
    QCOMPARE(answer.end(), State::Complete);
    QCOMPARE(answer.body(), QByteArray("hello"));
    QVERIFY(!answer.keepsAlive());
}

void TestHttpAnswer::longBodiesAreReadNoFurther_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("length") << QByteArray("Content-Length: 99999999999\r\n\r\n");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\nfffffff\r\n");
    QTest::newRow("until close") << QByteArray("\r\n");
}

void TestHttpAnswer::longBodiesAreReadNoFurther()
{
    QFETCH(QByteArray, head);
    HttpAnswer answer;
    answer.feed("HTTP/1.1 200 OK\r\n");
    answer.feed(head);
    for (int i = 0; i < 100; ++i)
        answer.feed(QByteArray(1024, 'x'));
    QCOMPARE(answer.state(), State::TooLong);
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.body().size() <= HttpAnswer::maxBody);
}

void TestHttpAnswer::junkIsFaulty_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("first byte") << QByteArray("\x16");
    QTest::newRow("http 2") << QByteArray("HTTP/2 200\r\n\r\n");
    QTest::newRow("status") << QByteArray("HTTP/1.1 2x0 OK\r\n\r\n");
    QTest::newRow("status long") << QByteArray("HTTP/1.1 2000 OK\r\n\r\n");
    QTest::newRow("negative status") << QByteArray("HTTP/1.1 -20 OK\r\n\r\n");
    QTest::newRow("field without colon") << QByteArray("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
    QTest::newRow("chunk size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    QTest::newRow("chunk end") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n");
    QTest::newRow("endless head") << QByteArray("HTTP/1.1 200 OK\r\n") + QByteArray(20000, 'a');
    QTest::newRow("endless chunk size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            + QByteArray(2000, '0');
}

void TestHttpAnswer::junkIsFaulty()
{
    QFETCH(QByteArray, text);
    HttpAnswer answer;
    QCOMPARE(readAll(answer, text, 1), State::Faulty);
    QCOMPARE(answer.feed("HTTP/1.1 200 OK\r\n\r\n"), State::Faulty);
    QCOMPARE(answer.end(), State::Faulty);
}

void TestHttpAnswer::bytesAfterTheAnswerEndTheConnection()
{
    HttpAnswer answer;
    QCOMPARE(answer.feed("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok!"), State::Complete);
    QVERIFY(!answer.keepsAlive());
    QCOMPARE(answer.body(), QByteArray("ok"));
}

void TestHttpAnswer::verdict_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, int status, const char *body, const char *member, const char *value,
                         const char *fault) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromUtf8(member) << QString::fromUtf8(value)
                            << QString::fromUtf8(fault);
    };
    row("fine", 200, "", "", "", "");
    row("upper end", 299, "", "", "", "");
    row("below", 199, "", "", "", "HTTP 199, expected 200-299");
    row("503", 503, "", "", "", "HTTP 503, expected 200-299");
    row("status before body", 503, "{}", "a", "1", "HTTP 503, expected 200-299");
    row("text", 200, R"({"status":"healthy"})", "status", R"("healthy")", "");
    row("other text", 200, R"({"status":"degraded"})", "status", R"("healthy")",
        R"(member 'status' is "degraded", expected "healthy")");
    row("number", 200, R"({"n":3.0})", "n", "3", "");
    row("other type", 200, R"({"n":"3"})", "n", "3", R"(member 'n' is "3", expected 3)");
    row("true", 200, R"({"ok":true})", "ok", "true", "");
    row("null", 200, R"({"ok":null})", "ok", "true", "member 'ok' is null, expected true");
    row("missing", 200, R"({"b":1})", "a", "1", "member 'a' is missing, expected 1");
    row("dotted", 200, R"({"a":{"b":{"c":1}}})", "a.b.c", "1", "");
    row("dotted name itself", 200, R"({"a.b":1,"a":{"b":2}})", "a.b", "1", "");
    row("in a list", 200, R"({"a":[{"up":false}]})", "a.0.up", "true", "member 'a.0.up' is false, expected true");
    row("past the list", 200, R"({"a":[]})", "a.7", "true", "member 'a.7' is missing, expected true");
    row("not json", 200, "<html>", "a", "1", "answer is not JSON, expected member 'a'");
    row("empty", 200, "", "a", "1", "answer is not JSON, expected member 'a'");
    row("control characters", 200, "{\"a\":\"\\u001b[2J\\u202e\"}", "a", "1",
        "member 'a' is \"\\u001b[2J\\u202e\", expected 1");
}

void TestHttpAnswer::verdict()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, name);
    QFETCH(QString, value);
    ProbeSpec spec;
    if (!name.isEmpty())
        spec.json.append({name, value});
    QTEST(HttpVerdict(spec).fault(complete(status, body)), "fault");
    spec.statusFrom = spec.statusTo = 204;
    QCOMPARE(HttpVerdict(spec).fault(complete(status, body)), QStringLiteral("HTTP %1, expected 204").arg(status));
}

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"

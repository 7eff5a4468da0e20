#include "core/alerts/execsink.h"
#include "core/alerts/webhooksink.h"
#include "tests/core/alerts/hookserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// Each way to tell, against receivers that are well, ill or hostile.
class TestSinks : public QObject
{
    Q_OBJECT

    using Kind = SinkOutcome::Kind;
    static SinkOutcome tell(AlertSink &sink, const QByteArray &body)
    {
        std::optional<SinkOutcome> outcome;
        sink.tell(body, [&outcome](const SinkOutcome &came) { outcome = came; });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000))
            return {Kind::Refused, QStringLiteral("the test waited in vain")};
        return *outcome;
    }
    static SinkOutcome post(const HookServer &server, const QByteArray &body = "{}")
    {
        WebhookSink sink(QUrl(server.url()));
        sink.setPatience(2s);
        return tell(sink, body);
    }
    static SinkOutcome run(const QStringList &command, const QByteArray &body = "{}", milliseconds timeout = 20s)
    {
        ExecSink sink({command, timeout}, {"PATH=/usr/bin:/bin", "KEEP=1"});
        return tell(sink, body);
    }

private Q_SLOTS:
    void postsJson()
    {
        HookServer server;
        QCOMPARE(post(server, R"({"a":1})").kind, Kind::Told);
        QCOMPARE(server.bodies, QList<QByteArray>{R"({"a":1})"});
        const QByteArray head = server.heads.first().toLower();
        QVERIFY(head.startsWith("post /hook http/1.1"));
        QVERIFY(head.contains("content-type: application/json"));
        QVERIFY(!head.contains("authorization"));
    }

    void knowsWhatIsWorthTryingAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        for (const int told : {200, 201, 202, 204})
            QTest::newRow(QByteArray::number(told).constData()) << told << static_cast<int>(Kind::Told);
        for (const int later : {301, 302, 307, 308, 401, 403, 404, 408, 429, 500, 502, 503})
            QTest::newRow(QByteArray::number(later).constData()) << later << static_cast<int>(Kind::Later);
        for (const int refused : {400, 413, 415, 422})
            QTest::newRow(QByteArray::number(refused).constData()) << refused << static_cast<int>(Kind::Refused);
    }
    void knowsWhatIsWorthTryingAgain()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        HookServer server;
        server.answer = "HTTP/1.1 " + QByteArray::number(status)
            + (status == 204 ? " X\r\n\r\n" : " X\r\nContent-Length: 7\r\n\r\nsecret!");
        const SinkOutcome outcome = post(server);
        QCOMPARE(static_cast<int>(outcome.kind), kind);
        QVERIFY(!outcome.reason.contains(QStringLiteral("secret")));
        QCOMPARE(outcome.reason.contains(QString::number(status)), outcome.kind != Kind::Told);
    }

    void followsNoRedirect()
    {
        HookServer target;
        HookServer server;
        server.answer = "HTTP/1.1 307 X\r\nLocation: " + target.url().toLatin1() + "\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(post(server).kind, Kind::Later);
        server.answer = "HTTP/1.1 302 X\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(post(server).kind, Kind::Later);
        QVERIFY(target.bodies.isEmpty());
    }

    void waitsForNobodyForEver_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("silence") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
        QTest::newRow("no HTTP") << QByteArray("220 smtp.example ESMTP\r\n");
    }
    void waitsForNobodyForEver()
    {
        QFETCH(QByteArray, answer);
        HookServer server;
        server.answer = answer;
        QCOMPARE(post(server).kind, Kind::Later);
    }

    void aBodyWithoutEndEndsToo()
    {
        HookServer server;
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nx";
        QCOMPARE(post(server).kind, Kind::Told); // it said yes; what else it says does not matter
    }

    void nobodyIsThere()
    {
        HookServer server;
        server.close();
        const SinkOutcome outcome = post(server);
        QCOMPARE(outcome.kind, Kind::Later);
        QCOMPARE(outcome.reason, QStringLiteral("connection refused"));
    }

    void programsReadTheAlert()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out"));
        const QByteArray body = R"({"message":"$(touch /tmp/x); `id` \u001b"})" + QByteArray(1'000'000, ' ');
        QCOMPARE(run({QStringLiteral("tee"), path}, body).kind, Kind::Told);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(body + '\n'));
    }

    void programsThatFailAreTriedAgain()
    {
        QCOMPARE(run({QStringLiteral("false")}).kind, Kind::Later);
        QCOMPARE(run({QStringLiteral("false")}).reason, QStringLiteral("it ended with code 1"));
        const SinkOutcome missing = run({QStringLiteral("no-such-program-anywhere")});
        QCOMPARE(missing.kind, Kind::Later);
        QVERIFY2(missing.reason.contains(QStringLiteral("no-such-program-anywhere")), qPrintable(missing.reason));
        QCOMPARE(run({QStringLiteral("true")}).kind, Kind::Told); // it need not read
    }

    void argumentsMeetNoShell()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("made"));
        QCOMPARE(
            run({QStringLiteral("echo"), QStringLiteral("$(touch ") + path + u')', QStringLiteral("; touch ") + path})
                .kind,
            Kind::Told);
        QVERIFY(!QFile::exists(path));
    }

    void programsThatHangAreKilledWithAllTheyStarted()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pid"));
        const SinkOutcome outcome = run(
            {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("sleep 300 & echo $! > %1; wait").arg(path)},
            "{}", 1s);
        QCOMPARE(outcome.kind, Kind::Later);
        QCOMPARE(outcome.reason, QStringLiteral("not done within 1s"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString process = QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(file.readAll().trimmed()));
        QTRY_VERIFY([&process] {
            QFile command(process);
            return !command.open(QIODevice::ReadOnly) || !command.readAll().contains("sleep");
        }());
    }
};

QTEST_GUILESS_MAIN(TestSinks)
#include "tst_sinks.moc"

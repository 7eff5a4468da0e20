#include "tests/integration/demoprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

using namespace foghorn;

class TestDemo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void saysWhenItsPortIsTaken();
    void answersOnAKeptConnection();
    void isNotReadyBeforeItsTime();
    void isUnhealthyForAWhile();
    void refusesWrongFaults_data();
    void refusesWrongFaults();
    void hangs();
    void crashes();
    void ignoresTermAsTold();
    void survivesJunk_data();
    void survivesJunk();
    void beatsOverHttp();
};

void TestDemo::refusesWrongUsage_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *arguments, int code, const char *says) {
        QTest::newRow(arguments) << code << QString::fromUtf8(says);
    };
    row("--help", 0, "Usage: foghorn-demo --name NAME");
    row("--version", 0, "foghorn-demo ");
    row("--heartbeat", 2, "--name is missing");
    row("--name a", 2, "--port is missing");
    row("--name a --port", 2, "--port needs a value");
    row("--name a --port 65536", 2, "--port must be a number from 0 to 65535, not '65536'");
    row("--name a --port=1x", 2, "--port must be a number");
    row("--name a/b --port 1", 2, "--name must be");
    row("--name a --port 0 --delay-ready -1", 2, "--delay-ready must be");
    row("--nmae a", 2, "unknown argument '--nmae'");
}

void TestDemo::refusesWrongUsage()
{
    QFETCH(QString, says);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(demoProgram(), QString::fromUtf8(QTest::currentDataTag()).split(u' '));
    QTRY_COMPARE(finished.size(), 1);
    QTEST(process.exitCode(), "code");
    const QString output = QString::fromUtf8(process.readAll());
    QVERIFY2(output.contains(says), qPrintable(output));
}

void TestDemo::saysWhenItsPortIsTaken()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString port = QString::number(server.serverPort());
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(demoProgram(), {QStringLiteral("--name"), QStringLiteral("a"), QStringLiteral("--port"), port});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()),
        QStringLiteral("foghorn-demo: port %1 is in use\n").arg(port));
}

void TestDemo::answersOnAKeptConnection()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    // Three at once on one connection, answered in order.
    const QByteArray questions = get("/") + get("/nothing") + get("/health?x=1");
    const QByteArray got = talk(demo.port(), questions, "uptime_seconds");
    QVERIFY2(got.startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain"), got.constData());
    QVERIFY(got.indexOf("404") > 0 && got.indexOf("404") < got.indexOf("healthy"));
    const QJsonObject body = QJsonDocument::fromJson(got.mid(got.lastIndexOf("\r\n\r\n") + 4)).object();
    QCOMPARE(body.value(QStringLiteral("status")).toString(), QStringLiteral("healthy"));
    QCOMPARE(body.value(QStringLiteral("service")).toString(), QStringLiteral("edge"));
    QVERIFY(body.value(QStringLiteral("uptime_seconds")).isDouble());
    QVERIFY(talk(demo.port(), "PUT /health HTTP/1.1\r\n\r\n").contains("Allow: GET, HEAD"));
    QSignalSpy finished(&demo.process, &QProcess::finished);
    demo.process.terminate();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(demo.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(demo.process.exitCode(), 0);
    QVERIFY(demo.log().contains("edge: ready\n"));
    QVERIFY(demo.log().contains("edge: TERM received, stopping\n"));
}

void TestDemo::isNotReadyBeforeItsTime()
{
    Demo demo({QStringLiteral("--delay-ready"), QStringLiteral("700")});
    QTRY_VERIFY(demo.port() != 0);
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 503 "));
    QVERIFY(!demo.log().contains("ready"));
    QTRY_VERIFY(demo.log().contains("edge: ready\n"));
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 "));
}

void TestDemo::isUnhealthyForAWhile()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    QVERIFY(talk(demo.port(), fault(R"({"kind":"unhealthy","seconds":1})")).startsWith("HTTP/1.1 200 "));
    const QByteArray got = talk(demo.port(), get("/health"));
    QVERIFY(got.startsWith("HTTP/1.1 503 ") && got.endsWith(R"({"status":"unhealthy"})"));
    QTRY_VERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 "));
}

void TestDemo::refusesWrongFaults_data()
{
    QTest::addColumn<QByteArray>("body");
    int number = 0;
    for (const char *const wrong : {"", "{}", "[]", R"({"kind":"no"})", R"({"kind":"hang","seconds":-1})",
             R"({"kind":"hang","x":1})", R"({"kind":"hang")", R"({"kind":"hang"} x)", R"({"kind":"ha\u006eg"})"})
        QTest::addRow("%d", ++number) << QByteArray(wrong);
}

void TestDemo::refusesWrongFaults()
{
    QFETCH(QByteArray, body);
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    const QByteArray got = talk(demo.port(), fault(body));
    QVERIFY2(got.startsWith("HTTP/1.1 400 "), got.constData());
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 "));
}

void TestDemo::hangs()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    talk(demo.port(), fault(R"({"kind":"hang","seconds":60})"));
    QTcpSocket socket;
    QSignalSpy read(&socket, &QTcpSocket::readyRead);
    socket.connectToHost(QHostAddress::LocalHost, demo.port());
    socket.write(get("/health"));
    QVERIFY(!read.wait(400));
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QVERIFY(talk(demo.port(), get("/"), "/fault").startsWith("HTTP/1.1 200 ")); // only /health hangs
}

void TestDemo::crashes()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    QSignalSpy finished(&demo.process, &QProcess::finished);
    QVERIFY(talk(demo.port(), fault(R"({"kind":"crash"})")).startsWith("HTTP/1.1 200 "));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(demo.process.exitCode(), 1);
    QVERIFY(demo.log().contains("edge: fault: crash\n"));
}

void TestDemo::ignoresTermAsTold()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    talk(demo.port(), fault(R"({"kind":"ignore-term","seconds":60})"));
    demo.process.terminate();
    QTRY_VERIFY(demo.log().contains("TERM received, ignored"));
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 "));
}

void TestDemo::survivesJunk_data()
{
    QTest::addColumn<QByteArray>("junk");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray bad = "HTTP/1.1 400 ";
    const QByteArray large = "HTTP/1.1 413 ";
    const QByteArray post = "POST /fault HTTP/1.1\r\n";
    QTest::newRow("no http") << QByteArray("hello\r\n\r\n") << bad;
    QTest::newRow("binary") << QByteArray::fromHex("160301020001ff0d0a0d0a") << bad;
    QTest::newRow("huge head") << get("/" + QByteArray(9000, 'a')) << large;
    QTest::newRow("endless head") << QByteArray(9000, 'a') << large;
    QTest::newRow("huge body") << QByteArray(post + "Content-Length: 9999999999\r\n\r\n") << large;
    QTest::newRow("bad length") << QByteArray(post + "Content-Length: -1\r\n\r\n") << bad;
    QTest::newRow("overflow") << QByteArray(post + "Content-Length: 99999999999999999999999\r\n\r\n") << bad;
    QTest::newRow("chunked") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n") << bad;
}

void TestDemo::survivesJunk()
{
    QFETCH(QByteArray, junk);
    QFETCH(QByteArray, answer);
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    for (int i = 0; i < 3; ++i) {
        const QByteArray got = talk(demo.port(), junk);
        QVERIFY2(got.startsWith(answer), got.constData());
    }
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 "));
}

void TestDemo::beatsOverHttp()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray request;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const peer = server.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [&request, peer] {
            request += peer->readAll();
            peer->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        });
    });
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("FOGHORN_HEARTBEAT_URL"),
        QStringLiteral("http://127.0.0.1:%1/api/beat").arg(server.serverPort()));
    environment.insert(QStringLiteral("FOGHORN_TOKEN"), QStringLiteral("s3cret"));
    Demo demo({QStringLiteral("--heartbeat")}, environment);
    QTRY_VERIFY(request.endsWith("\r\n\r\n"));
    QVERIFY2(request.startsWith("POST /api/beat HTTP/1.1\r\n"), request.constData());
    QVERIFY(request.contains("\r\nAuthorization: Bearer s3cret\r\n"));
    QTRY_VERIFY(demo.log().contains("edge: heartbeat failed: HTTP 401\n"));
    QVERIFY(!demo.log().contains("s3cret"));
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"

#include "core/api/websocket.h"
#include "tests/core/api/fakefleet.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

#include <sys/socket.h>

using namespace foghorn;

/// The API behind TLS, with real certificates.
class TestTls : public QObject
{
    Q_OBJECT

    QString path(const QByteArray &name) const { return m_directory.filePath(QString::fromLatin1(name)); }

    bool openssl(const QByteArray &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_directory.path());
        process.start(QStringLiteral("openssl"), QString::fromLatin1(arguments).split(u' '));
        const bool hasEnded = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
        if (!hasEnded || process.exitCode() != 0)
            qWarning("openssl %s: %s", arguments.constData(), process.readAllStandardError().constData());
        return hasEnded && process.exitCode() == 0;
    }
    /// NAME.pem and NAME.key, signed by itself.
    bool makeCertificate(const QByteArray &name, const QByteArray &kind = "ec -pkeyopt ec_paramgen_curve:prime256v1")
    {
        return openssl("req -x509 -newkey " + kind + " -nodes -days 2 -keyout " + name + ".key -out " + name
            + ".pem -subj /CN=" + name + " -addext subjectAltName=DNS:localhost,IP:127.0.0.1");
    }
    TlsSpec spec(const char *certificate, const char *key, const char *authority = "") const
    {
        TlsSpec tls;
        tls.certificate = path(certificate);
        tls.key = path(key);
        if (*authority)
            tls.clientCa = path(authority);
        return tls;
    }
    bool open(const TlsSpec &tls)
    {
        m_fleet = std::make_unique<FakeFleet>();
        m_fleet->options.tls = tls;
        return m_fleet->open();
    }
    QSslConfiguration clientConfiguration(const char *ownName = "") const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(path("server.pem")));
        if (*ownName) {
            QFile key(path(QByteArray(ownName) + ".key"));
            if (key.open(QFile::ReadOnly))
                configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
            configuration.setLocalCertificateChain(QSslCertificate::fromPath(path(QByteArray(ownName) + ".pem")));
        }
        return configuration;
    }
    /// What the server says to GET /livez until it closes; empty when there is no connection to be had.
    QByteArray answerTo(const QSslConfiguration &configuration)
    {
        QSslSocket socket;
        socket.setSslConfiguration(configuration);
        connect(&socket, &QSslSocket::encrypted, &socket,
            [&socket] { socket.write("GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); });
        socket.connectToHostEncrypted(QStringLiteral("localhost"), m_fleet->server->port());
        QByteArray answer;
        const bool isOver = QTest::qWaitFor(
            [&] {
                answer += socket.readAll();
                return socket.state() == QAbstractSocket::UnconnectedState;
            },
            20'000);
        return isOver ? answer : QByteArray("still connected");
    }

private Q_SLOTS:
    void initTestCase();
    void serves();
    void streamsEvents();
    void listenersThatResetHarmNobody();
    void servesWithAnRsaKey();
    void asksClientsForTheirCertificate();
    void plainTextGetsNothing();
    void whoNeverSaysHelloHoldsNobodyUp();
    void faultyFilesAreNamed_data();
    void faultyFilesAreNamed();

private:
    QTemporaryDir m_directory;
    std::unique_ptr<FakeFleet> m_fleet;
};

void TestTls::initTestCase()
{
    for (const char *name : {"server", "friend", "stranger"})
        QVERIFY(makeCertificate(name));
    QVERIFY(makeCertificate("rsa", "rsa:2048"));
    QFile nonsense(path("nonsense.pem"));
    QVERIFY(nonsense.open(QFile::WriteOnly));
    nonsense.write("nonsense\n");
}

void TestTls::serves()
{
    QVERIFY(open(spec("server.pem", "server.key")));
    QVERIFY(m_fleet->server->url().startsWith(QStringLiteral("https://")));
    QVERIFY(answerTo(clientConfiguration()).startsWith("HTTP/1.1 200 "));
    // a client that trusts others only does not take us
    QSslConfiguration wary = QSslConfiguration::defaultConfiguration();
    wary.setCaCertificates(QSslCertificate::fromPath(path("friend.pem")));
    QCOMPARE(answerTo(wary), QByteArray());
}

void TestTls::streamsEvents()
{
    QVERIFY(open(spec("server.pem", "server.key")));
    QWebSocket socket;
    int events = 0;
    qint64 lastId = 0;
    connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString &text) {
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        events += message[u"type"] == QLatin1String("event") && message[u"id"].toInteger() == lastId + 1 ? 1 : 0;
        lastId = message[u"id"].toInteger();
    });
    socket.setSslConfiguration(clientConfiguration());
    QNetworkRequest request(
        QUrl(QStringLiteral("wss://localhost:%1/api/orchestration/events/stream").arg(m_fleet->server->port())));
    request.setRawHeader("Authorization", "Bearer " + FakeFleet::viewerToken);
    socket.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 20'000);
    for (int i = 1; i <= 400; ++i) { // 8 MB: more than fits anywhere at once
        Event event;
        event.message = QString(20'000, u'x');
        m_fleet->events.append(event);
        if (i % 100 == 0)
            QTRY_COMPARE_WITH_TIMEOUT(events, i, 20'000);
    }
    m_fleet.reset();
    QTRY_COMPARE(int(socket.closeCode()), 1001);
}

void TestTls::listenersThatResetHarmNobody()
{
    QSslServer server;
    QSslConfiguration own = clientConfiguration("server");
    own.setPeerVerifyMode(QSslSocket::VerifyNone);
    server.setSslConfiguration(own);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const StreamLimits limits;
    for (int round = 0; round < 20; ++round) {
        QSslSocket client;
        client.setSslConfiguration(clientConfiguration());
        client.connectToHostEncrypted(QStringLiteral("localhost"), server.serverPort());
        QTRY_VERIFY_WITH_TIMEOUT(client.isEncrypted() && server.hasPendingConnections(), 20'000);
        auto *stream = new WebSocket(server.nextPendingConnection(), limits); // owned by the socket
        QSignalSpy gone(stream, &WebSocket::gone);
        const linger reset{1, 0};
        ::setsockopt(int(client.socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        client.abort();
        // nothing of it was read yet: the first write finds out, in the midst of sending
        for (int i = 0; i < 5; ++i) {
            stream->send(QByteArray(200'000, 'x'));
            QVERIFY(stream->queuedBytes() >= 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, 20'000);
    }
}

void TestTls::servesWithAnRsaKey()
{
    QVERIFY(open(spec("rsa.pem", "rsa.key")));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(path("rsa.pem")));
    QVERIFY(answerTo(configuration).startsWith("HTTP/1.1 200 "));
}

void TestTls::asksClientsForTheirCertificate()
{
    QVERIFY(open(spec("server.pem", "server.key", "friend.pem")));
    QVERIFY(answerTo(clientConfiguration("friend")).startsWith("HTTP/1.1 200 "));
    QCOMPARE(answerTo(clientConfiguration("stranger")), QByteArray());
    QCOMPARE(answerTo(clientConfiguration()), QByteArray());
    QVERIFY(answerTo(clientConfiguration("friend")).startsWith("HTTP/1.1 200 "));
}

void TestTls::plainTextGetsNothing()
{
    QVERIFY(open(spec("server.pem", "server.key")));
    QTcpSocket socket;
    QByteArray answer;
    connect(&socket, &QTcpSocket::connected, &socket,
        [&socket] { socket.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"); });
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_fleet->server->port());
    QVERIFY(QTest::qWaitFor(
        [&] {
            answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        20'000));
    QVERIFY(!answer.contains("HTTP/"));
    QVERIFY(answerTo(clientConfiguration()).startsWith("HTTP/1.1 200 "));
}

void TestTls::whoNeverSaysHelloHoldsNobodyUp()
{
    QVERIFY(open(spec("server.pem", "server.key")));
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), m_fleet->server->port());
    QTRY_COMPARE(silent.state(), QAbstractSocket::ConnectedState);
    QVERIFY(answerTo(clientConfiguration()).startsWith("HTTP/1.1 200 "));
    QCOMPARE(silent.state(), QAbstractSocket::ConnectedState);
}

void TestTls::faultyFilesAreNamed_data()
{
    QTest::addColumn<TlsSpec>("tls");
    QTest::addColumn<QString>("named");
    QTest::newRow("no certificate") << spec("missing.pem", "server.key") << path("missing.pem");
    QTest::newRow("no key") << spec("server.pem", "missing.key") << path("missing.key");
    QTest::newRow("no PEM") << spec("nonsense.pem", "server.key") << path("nonsense.pem");
    QTest::newRow("key is no key") << spec("server.pem", "nonsense.pem") << path("nonsense.pem");
    QTest::newRow("key of another certificate") << spec("server.pem", "friend.key") << path("friend.key");
    QTest::newRow("EC key of an RSA certificate") << spec("rsa.pem", "server.key") << path("server.key");
    QTest::newRow("no client CA") << spec("server.pem", "server.key", "missing.ca") << path("missing.ca");
}

void TestTls::faultyFilesAreNamed()
{
    QFETCH(TlsSpec, tls);
    QFETCH(QString, named);
    FakeFleet fleet;
    fleet.options.tls = tls;
    ApiServer server(fleet.sources(), fleet.options);
    const Result<void> done = server.listen();
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(named), qPrintable(done.error().text));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

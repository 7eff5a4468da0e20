#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

using namespace foghorn;

/// Who can reach a real daemon over the network, and how: nobody in plain beyond this machine, nobody with TLS before
/// 1.2, and with `client_ca` nobody without a certificate, nor with one alone.
class TestTlsFront : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;

    struct Run
    {
        int exitCode = -1;
        QByteArray output;
    };
    Run run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        const bool hasEnded = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
        process.kill();
        return {hasEnded ? process.exitCode() : -1, process.readAll()};
    }
    bool makeCertificate(const QString &name) const
    {
        return run(u"openssl"_qs,
                   {u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs, u"ec_paramgen_curve:prime256v1"_qs,
                       u"-nodes"_qs, u"-days"_qs, u"2"_qs, u"-subj"_qs, u"/CN="_qs + name, u"-addext"_qs,
                       u"subjectAltName=IP:127.0.0.1"_qs, u"-keyout"_qs, m_fleet->path(name + u".key"_qs), u"-out"_qs,
                       m_fleet->path(name + u".pem"_qs)})
                   .exitCode
            == 0;
    }
    void write(const QByteArray &api)
    {
        m_fleet = std::make_unique<FleetFixture>(QByteArray());
        m_fleet->writeRaw("fleet: t\napi: {" + api + "}\nservices:\n  a: {command: [sleep, '1000']}\n");
        for (const QString &name : {u"server"_qs, u"friend"_qs, u"stranger"_qs})
            QVERIFY(makeCertificate(name));
    }
    QString url() const { return m_fleet->daemon().client().target().url.toString(); }
    QString port() const { return QString::number(m_fleet->daemon().client().target().url.port()); }
    /// The status that curl gets; 000: no connection was to be had.
    QByteArray curl(const QStringList &arguments) const
    {
        return run(u"curl"_qs,
            QStringList{u"-s"_qs, u"-o"_qs, u"/dev/null"_qs, u"-w"_qs, u"%{http_code}"_qs, u"--max-time"_qs, u"20"_qs,
                u"--cacert"_qs, m_fleet->path(u"server.pem"_qs)}
                + arguments)
            .output;
    }
    QStringList certificate(const QString &name) const
    {
        return {u"--cert"_qs, m_fleet->path(name + u".pem"_qs), u"--key"_qs, m_fleet->path(name + u".key"_qs)};
    }
    QStringList token() const
    {
        const QByteArray token = m_fleet->read(u"state/token"_qs).trimmed();
        return {u"-H"_qs, u"Authorization: Bearer "_qs + QString::fromLatin1(token)};
    }

private Q_SLOTS:
    void cleanup() { m_fleet.reset(); }

    void plainListeningBeyondThisMachineIsRefused_data()
    {
        QTest::addColumn<QByteArray>("api");
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QByteArray>("said");
        const QByteArray tls = "tls: {certificate: server.pem, key: server.key}";
        QTest::newRow("all, in the file") << QByteArray("listen: '0.0.0.0:0'") << QString() << QByteArray("tls");
        QTest::newRow("all of IPv6, in the file") << QByteArray("listen: '[::]:0'") << QString() << QByteArray("tls");
        QTest::newRow("all, as an argument") << QByteArray() << u"0.0.0.0:0"_qs << QByteArray("api.tls");
        QTest::newRow("all of IPv6, as an argument") << QByteArray() << u"[::]:0"_qs << QByteArray("api.tls");
        QTest::newRow("one address") << QByteArray() << u"192.0.2.1:0"_qs << QByteArray("api.tls");
        QTest::newRow("IPv4 in IPv6") << QByteArray() << u"[::ffff:0.0.0.0]:0"_qs << QByteArray("api.tls");
        QTest::newRow("TLS without tokens, in the file")
            << "listen: '0.0.0.0:0', auth: none, " + tls << QString() << QByteArray("auth: token");
        QTest::newRow("TLS without tokens, as an argument")
            << "auth: none, " + tls << u"0.0.0.0:0"_qs << QByteArray("api.auth: token");
        QTest::newRow("a name that is no address")
            << QByteArray() << u"evil.example:0"_qs << QByteArray("evil.example");
    }
    void plainListeningBeyondThisMachineIsRefused()
    {
        QFETCH(QByteArray, api);
        QFETCH(QString, listen);
        QFETCH(QByteArray, said);
        write(api);
        QStringList arguments{u"--config"_qs, m_fleet->path(u"fleet.yaml"_qs), u"--state-dir"_qs, m_fleet->state()};
        if (!listen.isEmpty())
            arguments << u"--listen"_qs << listen;
        const ProgramRun daemon = runProgram(u"foghornd"_qs, arguments, 30'000);
        QCOMPARE(daemon.exitCode, 1);
        QVERIFY2(daemon.errors.contains(said), daemon.errors.constData());
        QVERIFY(daemon.output.isEmpty()); // no service was started
        QVERIFY(!m_fleet->has(u"state/api.url"_qs) && !m_fleet->has(u"state/logs/a.log"_qs));
    }

    void beyondThisMachineWithTlsAndTokens()
    {
        write("tls: {certificate: server.pem, key: server.key}");
        m_fleet->writeRaw("fleet: t\napi: {listen: '0.0.0.0:0', tls: {certificate: server.pem, key: server.key}}\n"
                          "services:\n  a: {command: [sleep, '1000']}\n");
        auto daemon = std::make_unique<RunningDaemon>(QStringList{m_fleet->path(u"fleet.yaml"_qs)}, m_fleet->state());
        daemon->setListen(u"0.0.0.0:0"_qs);
        QVERIFY2(daemon->start(), daemon->errors().constData());
        const QString address =
            QStringLiteral("https://127.0.0.1:%1/api/orchestration/services").arg(daemon->client().target().url.port());
        QCOMPARE(curl(QStringList{address}), QByteArray("401"));
        QCOMPARE(curl(token() + QStringList{address}), QByteArray("200"));
        QCOMPARE(curl(token() + QStringList{u"-H"_qs, u"Host: evil.example"_qs, address}), QByteArray("403"));
        QCOMPARE(curl(token() + QStringList{u"-H"_qs, u"Host: 0.0.0.0"_qs, address}), QByteArray("403"));
        QCOMPARE(daemon->stop(), 0);
    }

    void onlyTls12AndLater()
    {
        write("tls: {certificate: server.pem, key: server.key}");
        QVERIFY2(m_fleet->begin(), m_fleet->daemon().errors().constData());
        for (const auto &[version, isGood] : {std::pair("-tls1", false), std::pair("-tls1_1", false),
                 std::pair("-tls1_2", true), std::pair("-tls1_3", true)}) {
            QStringList arguments{u"s_client"_qs, u"-connect"_qs, u"127.0.0.1:"_qs + port(), QLatin1String(version)};
            if (!isGood) // or the client itself would not try
                arguments << u"-cipher"_qs << u"DEFAULT@SECLEVEL=0"_qs;
            const Run client = run(u"openssl"_qs, arguments);
            const bool isSpoken = client.output.contains("Verification") && !client.output.contains("Cipher is (NONE)");
            QVERIFY2(isSpoken == isGood, QByteArray(version + QByteArray(": ") + client.output.left(3000)).constData());
        }
        // the key is nowhere to be read
        const QByteArray key = m_fleet->read(u"server.key"_qs).split('\n').value(1);
        QVERIFY(key.size() > 30);
        QVERIFY(!m_fleet->daemon().errors().contains(key) && !m_fleet->daemon().output().contains(key));
    }

    void certificatesOfClients()
    {
        write("tls: {certificate: server.pem, key: server.key, client_ca: friend.pem}");
        QVERIFY2(m_fleet->begin(), m_fleet->daemon().errors().constData());
        const QStringList address{url() + u"/api/orchestration/services"_qs};
        QCOMPARE(curl(certificate(u"friend"_qs) + token() + address), QByteArray("200"));
        QCOMPARE(curl(certificate(u"friend"_qs) + address), QByteArray("401")); // a certificate is no token
        QCOMPARE(curl(certificate(u"stranger"_qs) + token() + address), QByteArray("000"));
        QCOMPARE(curl(token() + address), QByteArray("000"));
        QCOMPARE(curl(certificate(u"server"_qs) + token() + address), QByteArray("000"));
        QCOMPARE(curl(QStringList{url() + u"/livez"_qs}), QByteArray("000"));
        const QString plain = u"http://127.0.0.1:"_qs + port() + u"/livez"_qs;
        QCOMPARE(curl(QStringList{plain}), QByteArray("000"));
        // whoever sits at the machine needs none: the Unix socket knows its user
        QCOMPARE(curl(QStringList{u"--unix-socket"_qs, m_fleet->path(u"state/api.sock"_qs),
                     u"http://localhost/api/orchestration/services"_qs}),
            QByteArray("200"));
    }
};

QTEST_GUILESS_MAIN(TestTlsFront)
#include "tst_tlsfront.moc"

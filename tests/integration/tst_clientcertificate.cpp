#include "core/client/remotecontrolroom.h"
#include "tests/integration/fleetfixture.h"

using namespace foghorn;

namespace {

constexpr int patience = 30'000;

QString word(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// A real foghornd that asks its clients for a certificate, foghornctl, and the window's way to it.
class tst_ClientCertificate final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;

    QString file(const char *name) const { return m_fleet->path(QLatin1String(name)); }
    /// NAME.pem and NAME.key, signed by itself.
    bool makeCertificate(const QString &name) const
    {
        const QString key = m_fleet->path(name + word(".key"));
        const QStringList arguments{word("req"), word("-x509"), word("-newkey"), word("ec"), word("-pkeyopt"),
            word("ec_paramgen_curve:prime256v1"), word("-nodes"), word("-days"), word("2"), word("-subj"),
            word("/CN=") + name, word("-addext"), word("subjectAltName=IP:127.0.0.1"), word("-keyout"), key,
            word("-out"), m_fleet->path(name + word(".pem"))};
        QProcess process;
        process.start(word("openssl"), arguments);
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience)
            && process.exitCode() == 0 && QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
    }
    ProgramRun ctl(const QStringList &arguments) const
    {
        return runProgram(word("foghornctl"), QStringList{word("--state-dir"), m_fleet->state()} + arguments);
    }

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FleetFixture>(QByteArray());
        for (const char *name : {"server", "friend", "stranger"})
            QVERIFY(makeCertificate(QLatin1String(name)));
        m_fleet->writeRaw("fleet: t\napi: {tls: {certificate: server.pem, key: server.key, client_ca: friend.pem}}\n"
                          "services:\n  base: {command: [sleep, '1000']}\n");
    }
    void cleanup() { m_fleet.reset(); }

    void ctlShowsItsCertificate()
    {
        QVERIFY(m_fleet->begin());
        const QStringList trust{word("--ca"), file("server.pem")};
        const QStringList status{word("status")};
        QCOMPARE(ctl(trust + status).exitCode, 3);
        const QStringList own{word("--cert"), file("friend.pem"), word("--key"), file("friend.key")};
        ProgramRun let;
        const auto isUp = [&] { // base may still be starting
            let = ctl(trust + own + status);
            return let.exitCode == 0 && let.output.contains("running");
        };
        QVERIFY2(QTest::qWaitFor(isUp, patience), let.errors.constData());
        QCOMPARE(ctl(own + status).exitCode, 3); // nobody vouches for the server
        const QStringList others{word("--cert"), file("stranger.pem"), word("--key"), file("stranger.key")};
        QCOMPARE(ctl(trust + others + status).exitCode, 3);
        QCOMPARE(ctl(trust + own + QStringList{word("wait"), word("--timeout"), word("20s")}).exitCode, 0);

        m_fleet->touch(word("both.pem"), m_fleet->read(word("friend.pem")) + m_fleet->read(word("friend.key")));
        QCOMPARE(ctl(trust + QStringList{word("--cert"), file("both.pem")} + status).exitCode, 0);
    }
    void theEnvironmentSaysItForAll()
    {
        QVERIFY(m_fleet->begin());
        const QStringList status{word("--state-dir"), m_fleet->state(), word("status")};
        qputenv("FOGHORN_CA", file("server.pem").toLocal8Bit());
        qputenv("FOGHORN_CERT", file("friend.pem").toLocal8Bit());
        qputenv("FOGHORN_KEY", file("friend.key").toLocal8Bit());
        const ProgramRun let = runProgram(word("foghornctl"), status);
        const QStringList others{word("--cert"), file("stranger.pem"), word("--key"), file("stranger.key")};
        const ProgramRun refused = runProgram(word("foghornctl"), others + status); // what is said goes before
        DiscoveryWish wish;
        wish.stateDirectory = m_fleet->state();
        const Result<ApiTarget> target = discover(withEnvironment(wish), {});
        for (const char *variable : {"FOGHORN_CA", "FOGHORN_CERT", "FOGHORN_KEY"})
            qunsetenv(variable);
        QVERIFY2(let.exitCode == 0, let.errors.constData());
        QCOMPARE(refused.exitCode, 3);

        QVERIFY(target);
        RemoteControlRoom room(target.value(), "test/1"); // the feed of events as well
        room.open();
        QTRY_COMPARE_WITH_TIMEOUT(room.connection().connection().link, ConnectionState::Link::Connected, patience);
    }
    void faultyFilesAreNamed()
    {
        const auto saidOf = [this](const char *certificate, const char *key) {
            DiscoveryWish wish;
            wish.url = word("https://127.0.0.1:1");
            wish.certificate = *certificate ? file(certificate) : QString();
            wish.key = *key ? file(key) : QString();
            const Result<ApiTarget> target = discover(wish, {});
            return target ? QString() : target.error().text;
        };
        QCOMPARE(saidOf("friend.pem", "friend.key"), QString());
        QVERIFY(saidOf("missing.pem", "friend.key").contains(u"cannot read the certificate " + file("missing.pem")));
        QVERIFY(saidOf("friend.pem", "missing.key").contains(u"cannot read the key " + file("missing.key")));
        QVERIFY(saidOf("friend.key", "friend.key").contains(file("friend.key") + u" holds no certificate"));
        QVERIFY(saidOf("friend.pem", "").contains(file("friend.pem") + u" holds no RSA or EC key"));
        QVERIFY(saidOf("", "friend.key").contains(u"give the certificate"));
    }
    void aKeyThatOthersCanReadIsToldOf_data()
    {
        QTest::addColumn<QFile::Permissions>("permissions");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("ours alone") << QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner) << false;
        QTest::newRow("everybody's") << QFile::Permissions(QFile::ReadOwner | QFile::ReadOther) << true;
    }
    void aKeyThatOthersCanReadIsToldOf()
    {
        QFETCH(QFile::Permissions, permissions);
        QVERIFY(QFile::setPermissions(file("server.key"), permissions));
        QVERIFY(m_fleet->begin());
        const QByteArray said = "the TLS key " + file("server.key").toLocal8Bit() + " can be read by everybody";
        QTRY_VERIFY(m_fleet->daemon().output().contains("API: ")); // printed after what is wrong
        QTEST(m_fleet->daemon().errors().contains(said), "isTold");
    }
};

QTEST_GUILESS_MAIN(tst_ClientCertificate)
#include "tst_clientcertificate.moc"

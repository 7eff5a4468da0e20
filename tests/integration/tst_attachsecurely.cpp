#include "core/client/connectiontest.h"
#include "core/client/remotecontrolroom.h"
#include "tests/integration/fleetfixture.h"

#include <QSignalSpy>

using namespace foghorn;

namespace {

constexpr int patience = 30'000;

QByteArray fleet(const QByteArray &api)
{
    return "fleet: t\napi: {" + api + "}\nservices:\n  base: {command: [sleep, '1000']}\n";
}

} // namespace

/// A window's room, and the test before it, on a real foghornd that is careful whom it lets in, and who must be careful
/// whom it believes.
class tst_attachsecurely : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<RemoteControlRoom> m_room;

    /// cert.pem and key.pem, signed by themselves, for 127.0.0.1 alone.
    bool makeCertificate() const
    {
        QProcess process;
        process.start(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=edge-7"),
                QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"),
                m_fleet->path(QStringLiteral("key.pem")), QStringLiteral("-out"),
                m_fleet->path(QStringLiteral("cert.pem"))});
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience)
            && process.exitCode() == 0;
    }
    bool beginWith(const QByteArray &api)
    {
        m_fleet = std::make_unique<FleetFixture>(QByteArray());
        m_fleet->writeRaw(fleet(api));
        return (!api.contains("tls") || makeCertificate()) && m_fleet->begin();
    }
    ApiTarget target() const { return m_fleet->daemon().client().target(); }
    void attach(const ApiTarget &to)
    {
        m_room = std::make_unique<RemoteControlRoom>(to, "tst_attachsecurely/1");
        m_room->open();
    }
    const ConnectionState &connection() const { return m_room->connection().connection(); }
    static std::optional<ConnectionTest::Outcome> outcomeOf(const ApiTarget &to)
    {
        ConnectionTest test(to, "tst_attachsecurely/1");
        std::optional<ConnectionTest::Outcome> outcome;
        connect(&test, &ConnectionTest::ended, &test,
            [&outcome](const ConnectionTest::Outcome &given) { outcome = given; });
        test.begin();
        (void)QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience);
        return outcome;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_room.reset();
        m_fleet.reset();
    }

    void anUnknownCertificateIsShownAndCanBeTrusted()
    {
        QVERIFY(beginWith("tls: {certificate: cert.pem, key: key.pem}"));
        QCOMPARE(target().url.scheme(), QStringLiteral("https"));
        attach(target());
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Refused, patience);
        QCOMPARE(connection().refusal, ConnectionState::Refusal::Certificate);
        QVERIFY2(connection().reason.contains(u"127.0.0.1"), qPrintable(connection().reason));
        const QString fingerprint = fingerprintOf(QSslCertificate::fromPath(m_fleet->path(u"cert.pem"_qs)).first());
        QVERIFY2(connection().details.contains(fingerprint), qPrintable(connection().details));
        const auto refused = outcomeOf(target());
        QVERIFY(refused && !refused->isWell() && refused->isAnswered);
        QCOMPARE(refused->refusal, ConnectionState::Refusal::Certificate);
        QCOMPARE(refused->tls.details, connection().details);

        ApiTarget trusting = target();
        trusting.authorities = QSslCertificate::fromData(refused->tls.certificate);
        QCOMPARE(trusting.authorities.size(), 1);
        const auto let = outcomeOf(trusting);
        QVERIFY2(let && let->isWell(), qPrintable(let ? let->reason : QString()));
        attach(trusting);
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        QVERIFY(connection().details.isEmpty());
    }

    void aCertificateOfAnotherHostIsNoMatterOfTrust()
    {
        QVERIFY(beginWith("tls: {certificate: cert.pem, key: key.pem}"));
        ApiTarget other = target();
        other.url.setHost(QStringLiteral("localhost"));
        const auto refused = outcomeOf(other);
        QVERIFY(refused && !refused->isWell());
        QVERIFY(refused->tls.certificate.isEmpty());
        other.authorities = QSslCertificate::fromPath(m_fleet->path(u"cert.pem"_qs));
        const auto still = outcomeOf(other);
        QVERIFY(still && !still->isWell());
        QCOMPARE(still->refusal, ConnectionState::Refusal::Certificate);
    }

    void aViewerMayOnlyLook()
    {
        QVERIFY(beginWith({}));
        const auto mine = outcomeOf(target());
        QVERIFY(mine && mine->isWell() && mine->mayOperate);
        QCOMPARE(mine->fleet, QStringLiteral("t"));
        QCOMPARE(mine->services, 1);
        QVERIFY(!mine->version.isEmpty());
        ApiTarget viewer = target();
        viewer.token = m_fleet->read(QStringLiteral("state/token.viewer")).trimmed();
        QVERIFY(!viewer.token.isEmpty());
        const auto outcome = outcomeOf(viewer);
        QVERIFY(outcome && outcome->isWell() && !outcome->mayOperate);
        attach(viewer);
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        QVERIFY(!connection().mayOperate);
        attach(target());
        m_room->setName(QStringLiteral("edge-7 (production)"));
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        QVERIFY(connection().mayOperate);
        QCOMPARE(m_room->registry().fleetName(), QStringLiteral("edge-7 (production)"));
        QCOMPARE(connection().name(), m_room->registry().fleetName());
    }

    void aWrongTokenIsCalledSo()
    {
        QVERIFY(beginWith({}));
        ApiTarget wrong = target();
        wrong.token = "wrong-token-wrong-token-wrong-token";
        const auto outcome = outcomeOf(wrong);
        QVERIFY(outcome && outcome->isAnswered);
        QCOMPARE(outcome->refusal, ConnectionState::Refusal::Token);
        QVERIFY(!outcome->reason.contains(u"wrong-token"));
        attach(wrong);
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Refused, patience);
        QCOMPARE(connection().refusal, ConnectionState::Refusal::Token);
    }

    void aNewTokenIsReadAgain()
    {
        QVERIFY(beginWith({}));
        attach(target());
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        const ApiTarget old = target();
        bool wasLost = false;
        connect(&m_room->connection(), &ConnectionBoard::changed, m_room.get(),
            [&] { wasLost = wasLost || connection().link != ConnectionState::Link::Connected; });
        const ProgramRun run = runProgram(u"foghornctl"_qs, {u"--state-dir"_qs, m_fleet->state(), u"rotate-tokens"_qs});
        QCOMPARE(run.exitCode, 0);
        const auto outcome = outcomeOf(old); // the old one opens nothing any more
        QVERIFY(outcome && outcome->refusal == ConnectionState::Refusal::Token);
        QTRY_VERIFY_WITH_TIMEOUT(wasLost && connection().link == ConnectionState::Link::Connected, patience);
        QVERIFY(connection().mayOperate);
        // who was given another token was not let in by the file, and is not now
        ApiTarget viewer = target();
        viewer.token = m_fleet->read(QStringLiteral("state/token.viewer")).trimmed();
        attach(viewer);
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        QCOMPARE(runProgram(u"foghornctl"_qs, {u"--state-dir"_qs, m_fleet->state(), u"rotate-tokens"_qs}).exitCode, 0);
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Refused, patience);
        QCOMPARE(connection().refusal, ConnectionState::Refusal::Token);
    }

    void whoEndsIsToldFromWhoIsAway()
    {
        QVERIFY(beginWith({}));
        attach(target());
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        QVERIFY(!connection().hasEnded);
        m_fleet->daemon().kill();
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Reconnecting, patience);
        QTRY_VERIFY_WITH_TIMEOUT(connection().hasEnded, patience); // nobody listens there any more
        const auto outcome = outcomeOf(target());
        QVERIFY(outcome && !outcome->isAnswered && !outcome->refusal && !outcome->isWell());
    }

    void hangingUpKeepsTheLastPicture()
    {
        QVERIFY(beginWith({}));
        attach(target());
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
        m_room->close();
        QCOMPARE(connection().link, ConnectionState::Link::Closed);
        QCOMPARE(m_room->registry().order().size(), 1);
        const QSignalSpy changed(&m_room->connection(), &ConnectionBoard::changed);
        ApiTarget nowhere = target();
        nowhere.url.setPort(1);
        RemoteControlRoom other(nowhere, "tst_attachsecurely/1");
        const QSignalSpy tries(&other.connection(), &ConnectionBoard::changed);
        other.open();
        QTRY_VERIFY_WITH_TIMEOUT(tries.size() >= 3, patience); // so long that this one would have tried again
        QVERIFY(changed.isEmpty());
        m_room->connection().tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(connection().link, ConnectionState::Link::Connected, patience);
    }
};

QTEST_GUILESS_MAIN(tst_attachsecurely)
#include "tst_attachsecurely.moc"

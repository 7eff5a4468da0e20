#include "tests/core/alerts/hookserver.h"
#include "tests/integration/runningdaemon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace foghorn;

/// What a real daemon tells a webhook, through restarts of both, and what it says of its disk.
class tst_AlertDelivery : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunningDaemon> m_daemon;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    /// A fleet of one program that ends at once, and what is said of alerts.
    bool write(const QByteArray &alerts) const
    {
        QFile file(path("fleet.yaml"));
        const QByteArray text = "fleet: delivery\nalerts:\n" + alerts
            + "services:\n"
              "  broken: {command: [\"false\"], restart: {policy: never}, autostart: false}\n"
              "  steady: {command: [sleep, \"1000\"]}\n";
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    bool startDaemon()
    {
        m_daemon = std::make_unique<RunningDaemon>(QStringList{path("fleet.yaml")}, path("state"));
        return m_daemon->start();
    }
    QJsonArray firing() { return m_daemon->get(QStringLiteral("alerts")).value(u"alerts").toArray(); }
    static QStringList toldTo(const HookServer &server)
    {
        QStringList told;
        for (const QByteArray &body : server.bodies) {
            const QJsonObject object = QJsonDocument::fromJson(body).object();
            told << object[u"event"].toString() + u' ' + object[u"alert"][u"rule"].toString() + u' '
                    + object[u"alert"][u"service"].toString();
        }
        return told;
    }
    bool journalHas(const QString &text)
    {
        const QJsonArray events = m_daemon->get(QStringLiteral("events")).value(u"events").toArray();
        return std::any_of(events.begin(), events.end(),
            [&text](const QJsonValue &event) { return event[u"message"].toString().contains(text); });
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_daemon.reset(); }

    void nothingIsLostWhenBothGoDown()
    {
        HookServer server;
        server.close();
        QVERIFY(write("  webhooks: [{url: \"" + server.url().toLatin1() + "\"}]\n"));
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        m_daemon->post(QStringLiteral("start/broken"));
        QTRY_COMPARE_WITH_TIMEOUT(firing().size(), 1, 30'000);
        QCOMPARE(firing().at(0)[u"rule"].toString(), QStringLiteral("failed"));
        QTRY_VERIFY_WITH_TIMEOUT(journalHas(QStringLiteral("connection refused")), 30'000);
        QVERIFY(!journalHas(QStringLiteral("/hook"))); // the path of a URL may be a secret

        m_daemon->kill();
        QVERIFY(server.listen());
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        QTRY_COMPARE_WITH_TIMEOUT(toldTo(server).value(0), QStringLiteral("raised failed broken"), 30'000);
        QCOMPARE(m_daemon->stop(), 0);
    }

    void aStateThatCannotBeReadIsNoReasonNotToStart()
    {
        QVERIFY(write("  hold: 1s\n"));
        QVERIFY(QDir().mkpath(path("state")));
        QFile::setPermissions(path("state"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile file(path("state/alerts.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"version\":1,") > 0);
        file.close();
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        QTRY_VERIFY2(m_daemon->errors().contains("alerts.json cannot be understood"), m_daemon->errors().constData());
        QCOMPARE(firing(), QJsonArray());
        QCOMPARE(m_daemon->stop(), 0);
    }

    void aFullDiskIsAnAlertOfTheMachine()
    {
        QVERIFY(write("  disk_free: 100000T\n"));
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        QTRY_COMPARE_WITH_TIMEOUT(firing().size(), 1, 30'000);
        QCOMPARE(firing().at(0)[u"rule"].toString(), QStringLiteral("disk_full"));
        QVERIFY(firing().at(0)[u"service"].isNull());
        QVERIFY(write("  disk_free: 0\n"));
        QVERIFY(m_daemon->post(QStringLiteral("reload")).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(firing().size(), 0, 30'000);
        QCOMPARE(m_daemon->stop(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_AlertDelivery)
#include "tst_alertdelivery.moc"

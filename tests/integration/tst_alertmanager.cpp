#include "tests/integration/runningdaemon.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace foghorn;

/// Alerts from a real daemon to a real Prometheus Alertmanager, and to a program.
class tst_Alertmanager : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_manager;
    std::unique_ptr<RunningDaemon> m_daemon;
    QNetworkAccessManager m_network;
    QString m_managerUrl;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    bool write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    /// The body of the answer; empty when there was none that is good.
    QByteArray answerOf(QNetworkReply *reply)
    {
        (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000);
        reply->deleteLater();
        return reply->error() == QNetworkReply::NoError ? reply->readAll() + ' ' : QByteArray();
    }

    bool startManager()
    {
        QTcpServer place;
        if (!place.listen(QHostAddress::LocalHost)
            || !write("manager.yml", "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n"))
            return false;
        const QString address = QStringLiteral("127.0.0.1:%1").arg(place.serverPort());
        place.close();
        m_managerUrl = QStringLiteral("http://") + address;
        m_manager = std::make_unique<QProcess>();
        m_manager->setStandardErrorFile(path("manager.log"));
        m_manager->start(QStringLiteral("/usr/bin/prometheus-alertmanager"),
            {QStringLiteral("--config.file=") + path("manager.yml"),
                QStringLiteral("--storage.path=") + path("manager"), QStringLiteral("--web.listen-address=") + address,
                QStringLiteral("--cluster.listen-address=")});
        return QTest::qWaitFor(
            [this] {
                return !answerOf(m_network.get(QNetworkRequest(QUrl(m_managerUrl + QStringLiteral("/-/ready")))))
                            .isEmpty();
            },
            30'000);
    }
    /// What the Alertmanager holds as active: "ServiceUnhealthy core critical".
    QStringList managed()
    {
        QStringList lines;
        const QJsonArray alerts = managedAlerts();
        for (const QJsonValue &alert : alerts) {
            const QJsonValue labels = alert[u"labels"];
            lines << labels[u"alertname"].toString() + u' ' + labels[u"service"].toString() + u' '
                    + labels[u"severity"].toString();
        }
        return lines;
    }
    QJsonArray managedAlerts()
    {
        const QUrl url(m_managerUrl + QStringLiteral("/api/v2/alerts?active=true"));
        return QJsonDocument::fromJson(answerOf(m_network.get(QNetworkRequest(url)))).array();
    }

    /// `child` requires `core`; both are checked often and not restarted.
    QByteArray fleet(const QByteArray &more = {}) const
    {
        QByteArray text = "fleet: alerting\nalerts:\n  hold: 3s\n  webhooks: [{url: \"" + m_managerUrl.toLatin1()
            + "/api/v2/alerts\", format: alertmanager}]\n" + more + "services:\n";
        for (const QByteArray name : {"core", "child"}) {
            text += "  " + name + ":\n    command: [foghorn-demo, --name, " + name
                + ", --port, \"${port.http}\"]\n    ports: {http: auto}\n"
                  "    endpoints: {http: \"http://127.0.0.1:${port.http}\"}\n"
                  "    health: {http: \"${endpoint.http}/health\", interval: 1s, timeout: 1s, auto_recovery: "
                  "false}\n";
            if (name == "child")
                text += "    depends_on: [core]\n";
        }
        return text;
    }
    bool startDaemon()
    {
        m_daemon = std::make_unique<RunningDaemon>(QStringList{path("fleet.yaml")}, path("state"));
        return m_daemon->start() && m_daemon->waitUntilReady();
    }
    /// Makes a service unhealthy for so many seconds; 0 ends it.
    bool spoil(const QString &service, int seconds)
    {
        const QString endpoint =
            m_daemon->get(QStringLiteral("service/") + service)[u"registry_metadata"][u"endpoints"][u"http"].toString();
        QNetworkRequest request{QUrl(endpoint + QStringLiteral("/fault"))};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        return !answerOf(
            m_network.post(request, "{\"kind\":\"unhealthy\",\"seconds\":" + QByteArray::number(seconds) + '}'))
                    .isEmpty();
    }
    QJsonArray alerts(const QString &status = QStringLiteral("firing"))
    {
        const QByteArray body =
            ctl({QStringLiteral("--json"), QStringLiteral("alerts"), QStringLiteral("--all")}).output;
        QJsonArray chosen;
        const QJsonArray all = QJsonDocument::fromJson(body)[u"alerts"].toArray();
        for (const QJsonValue &alert : all) {
            if (alert[u"status"].toString() == status)
                chosen.append(alert);
        }
        return chosen;
    }
    /// Both services are checked for so many seconds more: whatever their checks lead to has been led to by then.
    bool isWatchedFor(int seconds)
    {
        const QDateTime until = QDateTime::currentDateTimeUtc().addSecs(seconds);
        const auto lastCheckOf = [this](const char *service) {
            const QJsonArray checks =
                m_daemon->get(QStringLiteral("service/") + QLatin1String(service))[u"health_history"].toArray();
            return QDateTime::fromString(checks.last()[u"timestamp"].toString(), Qt::ISODateWithMs);
        };
        return QTest::qWaitFor(
            [&] { return lastCheckOf("core") > until && lastCheckOf("child") > until; }, seconds * 1000 + 30'000);
    }
    ProgramRun ctl(const QStringList &arguments)
    {
        return runProgram(
            QStringLiteral("foghornctl"), QStringList{QStringLiteral("--state-dir"), path("state")} + arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(QStringLiteral("/usr/bin/prometheus-alertmanager")),
            "prometheus-alertmanager is missing; ./dev test installs it");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(startManager());
    }
    void cleanup()
    {
        m_daemon.reset();
        m_manager->kill();
        QVERIFY(QTest::qWaitFor([this] { return m_manager->state() == QProcess::NotRunning; }, 20'000));
    }

    void oneCauseIsOneAlertUntilItIsOver()
    {
        QVERIFY(write("fleet.yaml", fleet()));
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        QVERIFY(isWatchedFor(2));
        QCOMPARE(managed(), QStringList()); // a fleet that comes up alerts nobody
        QVERIFY(spoil(QStringLiteral("child"), 600)); // what it does is seen before the cause
        QVERIFY(spoil(QStringLiteral("core"), 600));
        QTRY_COMPARE_WITH_TIMEOUT(managed(), QStringList{QStringLiteral("ServiceUnhealthy core critical")}, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(alerts().at(0)[u"affected"].toArray(), QJsonArray{QStringLiteral("child")}, 60'000);
        QVERIFY(isWatchedFor(5)); // longer than the hold
        QCOMPARE(managed(), QStringList{QStringLiteral("ServiceUnhealthy core critical")});
        const QJsonObject before = managedAlerts().at(0).toObject();
        QCOMPARE(before[u"labels"][u"fleet"].toString(), QStringLiteral("alerting"));
        QVERIFY(before[u"generatorURL"].toString().endsWith(QStringLiteral("/api/orchestration/alerts")));

        m_daemon->kill(); // services live on, and so does the alert
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        QVERIFY(isWatchedFor(3));
        QCOMPARE(alerts().size(), 1);
        QCOMPARE(alerts().at(0)[u"id"].toInt(), 1);
        QCOMPARE(managedAlerts().size(), 1);
        QCOMPARE(managedAlerts().at(0)[u"startsAt"], before[u"startsAt"]);

        QVERIFY(spoil(QStringLiteral("core"), 0));
        QVERIFY(spoil(QStringLiteral("child"), 0));
        QTRY_COMPARE_WITH_TIMEOUT(managed(), QStringList(), 60'000);
        const QJsonArray over = alerts(QStringLiteral("resolved"));
        QCOMPARE(over.size(), 1);
        QVERIFY(over.at(0)[u"duration_seconds"].toDouble() > 5);
        QCOMPARE(m_daemon->stop(), 0);
    }

    void peopleAndAReload()
    {
        QVERIFY(write("fleet.yaml", fleet()));
        QVERIFY2(startDaemon(), m_daemon->errors().constData());
        QVERIFY(write("fleet.yaml", fleet("  exec: [{command: [tee, -a, \"" + path("told").toLocal8Bit() + "\"]}]\n")));
        QCOMPARE(ctl({QStringLiteral("reload")}).exitCode, 0);
        QVERIFY(spoil(QStringLiteral("core"), 600));
        QTRY_COMPARE_WITH_TIMEOUT(alerts().size(), 1, 60'000);
        const auto told = [this] {
            QFile file(path("told"));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(told().contains("\"event\":\"raised\""), 30'000);

        const ProgramRun list = ctl({QStringLiteral("alerts")});
        QVERIFY2(list.output.contains("core is unhealthy"), list.output.constData());
        QCOMPARE(
            ctl({QStringLiteral("acknowledge"), QStringLiteral("1")}).output, QByteArray("Alert 1 is acknowledged\n"));
        QVERIFY(alerts().at(0)[u"acknowledged_by"].toString().contains(QStringLiteral("foghornctl")));
        QCOMPARE(
            ctl({QStringLiteral("mute"), QStringLiteral("1"), QStringLiteral("--for"), QStringLiteral("2h")}).output,
            QByteArray("Alert 1 is muted for 2h\n"));
        QCOMPARE(ctl({QStringLiteral("mute"), QStringLiteral("1"), QStringLiteral("--off")}).exitCode, 0);
        QCOMPARE(
            ctl({QStringLiteral("maintenance"), QStringLiteral("core"), QStringLiteral("--for"), QStringLiteral("30m")})
                .exitCode,
            0);
        QVERIFY(ctl({QStringLiteral("alerts")}).output.contains("core is in maintenance"));
        QVERIFY(alerts().at(0)[u"in_maintenance"].toBool());
        for (const auto &[command, code] :
            QList<QPair<QString, int>>{{QStringLiteral("acknowledge 99"), 1}, {QStringLiteral("acknowledge x"), 2},
                {QStringLiteral("acknowledge"), 2}, {QStringLiteral("mute 1 --for soon"), 2},
                {QStringLiteral("maintenance nobody"), 1}, {QStringLiteral("maintenance core --off"), 0},
                {QStringLiteral("alerts core"), 0}, {QStringLiteral("alerts --all"), 0}})
            QCOMPARE(ctl(command.split(u' ')).exitCode, code);

        // stopped on purpose: over, and no news for anybody
        QCOMPARE(ctl({QStringLiteral("stop"), QStringLiteral("--cascade"), QStringLiteral("core")}).exitCode, 0);
        QTRY_COMPARE_WITH_TIMEOUT(alerts().size(), 0, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(told().contains("\"event\":\"resolved\""), 30'000);
        QCOMPARE(ctl({QStringLiteral("acknowledge"), QStringLiteral("1")}).exitCode, 1);
        QCOMPARE(m_daemon->stop(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Alertmanager)
#include "tst_alertmanager.moc"

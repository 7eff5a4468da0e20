#include "tests/integration/fleetfixture.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QUrlQuery>

using namespace foghorn;

namespace {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

/// A real Prometheus scrapes a real foghornd: its metrics, and what its service discovery names.
class TestScrape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isScraped();
    void seesAServiceDie();
    void knowsWhatCannotBeToldInOnePoint();
    void discoversTargets();
    void followsAReload();

private:
    void writeFleet(const QByteArray &more = {})
    {
        m_fleet->write("  web:\n"
                       "    version: \"1 \\\"quoted\\\" \\\\ ü\"\n"
                       "    labels: {team: net}\n"
                       "    ports: {http: auto}\n"
                       "    endpoints: {http: \"http://127.0.0.1:${port.http}\"}\n"
                       "    command: [foghorn-demo, --name, web, --port, \"${port.http}\"]\n"
                       "    health: {http: \"${endpoint.http}/health\", interval: 1s}\n"
                       "    restart: {policy: never}\n"
                       "  other: {command: [sleep, 600], ports: {raw: 39999}}\n"
            + more);
    }
    QByteArray configuration() const;
    QJsonArray query(const QString &expression);
    /// The only value of an expression; empty when there is none or more than one.
    QString valueOf(const char *expression)
    {
        const QJsonArray found = query(QLatin1String(expression));
        return found.size() == 1 ? found.at(0)[u"value"][1].toString() : QString();
    }
    QJsonObject answer(const QString &path);
    QJsonObject labelsOfTarget(const QString &address);

    std::unique_ptr<FleetFixture> m_fleet;
    QTemporaryDir m_directory;
    QProcess m_prometheus;
    QNetworkAccessManager m_network;
    quint16 m_port = 0;
};

void TestScrape::initTestCase()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("prometheus"));
    QVERIFY2(!program.isEmpty(), "prometheus is missing; ./dev test installs it");
    m_fleet = std::make_unique<FleetFixture>(QByteArray());
    writeFleet();
    QVERIFY(m_fleet->beginAndSettle());
    QFile file(m_directory.filePath(QStringLiteral("prometheus.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(configuration());
    file.close();
    m_port = freePort();
    m_prometheus.setProcessChannelMode(QProcess::MergedChannels);
    m_prometheus.setStandardOutputFile(m_directory.filePath(QStringLiteral("log")));
    m_prometheus.start(program,
        {QStringLiteral("--config.file=") + file.fileName(),
            QStringLiteral("--storage.tsdb.path=") + m_directory.filePath(QStringLiteral("data")),
            QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_port)});
    QTRY_COMPARE_WITH_TIMEOUT(valueOf("up{job=\"foghorn\"}"), QStringLiteral("1"), 60'000);
}

void TestScrape::cleanupTestCase()
{
    m_prometheus.kill();
    QTRY_VERIFY_WITH_TIMEOUT(m_prometheus.state() == QProcess::NotRunning, 20'000);
    m_fleet.reset();
}

/// The type is said, because Prometheus 2.42 (Debian 12) sends a token without one in discovery.
QByteArray TestScrape::configuration() const
{
    const QByteArray address = m_fleet->read(QStringLiteral("state/api.url")).trimmed().mid(7);
    const QByteArray login = "    authorization: {credentials_file: " + m_fleet->state().toUtf8() + "/token.viewer}\n";
    return "global: {scrape_interval: 1s, scrape_timeout: 1s}\n"
           "scrape_configs:\n"
           "  - job_name: foghorn\n"
        + login + "    static_configs: [{targets: [\"" + address
        + "\"]}]\n"
          "  - job_name: services\n"
          "    http_sd_configs:\n"
          "      - url: http://"
        + address
        + "/api/orchestration/sd\n"
          "        refresh_interval: 1s\n"
          "        authorization: {type: Bearer, credentials_file: "
        + m_fleet->state().toUtf8()
        + "/token.viewer}\n"
          "    relabel_configs:\n"
          "      - {source_labels: [__meta_foghorn_service], target_label: service}\n"
          "      - {source_labels: [__meta_foghorn_label_team], target_label: team}\n";
}

QJsonObject TestScrape::answer(const QString &path)
{
    QNetworkReply *reply =
        m_network.get(QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/api/v1/%2").arg(m_port).arg(path))));
    const bool came = QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000);
    const QByteArray body = came ? reply->readAll() : QByteArray();
    reply->deleteLater();
    return QJsonDocument::fromJson(body).object().value(u"data").toObject();
}

QJsonArray TestScrape::query(const QString &expression)
{
    return answer(QStringLiteral("query?query=") + QString::fromLatin1(QUrl::toPercentEncoding(expression)))
        .value(u"result")
        .toArray();
}

QJsonObject TestScrape::labelsOfTarget(const QString &address)
{
    const QJsonArray targets = answer(QStringLiteral("targets")).value(u"activeTargets").toArray();
    for (const QJsonValue &target : targets) {
        if (target[u"discoveredLabels"][u"__address__"] == QJsonValue(address))
            return target.toObject();
    }
    return {};
}

void TestScrape::isScraped()
{
    QTRY_COMPARE_WITH_TIMEOUT(valueOf("foghorn_service_up{service=\"web\"}"), QStringLiteral("1"), 30'000);
    QCOMPARE(valueOf("sum(foghorn_service_state{service=\"web\"})"), QStringLiteral("1"));
    QCOMPARE(valueOf("foghorn_service_state{service=\"web\",state=\"running\"}"), QStringLiteral("1"));
    const QJsonObject info = query(QStringLiteral("foghorn_service_info{service=\"web\"}")).at(0)[u"metric"].toObject();
    QCOMPARE(info.value(u"version").toString(), QStringLiteral("1 \"quoted\" \\ \u00fc"));
    QCOMPARE(info.value(u"label_team").toString(), QStringLiteral("net"));
    QVERIFY(valueOf("foghorn_service_start_time_seconds{service=\"web\"}").toDouble() > 1.6e9);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf("process_resident_memory_bytes{job=\"foghorn\"}").toDouble() > 1e6, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf("foghorn_service_memory_bytes{service=\"web\"}").toDouble() > 1e5, 30'000);
}

void TestScrape::seesAServiceDie()
{
    const qint64 pid = m_fleet->pidOf("web");
    QVERIFY(pid > 1);
    QVERIFY(sendSignal(pid, SIGKILL));
    QTRY_COMPARE_WITH_TIMEOUT(valueOf("foghorn_service_up{service=\"web\"}"), QStringLiteral("0"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        valueOf("foghorn_service_state{service=\"web\",state=\"failed\"}"), QStringLiteral("1"), 30'000);
    QCOMPARE(m_fleet->post("restart/web", {{QStringLiteral("force"), true}}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf("foghorn_service_up{service=\"web\"}"), QStringLiteral("1"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf("foghorn_service_restarts_total{service=\"web\"}"), QStringLiteral("1"), 30'000);
}

void TestScrape::knowsWhatCannotBeToldInOnePoint()
{
    // counters and buckets that Prometheus can reckon with
    QTRY_VERIFY_WITH_TIMEOUT(
        valueOf("increase(foghorn_checks_total{service=\"web\",result=\"passed\"}[20s])").toDouble() > 0, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        valueOf("histogram_quantile(0.9, rate(foghorn_check_duration_seconds_bucket{service=\"web\"}[20s]))").toDouble()
            > 0,
        60'000);
    QVERIFY(valueOf("foghorn_service_uptime_ratio{service=\"web\",window=\"1h\"}").toDouble() < 1);
}

void TestScrape::discoversTargets()
{
    const QString web = QStringLiteral("127.0.0.1:%1")
                            .arg(m_fleet->daemon().get(QStringLiteral("service/web"))[u"ports"][u"http"].toInt());
    QTRY_COMPARE_WITH_TIMEOUT(
        labelsOfTarget(web).value(u"labels").toObject().value(u"service").toString(), QStringLiteral("web"), 30'000);
    const QJsonObject found = labelsOfTarget(web);
    QCOMPARE(found[u"labels"][u"team"].toString(), QStringLiteral("net"));
    QCOMPARE(found[u"discoveredLabels"][u"__meta_foghorn_endpoint"].toString(), QStringLiteral("http"));
    QCOMPARE(found[u"discoveredLabels"][u"__meta_foghorn_fleet"].toString(), QStringLiteral("t"));
    QCOMPARE(labelsOfTarget(QStringLiteral("127.0.0.1:39999"))[u"discoveredLabels"][u"__meta_foghorn_port"].toString(),
        QStringLiteral("raw"));
}

void TestScrape::followsAReload()
{
    writeFleet("  third: {command: [sleep, 600], ports: {raw: 39998}}\n");
    QCOMPARE(m_fleet->post("reload").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(labelsOfTarget(QStringLiteral("127.0.0.1:39998"))[u"labels"][u"service"].toString(),
        QStringLiteral("third"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf("foghorn_service_up{service=\"third\"}"), QStringLiteral("1"), 30'000);
}

QTEST_GUILESS_MAIN(TestScrape)
#include "tst_scrape.moc"

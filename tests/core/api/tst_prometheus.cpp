#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace foghorn;

namespace {

struct Exposed
{
    QHash<QByteArray, QByteArray> types; ///< by family
    QHash<QByteArray, QByteArray> values; ///< by name and labels, as written
};

Exposed parsed(const QByteArray &text)
{
    Exposed exposed;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("# TYPE "))
            exposed.types.insert(line.split(' ').value(2), line.split(' ').value(3));
        else if (!line.startsWith('#') && !line.isEmpty())
            exposed.values.insert(line.first(line.lastIndexOf(' ')), line.mid(line.lastIndexOf(' ') + 1));
    }
    return exposed;
}

/// A fleet whose second service says things that could break the text.
FleetOutline hostileOutline(const FleetOutline &plain)
{
    FleetOutline outline = plain;
    outline.services[1].version = QStringLiteral("1\"} 2\nfoghorn_service_up{service=\"x\\");
    outline.services[1].labels = {{QStringLiteral("team"), QStringLiteral("a\\b\"c\u00fc\x1b[0m")},
        {QStringLiteral("a.b"), QStringLiteral("1")}, {QStringLiteral("a-b"), QStringLiteral("2")}};
    return outline;
}

} // namespace

/// GET /metrics at the root: what Prometheus makes of it, and that it is true.
class TestPrometheus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void promtoolFindsNothingWrong();
    void saysWhatIsTrueOfServices();
    void countsChecks();
    void countsAlerts();
    void saysWhatTheOrchestratorUses();
    void hostileWordsBreakNothing();
    void speaksOpenMetricsWhenAsked();
    void twoThousandServicesAreSoonTold();
    void theDashboardUsesWhatThereIs();
    void discoversEndpointsAndPorts();
    void discoveryIsFiltered();

private:
    RawReply get(const QByteArray &path, const QByteArray &extra = {})
    {
        return call(m_fleet->server->port(), request("GET", path, FakeFleet::viewerToken, {}, extra));
    }
    QByteArray text() { return get("/metrics").body; }
    ServiceStatus statusOf(const char *service) { return m_fleet->registry.find(QLatin1String(service))->status; }

    std::unique_ptr<FakeFleet> m_fleet;
};

void TestPrometheus::promtoolFindsNothingWrong()
{
    const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    QVERIFY2(!promtool.isEmpty(), "promtool is missing; ./dev test installs it (Debian: prometheus)");
    m_fleet->registry.setOutline(hostileOutline(m_fleet->registry.outline()));
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, 1});
    QProcess lint;
    QSignalSpy ended(&lint, &QProcess::finished);
    lint.setProcessChannelMode(QProcess::MergedChannels);
    lint.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
    lint.write(text());
    lint.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QCOMPARE(lint.readAll(), QByteArray());
    QCOMPARE(lint.exitCode(), 0);
}

void TestPrometheus::saysWhatIsTrueOfServices()
{
    ServiceStatus status = statusOf("edge");
    status.state = RunState::Backoff;
    status.restartCount = 7;
    status.startedAt.reset();
    m_fleet->registry.update(status);
    ResourceUse use;
    use.cpuTime = std::chrono::milliseconds(1500);
    use.memory = 4096;
    use.threads = 3;
    use.descriptors = 9;
    m_fleet->registry.recordUse({{QStringLiteral("dao"), use}});
    const Exposed exposed = parsed(text());
    const auto value = [&exposed](const QByteArray &name) { return exposed.values.value(name); };
    QCOMPARE(value("foghorn_service_up{service=\"dao\"}"), QByteArray("1"));
    QCOMPARE(value("foghorn_service_up{service=\"edge\"}"), QByteArray("0"));
    QCOMPARE(value("foghorn_service_state{service=\"edge\",state=\"backoff\"}"), QByteArray("1"));
    QCOMPARE(value("foghorn_service_state{service=\"edge\",state=\"running\"}"), QByteArray("0"));
    QCOMPARE(value("foghorn_service_health{service=\"edge\",health=\"unknown\"}"), QByteArray("1"));
    QCOMPARE(value("foghorn_service_restarts_total{service=\"edge\"}"), QByteArray("7"));
    QCOMPARE(value("foghorn_service_cpu_seconds_total{service=\"dao\"}"), QByteArray("1.5"));
    QCOMPARE(value("foghorn_service_memory_bytes{service=\"dao\"}"), QByteArray("4096"));
    QCOMPARE(value("foghorn_service_threads{service=\"dao\"}"), QByteArray("3"));
    QCOMPARE(value("foghorn_service_open_fds{service=\"dao\"}"), QByteArray("9"));
    QCOMPARE(value("foghorn_service_uptime_ratio{service=\"dao\",window=\"30d\"}"), QByteArray("1"));
    QCOMPARE(value("foghorn_service_start_time_seconds{service=\"dao\"}").toDouble(),
        static_cast<double>(m_fleet->at.time_since_epoch().count()) / 1000);
    QVERIFY(!exposed.values.contains("foghorn_service_start_time_seconds{service=\"edge\"}"));
    QCOMPARE(value("foghorn_dependency_resolution_seconds"), QByteArray("0.000125"));
    QCOMPARE(value("foghorn_ready"), QByteArray("0"));
    QCOMPARE(value("foghorn_build_info{version=\"1.2.3\",qt=\"" QT_VERSION_STR "\"}"), QByteArray("1"));
    QCOMPARE(exposed.types.value("foghorn_service_restarts_total"), QByteArray("counter"));
    QCOMPARE(exposed.types.value("foghorn_check_duration_seconds"), QByteArray("histogram"));
}

void TestPrometheus::countsChecks()
{
    CheckResult late = m_fleet->check(QStringLiteral("dao"), false);
    late.timedOut = true;
    late.responseTime = std::chrono::seconds(5);
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, 1}); // 12.5 ms
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao"), false), {Health::Degraded, 1, 0});
    m_fleet->registry.recordCheck(late, {Health::Degraded, 2, 0});
    const Exposed exposed = parsed(text());
    const auto value = [&exposed](const QByteArray &name) { return exposed.values.value(name); };
    for (const char *result : {"passed", "failed", "timeout"})
        QCOMPARE(value(QByteArray("foghorn_checks_total{service=\"dao\",result=\"") + result + "\"}"), QByteArray("1"));
    QCOMPARE(value("foghorn_check_duration_seconds_bucket{service=\"dao\",le=\"0.01\"}"), QByteArray("0"));
    QCOMPARE(value("foghorn_check_duration_seconds_bucket{service=\"dao\",le=\"0.025\"}"), QByteArray("2"));
    QCOMPARE(value("foghorn_check_duration_seconds_bucket{service=\"dao\",le=\"5.0\"}"), QByteArray("3"));
    QCOMPARE(value("foghorn_check_duration_seconds_bucket{service=\"dao\",le=\"+Inf\"}"), QByteArray("3"));
    QCOMPARE(value("foghorn_check_duration_seconds_sum{service=\"dao\"}"), QByteArray("5.025"));
    QCOMPARE(value("foghorn_check_duration_seconds_count{service=\"dao\"}"), QByteArray("3"));
}

void TestPrometheus::countsAlerts()
{
    QVERIFY(text().contains("\nfoghorn_alerts_firing{severity=\"critical\"} 0\n"));
    Alert alert;
    alert.id = 7;
    alert.service = QStringLiteral("dao");
    alert.since = m_fleet->at;
    m_fleet->alerts.put(alert);
    alert.id = 8;
    alert.resolvedAt = m_fleet->at;
    m_fleet->alerts.put(alert);
    const QByteArray all = text();
    QVERIFY(all.contains("\nfoghorn_alerts_firing{severity=\"critical\"} 1\n"));
    QVERIFY(all.contains("\nfoghorn_alert_start_time_seconds{id=\"7\",service=\"dao\",rule=\"unhealthy\","
                         "severity=\"critical\"} "));
    QVERIFY(!all.contains("id=\"8\""));
}

void TestPrometheus::saysWhatTheOrchestratorUses()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->lag.lags().total() > 0, 20'000);
    const Exposed exposed = parsed(text());
    const auto number = [&exposed](const char *name) { return exposed.values.value(name).toDouble(); };
    QVERIFY(number("process_resident_memory_bytes") > 1e6);
    QVERIFY(number("process_virtual_memory_bytes") > number("process_resident_memory_bytes"));
    QVERIFY(number("process_open_fds") > 4);
    QVERIFY(number("process_max_fds") > number("process_open_fds"));
    QVERIFY(number("process_cpu_seconds_total") > 0);
    QVERIFY(number("process_threads") >= 1);
    const double age = static_cast<double>(QDateTime::currentSecsSinceEpoch()) - number("process_start_time_seconds");
    QVERIFY2(age > -2 && age < 3600, QByteArray::number(age));
    QCOMPARE(number("foghorn_api_connections"), 1.0);
    QVERIFY(number("foghorn_event_loop_lag_seconds_count") >= 1);
    QVERIFY(exposed.values.contains("foghorn_event_loop_lag_max_seconds"));
}

void TestPrometheus::hostileWordsBreakNothing()
{
    m_fleet->registry.setOutline(hostileOutline(m_fleet->registry.outline()));
    const QByteArray all = text();
    QCOMPARE(all.count("\nfoghorn_service_up{"), 3);
    QVERIFY(all.contains("foghorn_service_info{service=\"edge\",type=\"edge\",version=\"1\\\"} 2\\nfoghorn_service_up{"
                         "service=\\\"x\\\\\",critical=\"true\",external=\"false\",label_a_b=\"2\",label_a_b_2=\"1\","
                         "label_team=\"a\\\\b\\\"c\xc3\xbc\xef\xbf\xbd[0m\"} 1\n"));
}

void TestPrometheus::speaksOpenMetricsWhenAsked()
{
    const RawReply plain = get("/metrics");
    QCOMPARE(plain.headers.value("content-type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    QVERIFY(!plain.body.contains("# EOF"));
    const RawReply open = get(
        "/metrics", "Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1\r\n");
    QVERIFY(open.headers.value("content-type").startsWith("application/openmetrics-text"));
    QVERIFY(open.body.endsWith("\n# EOF\n"));
    QVERIFY(open.body.contains("\n# TYPE foghorn_service_restarts counter\n"));
    QVERIFY(open.body.contains("\nfoghorn_service_restarts_total{service=\"dao\"} 0\n"));
}

void TestPrometheus::twoThousandServicesAreSoonTold()
{
    m_fleet = std::make_unique<FakeFleet>(2000);
    for (const ServiceId &service : m_fleet->registry.order())
        m_fleet->registry.recordCheck(m_fleet->check(service), {Health::Healthy, 0, 1});
    QVERIFY(m_fleet->open());
    QElapsedTimer timer;
    timer.start();
    const RawReply reply = get("/metrics");
    // the figure is bench_metrics'; this is a debug build on a busy machine
    QVERIFY2(timer.elapsed() < 3000, QByteArray::number(timer.elapsed()));
    QCOMPARE(reply.body.count("\nfoghorn_service_up{"), 2000);
}

void TestPrometheus::theDashboardUsesWhatThereIs()
{
    QFile file(qEnvironmentVariable("FOGHORN_SOURCE") + QStringLiteral("/resources/grafana/foghorn.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    QJsonParseError error;
    const QJsonObject dashboard = QJsonDocument::fromJson(json, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QVERIFY(dashboard.value(u"panels").toArray().size() >= 8);
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, 1});
    const Exposed exposed = parsed(text());
    static const QRegularExpression metric(QStringLiteral("\\b(foghorn|process)_[a-z0-9_]+"));
    int used = 0;
    for (auto match = metric.globalMatch(QString::fromUtf8(json)); match.hasNext(); ++used) {
        QByteArray name = match.next().captured().toLatin1();
        for (const char *ending : {"_bucket", "_sum", "_count"}) {
            if (name.endsWith(ending) && !exposed.types.contains(name))
                name.chop(qsizetype(qstrlen(ending)));
        }
        QVERIFY2(exposed.types.contains(name), name);
    }
    QVERIFY(used > 15);
}

void TestPrometheus::discoversEndpointsAndPorts()
{
    FleetOutline outline = m_fleet->registry.outline();
    ServiceInfo &dao = outline.services[0];
    dao.version = QStringLiteral("2");
    dao.labels = {{QStringLiteral("team"), QStringLiteral("net")}};
    dao.ports = {
        {QStringLiteral("http"), 8080, true}, {QStringLiteral("admin"), 9090, false}, {QStringLiteral("no"), 0, true}};
    dao.endpoints = {{QStringLiteral("metrics"), QStringLiteral("http://127.0.0.1:8080/prom")},
        {QStringLiteral("far"), QStringLiteral("https://far.example/x")},
        {QStringLiteral("six"), QStringLiteral("redis://[::1]:6379")},
        {QStringLiteral("words"), QStringLiteral("unix:/run/x.sock")}};
    m_fleet->registry.setOutline(outline);
    const RawReply reply = get("/api/orchestration/sd");
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json"));
    const QJsonArray groups = QJsonDocument::fromJson(reply.body).array();
    QStringList targets;
    for (const QJsonValue &group : groups)
        targets << group[u"targets"][0].toString();
    QCOMPARE(targets,
        (QStringList{QStringLiteral("127.0.0.1:8080"), QStringLiteral("far.example:443"), QStringLiteral("[::1]:6379"),
            QStringLiteral("127.0.0.1:9090")}));
    const QJsonObject labels = groups[0][u"labels"].toObject();
    QCOMPARE(labels.value(u"__meta_foghorn_service"), QJsonValue(QStringLiteral("dao")));
    QCOMPARE(labels.value(u"__meta_foghorn_endpoint"), QJsonValue(QStringLiteral("metrics")));
    QCOMPARE(labels.value(u"__meta_foghorn_port"), QJsonValue(QStringLiteral("http")));
    QCOMPARE(labels.value(u"__meta_foghorn_label_team"), QJsonValue(QStringLiteral("net")));
    QCOMPARE(labels.value(u"__metrics_path__"), QJsonValue(QStringLiteral("/prom")));
    QCOMPARE(labels.value(u"__scheme__"), QJsonValue(QStringLiteral("http")));
    QVERIFY(!groups[1][u"labels"].toObject().contains(u"__metrics_path__"));
    QCOMPARE(groups[3][u"labels"][u"__meta_foghorn_port"], QJsonValue(QStringLiteral("admin")));
    for (const QJsonValue &group : groups) {
        for (const QJsonValue &value : group[u"labels"].toObject())
            QVERIFY(value.isString()); // Prometheus refuses the whole list else
    }
}

void TestPrometheus::discoveryIsFiltered()
{
    FleetOutline outline = m_fleet->registry.outline();
    for (ServiceInfo &info : outline.services)
        info.ports = {{QStringLiteral("http"), 8080, false}};
    m_fleet->registry.setOutline(outline);
    const auto count = [this](const QByteArray &query) {
        return QJsonDocument::fromJson(get("/api/orchestration/sd" + query).body).array().size();
    };
    QCOMPARE(count({}), 3);
    QCOMPARE(count("?names=dao,edge"), 2);
    QCOMPARE(count("?type=edge"), 1);
    QCOMPARE(count("?status=failed"), 0);
    QCOMPARE(get("/api/orchestration/sd?names=nope").status, 404);
}

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"

#include "tests/core/api/rawclient.h"
#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

using namespace foghorn;

/// T31: every call of a real daemon, asked well and badly, and each answer held against the OpenAPI document: status,
/// content type, headers and every member.
class TestContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;
    QByteArray m_answers;
    int m_count = 0;

    QByteArray token(const char *file) const { return m_fleet->read(QLatin1String(file)).trimmed(); }
    int ask(const QByteArray &method, const QByteArray &pattern, const QByteArray &target, const QByteArray &body = {},
        const QByteArray &extra = {}, const char *tokenFile = "state/token")
    {
        const auto port = static_cast<quint16>(m_fleet->daemon().client().target().url.port());
        RawClient client(port);
        client.send(request(method, target, *tokenFile ? token(tokenFile) : QByteArray(), body, extra));
        const RawReply reply = client.read(false, 60'000);
        QJsonObject headers;
        for (auto header = reply.headers.cbegin(); header != reply.headers.cend(); ++header)
            headers.insert(QString::fromLatin1(header.key()), QString::fromLatin1(header.value()));
        const QJsonObject line{{u"method"_qs, QString::fromLatin1(method)},
            {u"pattern"_qs, QString::fromLatin1(pattern)}, {u"status"_qs, reply.status},
            {u"type"_qs, QString::fromLatin1(reply.headers.value("content-type"))}, {u"headers"_qs, headers},
            {u"body"_qs, QString::fromUtf8(reply.body)}};
        m_answers += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        ++m_count;
        return reply.status;
    }
    void askInWrongWays(const QByteArray &method, const QByteArray &pattern, const QJsonObject &operation);
    /// For services in all states.
    void askInRightWays(const QByteArray &method, const QByteArray &pattern, const QJsonObject &operation);

private Q_SLOTS:
    void everyAnswerIsAsTheDocumentSays();
};

void TestContract::askInWrongWays(const QByteArray &method, const QByteArray &pattern, const QJsonObject &operation)
{
    const bool isReading = method == "GET";
    const QByteArray body = isReading ? "" : "{}";
    QByteArray target = pattern;
    target.replace("{name}", "web").replace("{id}", "999999");
    ask(method, pattern, target, body, "Origin: http://evil.example\r\n");
    if (operation.contains(u"security")) // who asks everybody for nothing refuses nobody
        return;
    ask(method, pattern, target, body, {}, "");
    ask(method, pattern, target + "?unknown=1", body);
    if (!isReading) {
        ask(method, pattern, target, body, {}, "state/token.viewer");
        ask(method, pattern, target, "[1]");
        ask(method, pattern, target, {}, "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
        return;
    }
    const QJsonArray parameters = operation[u"parameters"].toArray();
    for (const QJsonValue &parameter : parameters) {
        if (parameter[u"in"] == QJsonValue(u"query"_qs))
            ask(method, pattern, target + '?' + parameter[u"name"].toString().toLatin1() + "=%00x");
    }
}

void TestContract::askInRightWays(const QByteArray &method, const QByteArray &pattern, const QJsonObject &operation)
{
    const bool isReading = method == "GET";
    QList<QByteArray> bodies{isReading ? QByteArray() : QByteArray("{}")};
    const QJsonObject members =
        operation[u"requestBody"][u"content"][u"application/json"][u"schema"][u"properties"].toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString type = member.value()[u"type"].toString();
        const QJsonValue value = type == u"boolean" ? QJsonValue(true)
            : type == u"string"                     ? QJsonValue(member.value()[u"enum"][0].toString(u"word"_qs))
                                                    : QJsonValue(5);
        bodies << QJsonDocument(QJsonObject{{member.key(), value}}).toJson(QJsonDocument::Compact);
    }
    QList<QByteArray> services{"web", "dying", "job", "outside", "off", "nobody", "NO_NAME"};
    if (isReading) // what does not come up is not waited for
        services << "waiting"
                 << "sick";
    if (!pattern.contains("{name}"))
        services = {"-"};
    for (const QByteArray &service : std::as_const(services)) {
        for (const char *id : {"1", "999999"}) {
            QByteArray target = pattern;
            target.replace("{name}", service).replace("{id}", id);
            for (const QByteArray &body : std::as_const(bodies))
                ask(method, pattern, target, body);
            if (!pattern.contains("{id}"))
                break;
        }
    }
}

void TestContract::everyAnswerIsAsTheDocumentSays()
{
    m_fleet = std::make_unique<FleetFixture>(QByteArray());
    m_fleet->writeRaw(
        "fleet: t\nalerts: {hold: 0}\ndefaults: {stop_timeout: 2s, start_timeout: 1s, restart: {policy: "
        "never}}\nservices:\n"
        "  web:\n    command: [sleep, '1000']\n    description: A web\n    version: '1'\n    labels: {team: x}\n"
        "    ports: {http: auto}\n    endpoints: {http: \"http://127.0.0.1:${port.http}\"}\n"
        "    health: {exec: ['true'], interval: 300ms, timeout: 200ms}\n"
        "  dying: {command: [sh, -c, 'echo oh; exit 3'], restart: {policy: never}, critical: false}\n"
        "  job: {command: ['true'], job: true, depends_on: [web]}\n"
        "  waiting: {command: [sleep, '1000'], depends_on: [sick], critical: false}\n"
        "  sick: {command: [sleep, '1000'], critical: false,\n"
        "    health: {exec: ['false'], interval: 300ms, timeout: 200ms}}\n"
        "  off: {command: [sleep, '1000'], autostart: false, after: [web]}\n");
    QVERIFY2(m_fleet->begin(), m_fleet->daemon().errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->stateOf("dying"), QStringLiteral("failed"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->stateOf("web"), QStringLiteral("running"), 30'000);
    const QByteArray registry = "/api/orchestration/registry/{name}";
    QCOMPARE(ask("PUT", registry, "/api/orchestration/registry/outside",
                 R"({"service_type":"x","version":"1","endpoints":{"a":"http://h/"},"dependencies":["web"],)"
                 R"("metadata":{"k":"v"},"heartbeat_interval":30})"),
        201);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fleet->daemon().get(u"alerts"_qs)[u"alerts"].toArray().isEmpty(), 30'000);
    const QJsonObject document = m_fleet->daemon().get(u"openapi.json"_qs);
    const QJsonObject paths = document[u"paths"].toObject();
    for (const bool isReading : {true, false, true}) { // again after all that was done
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject operations = path.value().toObject();
            for (auto operation = operations.begin(); operation != operations.end(); ++operation) {
                const QByteArray method = operation.key().toUpper().toLatin1();
                if ((method == "GET") != isReading)
                    continue;
                const QByteArray pattern = path.key().toLatin1();
                askInWrongWays(method, pattern, operation.value().toObject());
                if (!pattern.endsWith("/shutdown"))
                    askInRightWays(method, pattern, operation.value().toObject());
            }
        }
    }
    ask("POST", "/api/orchestration/shutdown", "/api/orchestration/shutdown", "{}");
    m_fleet->touch(u"answers"_qs, m_answers);
    m_fleet->touch(u"openapi.json"_qs, QJsonDocument(document).toJson());
    QProcess check; // python3-jsonschema is among what `./dev test` installs
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(u"python3"_qs,
        {sourcePath(u"tests/reliability/contract/validate.py"_qs), m_fleet->path(u"openapi.json"_qs),
            m_fleet->path(u"answers"_qs)});
    QVERIFY(QTest::qWaitFor([&check] { return check.state() == QProcess::NotRunning; }, 120'000));
    const QByteArray said = check.readAll();
    QVERIFY2(check.exitCode() == 0, said.constData());
    reportFigure("T31", QString::fromUtf8(said).trimmed());
    QVERIFY(m_count > 300);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"

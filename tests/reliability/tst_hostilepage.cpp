#include "tests/core/alerts/hookserver.h"
#include "tests/integration/browser.h"
#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

#include <QJsonDocument>

using namespace foghorn;

/// T20: a hostile page in a real browser, on another origin and with its own name pointed at us (DNS rebinding), tries
/// every call of the API in every way that pages have. Nothing happens at the daemon, and the page learns nothing. A
/// server that is as trusting as can be is attacked in the same way, to show that the attacks come through.
class TestHostilePage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<FleetFixture> m_fleet;

    static QString script()
    {
        QFile file(sourcePath(QStringLiteral("tests/reliability/hostilepage/attack.js")));
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QByteArray page()
    {
        return "<!doctype html><meta charset=utf-8><title>hostile</title><body><script>" + script().toUtf8()
            + "</script></body>";
    }
    /// Every call of the document, for the service `zebra`.
    QJsonArray calls()
    {
        QJsonArray all;
        const QJsonObject document = m_fleet->daemon().get(QStringLiteral("openapi.json"));
        const QJsonObject paths = document[u"paths"].toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QStringList methods = path.value().toObject().keys();
            QString target = path.key();
            target.replace(QLatin1String("{name}"), QLatin1String("zebra")).replace(QLatin1String("{id}"), u"1"_qs);
            for (const QString &method : methods)
                all.append(QJsonObject{{QStringLiteral("method"), method.toUpper()}, {QStringLiteral("path"), target}});
        }
        return all;
    }
    QStringList attack(const QString &victim)
    {
        const QJsonArray readable{QStringLiteral("/"), QStringLiteral("/metrics"),
            QStringLiteral("/api/orchestration/services"), QStringLiteral("/api/orchestration/events")};
        const QJsonValue learned =
            m_browser->evaluate(QStringLiteral("attack('%1', %2, %3)")
                                    .arg(victim, QString::fromUtf8(QJsonDocument(calls()).toJson()),
                                        QString::fromUtf8(QJsonDocument(readable).toJson())));
        if (!learned.isArray())
            return {QStringLiteral("the attack did not end")};
        QStringList lines;
        const QJsonArray list = learned.toArray();
        for (const QJsonValue &line : list)
            lines << line.toString();
        return lines;
    }
    /// What the journal has besides the states and checks that come by themselves.
    QStringList deeds()
    {
        QStringList found;
        const QJsonArray events = m_fleet->daemon().get(QStringLiteral("events"))[u"events"].toArray();
        for (const QJsonValue &event : events)
            found << event[u"kind"].toString() + u' ' + event[u"message"].toString();
        return found;
    }
    QString address() const { return m_fleet->daemon().client().target().url.authority(); }
    bool begin(const QByteArray &api)
    {
        m_fleet = std::make_unique<FleetFixture>(QByteArray());
        m_fleet->writeRaw("fleet: t\napi: {" + api + "}\nservices:\n  zebra: {command: [sleep, '1000']}\n");
        return m_fleet->beginAndSettle();
    }
    void expectNoEffect(const QString &url, const QString &victim, bool isOwnOrigin);

private Q_SLOTS:
    void initTestCase()
    {
        if (Browser::program().isEmpty())
            QSKIP("chromium is not installed");
        QVERIFY(!script().isEmpty());
        m_browser = std::make_unique<Browser>();
        m_browser->addArgument(QStringLiteral("--host-resolver-rules=MAP evil.example 127.0.0.1"));
        // what newer browsers do about local addresses is no part of our defence
        m_browser->addArgument(
            QStringLiteral("--disable-features=BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights,"
                           "PrivateNetworkAccessRespectPreflightResults,LocalNetworkAccessChecks"));
        QVERIFY(m_browser->start());
    }
    void cleanup() { m_fleet.reset(); }

    void theAttacksComeThroughToWhoeverTrusts();
    void pagesOfOtherOriginsAchieveNothing_data();
    void pagesOfOtherOriginsAchieveNothing();
    void reboundNamesAchieveNothing_data();
    void reboundNamesAchieveNothing();
};

void TestHostilePage::expectNoEffect(const QString &url, const QString &victim, bool isOwnOrigin)
{
    QVERIFY(m_browser->open(url));
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.title")), QJsonValue(QStringLiteral("hostile")));
    const QStringList before = deeds();
    const qint64 pid = m_fleet->pidOf("zebra");
    QVERIFY(pid > 0);
    const QStringList learned = attack(victim);
    for (const QString &line : learned) {
        QVERIFY2(!line.contains(QLatin1String("\"zebra\"")), qPrintable(line));
        // an answer that it may read at all (its own origin, as the browser believes) is a refusal
        QVERIFY2(
            line.contains(QLatin1String(": 403 ")) || line.contains(QLatin1String("\"status\":403")), qPrintable(line));
    }
    QCOMPARE(!learned.isEmpty(), isOwnOrigin);
    QCOMPARE(deeds(), before);
    QCOMPARE(m_fleet->pidOf("zebra"), pid);
    QCOMPARE(m_fleet->stateOf("zebra"), QStringLiteral("running"));
    QVERIFY(m_fleet->daemon().get(QStringLiteral("registry"))[u"services"].toObject().size() <= 1);
    reportFigure("T20",
        QStringLiteral("%1 calls tried in every way, 0 effects, %2 refusals readable")
            .arg(calls().size())
            .arg(learned.size()));
    QCOMPARE(m_fleet->daemon().stop(), 0);
}

void TestHostilePage::theAttacksComeThroughToWhoeverTrusts()
{
    QVERIFY(begin({}));
    HookServer own;
    own.answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(page().size())
        + "\r\n\r\n" + page();
    HookServer naive;
    QVERIFY(m_browser->open(own.url()));
    attack(naive.url({}));
    const auto came = [&naive](const QByteArray &sign) {
        return QTest::qWaitFor([&] { return naive.heads.join('\n').toLower().contains(sign); }, 20'000);
    };
    for (const char *sign : {"content-type: application/x-www-form-urlencoded", "content-type: multipart/form-data",
             "content-type: text/plain", "upgrade: websocket", "accept: text/event-stream", "sec-fetch-dest: image",
             "sec-fetch-dest: script", "sec-fetch-dest: iframe", "content-type: text/ping", "origin: null",
             "options /api/orchestration/restart/zebra", "get /api/orchestration/services"})
        QVERIFY2(came(sign), sign);
    const QJsonArray all = calls();
    for (const QJsonValue &call : all) {
        if (call[u"method"] == QJsonValue(QStringLiteral("POST")))
            QVERIFY2(came("post " + call[u"path"].toString().toLatin1().toLower() + ' '),
                qPrintable(call[u"path"].toString()));
    }
}

void TestHostilePage::pagesOfOtherOriginsAchieveNothing_data()
{
    QTest::addColumn<QByteArray>("api");
    QTest::newRow("with tokens") << QByteArray("auth: token, status_page: public");
    QTest::newRow("without tokens") << QByteArray("auth: none");
}

void TestHostilePage::pagesOfOtherOriginsAchieveNothing()
{
    QFETCH(QByteArray, api);
    QVERIFY(begin(api));
    HookServer own;
    own.answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(page().size())
        + "\r\n\r\n" + page();
    expectNoEffect(own.url(), QStringLiteral("http://") + address(), false);
}

void TestHostilePage::reboundNamesAchieveNothing_data()
{
    QTest::addColumn<QByteArray>("api");
    QTest::newRow("with tokens") << QByteArray("auth: token, status_page: public");
    QTest::newRow("without tokens") << QByteArray("auth: none");
}

void TestHostilePage::reboundNamesAchieveNothing()
{
    QFETCH(QByteArray, api);
    QVERIFY(begin(api));
    const QString victim = QStringLiteral("http://evil.example:") + address().section(u':', -1);
    // what the name's owner answered while it was still theirs
    m_browser->answer(victim + QStringLiteral("/hostile"), page());
    expectNoEffect(victim + QStringLiteral("/hostile"), victim, true);
}

QTEST_GUILESS_MAIN(TestHostilePage)
#include "tst_hostilepage.moc"

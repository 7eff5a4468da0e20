#include "tests/integration/browser.h"
#include "tests/integration/runningdaemon.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace foghorn;

/// The status page of a real daemon in a real browser: what people see, at ten services and at two thousand, wide and
/// narrow, light and dark. With FOGHORN_SCREENSHOTS=DIR the pictures are kept.
class TestStatusPageBrowser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_state = std::make_unique<QTemporaryDir>(); }

    void tenServices();
    void aKilledServiceTurnsRedWithinASecond_data();
    void aKilledServiceTurnsRedWithinASecond();
    void tenServicesInGerman();
    void hostileTextsStayText();
    void publicShowsNamesStatesAndUptime();
    void findsItsWayBackAfterARestart();
    void twoThousandServices();

private:
    QString writeFleet(const QByteArray &text) const
    {
        QFile file(m_state->filePath(QStringLiteral("fleet.yaml")));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    std::unique_ptr<RunningDaemon> daemonOn(const QString &fleet) const
    {
        auto daemon = std::make_unique<RunningDaemon>(QStringList{fleet}, m_state->filePath(QStringLiteral("state")));
        return daemon->start() ? std::move(daemon) : nullptr;
    }
    QString token() const
    {
        QFile file(m_state->filePath(QStringLiteral("state/token")));
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
    }
    static QString root(RunningDaemon &daemon)
    {
        QUrl url = daemon.client().target().url;
        url.setPath(QStringLiteral("/"));
        return url.toString();
    }
    bool isLive() { return m_browser->becomesTrue(QStringLiteral("document.body.classList.contains('is-live')")); }
    bool fits()
    {
        return m_browser
            ->evaluate(QStringLiteral("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .toBool();
    }
    void picture(const QString &name, bool wholePage = false)
    {
        const QString folder = qEnvironmentVariable("FOGHORN_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(m_browser->saveScreenshot(QDir(folder).filePath(name + QStringLiteral(".png")), wholePage));
    }
    /// At 1280 and 320 pixels, light and dark: no scrolling to the side, nothing to complain of.
    void lookAtAllSides(const QString &name);

    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<Browser> m_browser;
};

void TestStatusPageBrowser::initTestCase()
{
    if (Browser::program().isEmpty())
        QSKIP("chromium is not installed");
    m_browser = std::make_unique<Browser>();
    QVERIFY(m_browser->start());
}

void TestStatusPageBrowser::lookAtAllSides(const QString &name)
{
    for (const bool isDark : {false, true}) {
        for (const int width : {1280, 320}) {
            m_browser->setDark(isDark);
            m_browser->setSize(width, 900);
            QVERIFY2(fits(), qPrintable(QString::number(width)));
            picture(QStringLiteral("%1-%2-%3")
                        .arg(name)
                        .arg(width)
                        .arg(isDark ? QLatin1String("dark") : QLatin1String("light")));
        }
    }
    m_browser->setDark(false);
    m_browser->setSize(1280, 900);
    QVERIFY2(m_browser->complaints().isEmpty(), qPrintable(m_browser->complaints().join(u'\n')));
}

void TestStatusPageBrowser::tenServices()
{
    const auto daemon = daemonOn(sourcePath(QStringLiteral("resources/fleets/default.yaml")));
    QVERIFY(daemon);
    QTRY_VERIFY_WITH_TIMEOUT(daemon->output().contains("10 of 10 services running"), 60'000);
    QVERIFY(m_browser->open(root(*daemon), token()));
    QVERIFY(isLive());
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.querySelectorAll('#services tr').length")), QJsonValue(10));
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.title")),
        QJsonValue(QStringLiteral("fog-compute: All 10 services are up")));
    lookAtAllSides(QStringLiteral("ten"));
    m_browser->evaluate(QStringLiteral("{const f = document.getElementById('filter'); f.value = 'vpn'; "
                                       "f.dispatchEvent(new Event('input'))}"));
    QVERIFY(
        m_browser->becomesTrue(QStringLiteral("document.querySelectorAll('#services tr:not([hidden])').length === 1")));
    QCOMPARE(daemon->stop(), 0);
}

void TestStatusPageBrowser::aKilledServiceTurnsRedWithinASecond_data()
{
    QTest::addColumn<QByteArray>("restart");
    QTest::newRow("where it stays down") << QByteArray("{policy: never}");
    QTest::newRow("where it comes again") << QByteArray("{policy: always, backoff_base: 30}");
}

void TestStatusPageBrowser::aKilledServiceTurnsRedWithinASecond()
{
    QFETCH(QByteArray, restart);
    const auto daemon = daemonOn(writeFleet("fleet: t\nservices:\n  a: {command: [sleep, '1000']}\n"
                                            "  edge: {command: [sleep, '1000'], restart: "
        + restart + "}\n"));
    QVERIFY(daemon);
    QTRY_COMPARE(daemon->service(QStringLiteral("edge")).value(u"state").toString(), QStringLiteral("running"));
    QVERIFY(m_browser->open(root(*daemon), token()));
    QVERIFY(isLive());
    m_browser->evaluate(
        QStringLiteral("window.seenAt = 0; new MutationObserver(() => { if (!window.seenAt && "
                       "document.querySelector('tr[data-name=edge].unhealthy')) window.seenAt = Date.now(); })"
                       ".observe(document.getElementById('services'), {subtree: true, childList: true, "
                       "attributes: true})"));
    const qint64 pid = daemon->service(QStringLiteral("edge")).value(u"pid").toInteger();
    QVERIFY(pid > 0);
    const qint64 killedAt = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(sendSignal(pid, SIGKILL));
    QVERIFY(m_browser->becomesTrue(QStringLiteral("window.seenAt > 0")));
    const double took = m_browser->evaluate(QStringLiteral("window.seenAt")).toDouble() - static_cast<double>(killedAt);
    qInfo("seen after %.0f ms", took);
    QVERIFY2(took < 1000, qPrintable(QString::number(took)));
    QVERIFY(m_browser->evaluate(QStringLiteral("document.getElementById('services').rows[0].dataset.name === 'edge'"))
                .toBool());
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.querySelector('#headline span').textContent")),
        QJsonValue(QStringLiteral("1 of 2 services is down")));
    lookAtAllSides(QStringLiteral("killed"));
    QCOMPARE(daemon->stop(), 0);
}

void TestStatusPageBrowser::tenServicesInGerman()
{
    const auto daemon = daemonOn(sourcePath(QStringLiteral("resources/fleets/default.yaml")));
    QVERIFY(daemon);
    QTRY_VERIFY_WITH_TIMEOUT(daemon->output().contains("10 of 10 services running"), 60'000);
    m_browser->setLanguages(QStringLiteral("de-AT,de"));
    const auto english = qScopeGuard([this] { m_browser->setLanguages(QStringLiteral("en-US,en")); });
    QVERIFY(m_browser->open(root(*daemon), token()));
    QVERIFY(isLive());
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.documentElement.lang")), QJsonValue(QStringLiteral("de")));
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.title")),
        QJsonValue(QStringLiteral("fog-compute: Alle 10 Dienste laufen")));
    for (const int width : {1280, 1024, 900}) { // where the table has the least room
        m_browser->setSize(width, 900);
        QVERIFY2(fits(), qPrintable(QString::number(width)));
        QVERIFY2(m_browser
                     ->evaluate(QStringLiteral("[...document.querySelectorAll('tbody .name span:not(.tag)')]"
                                               ".every((name) => name.offsetHeight > 0 && name.offsetHeight < 32)"))
                     .toBool(),
            qPrintable(QStringLiteral("a name is broken at %1").arg(width)));
        picture(QStringLiteral("german-%1").arg(width));
    }
    lookAtAllSides(QStringLiteral("german"));
    const qint64 pid = daemon->service(QStringLiteral("edge")).value(u"pid").toInteger();
    QVERIFY(sendSignal(pid, SIGKILL));
    // what comes over the stream is German too: the row, the headline, what happened
    QVERIFY(m_browser->becomesTrue(
        QStringLiteral("document.querySelector('tr[data-name=edge] .why').textContent.includes('Ursache: SIGKILL') && "
                       "document.getElementById('headline').textContent.includes('ausgefallen') && "
                       "document.querySelector('#recent li').textContent.includes('Neustart folgt')")));
    lookAtAllSides(QStringLiteral("german-killed"));
    picture(QStringLiteral("german-killed-whole"), true);
    // no word of the page's own is English: events of other kinds are the journal's, and marked so
    const QString text = m_browser
                             ->evaluate(QStringLiteral("(() => { const all = document.body.cloneNode(true); "
                                                       "all.querySelectorAll('[lang=en], template')"
                                                       ".forEach((e) => e.remove()); return all.textContent; })()"))
                             .toString();
    for (const char *word : {"Running", "Healthy", "attention", "restarting", "running", "since", "services", "checks"})
        QVERIFY2(!text.contains(QLatin1String(word)), word);
    QVERIFY(text.contains(QStringLiteral("100\u00a0%")) && text.contains(QStringLiteral("In Ordnung")));
    daemon->kill();
    QVERIFY(m_browser->becomesTrue(
        QStringLiteral("document.getElementById('band').textContent.startsWith('Nicht aktualisiert seit ')")));
    m_browser->setSize(320, 900);
    picture(QStringLiteral("german-lost"));
    QVERIFY(fits());
    m_browser->setSize(1280, 900);
}

void TestStatusPageBrowser::hostileTextsStayText()
{
    const auto daemon = daemonOn(writeFleet(
        "fleet: t\nservices:\n  a: {command: ['/nonexistent/<img src=x onerror=alert(1)>'], restart: {policy: never}}\n"
        "  b: {command: [sh, -c, 'exit 3'], restart: {policy: never}}\n"));
    QVERIFY(daemon);
    QTRY_COMPARE(daemon->service(QStringLiteral("a")).value(u"state").toString(), QStringLiteral("failed"));
    QVERIFY(m_browser->open(root(*daemon), token()));
    QVERIFY(isLive());
    QVERIFY(m_browser->evaluate(QStringLiteral("document.body.textContent.includes('<img src=x')")).toBool());
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.querySelectorAll('img').length")), QJsonValue(0));
    QCOMPARE(m_browser->complaints(), QStringList());
    // and what a page's own markup could still do, its policy forbids
    m_browser->evaluate(QStringLiteral("{const s = document.createElement('script'); s.textContent = 'window.ran = 1'; "
                                       "document.body.append(s)}"));
    QVERIFY(!m_browser->evaluate(QStringLiteral("window.ran === 1")).toBool());
    QVERIFY(!m_browser->complaints().isEmpty());
    QCOMPARE(daemon->stop(), 0);
}

void TestStatusPageBrowser::publicShowsNamesStatesAndUptime()
{
    const auto daemon =
        daemonOn(writeFleet("fleet: t\napi: {status_page: public}\nservices:\n  quiet: {command: [sleep, '1000']}\n"
                            "  secret: {command: ['/nonexistent/hidden-path'], restart: {policy: never}}\n"));
    QVERIFY(daemon);
    QTRY_COMPARE(daemon->service(QStringLiteral("secret")).value(u"state").toString(), QStringLiteral("failed"));
    QVERIFY(m_browser->open(root(*daemon)));
    QVERIFY(isLive());
    QVERIFY(
        !m_browser->evaluate(QStringLiteral("document.documentElement.outerHTML.includes('hidden-path')")).toBool());
    QVERIFY(m_browser->evaluate(QStringLiteral("document.querySelector('tr[data-name=secret].unhealthy') !== null"))
                .toBool());
    const qint64 pid = daemon->service(QStringLiteral("quiet")).value(u"pid").toInteger();
    QVERIFY(sendSignal(pid, SIGKILL));
    QVERIFY(m_browser->becomesTrue(QStringLiteral("document.querySelector('tr[data-name=quiet].unhealthy') !== null")));
    lookAtAllSides(QStringLiteral("public"));
    QCOMPARE(daemon->stop(), 0);
}

void TestStatusPageBrowser::findsItsWayBackAfterARestart()
{
    const QString fleet = writeFleet("fleet: t\nservices:\n  a: {command: [sleep, '1000']}\n");
    auto daemon = daemonOn(fleet);
    QVERIFY(daemon);
    const QUrl url(root(*daemon));
    QVERIFY(m_browser->open(url.toString(), token()));
    QVERIFY(isLive());
    daemon->kill();
    QVERIFY(m_browser->becomesTrue(QStringLiteral("!document.getElementById('band').hidden")));
    QVERIFY(m_browser->becomesTrue(QStringLiteral("document.body.classList.contains('is-stale')")));
    picture(QStringLiteral("lost"));
    QProcess second; // takes over, at the same address
    second.start(programPath(QStringLiteral("foghornd")),
        {QStringLiteral("--config"), fleet, QStringLiteral("--state-dir"), m_state->filePath(QStringLiteral("state")),
            QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(url.port())});
    QVERIFY(m_browser->becomesTrue(QStringLiteral("document.body.classList.contains('is-live') && "
                                                  "document.getElementById('band').hidden"),
        60'000));
    second.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60'000);
}

void TestStatusPageBrowser::twoThousandServices()
{
    QByteArray text = "fleet: many\nservices:\n";
    for (int i = 0; i < 2000; ++i)
        text += "  service-" + QByteArray::number(i)
            + ": {command: [sleep, '1000'], autostart: " + (i < 5 ? "true" : "false") + "}\n";
    text += "  broken: {command: ['/nonexistent'], restart: {policy: never}}\n";
    const auto daemon = daemonOn(writeFleet(text));
    QVERIFY(daemon);
    QTRY_COMPARE_WITH_TIMEOUT(
        daemon->service(QStringLiteral("broken")).value(u"state").toString(), QStringLiteral("failed"), 60'000);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(m_browser->open(root(*daemon), token()));
    QVERIFY(isLive());
    qInfo("2001 services: live after %lld ms", clock.elapsed());
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.querySelectorAll('#services tr').length")), QJsonValue(2001));
    QCOMPARE(m_browser->evaluate(QStringLiteral("document.getElementById('services').rows[0].dataset.name")),
        QJsonValue(QStringLiteral("broken")));
    lookAtAllSides(QStringLiteral("many"));
    m_browser->evaluate(QStringLiteral("document.getElementById('trouble').click()"));
    QVERIFY(
        m_browser->becomesTrue(QStringLiteral("document.querySelectorAll('#services tr:not([hidden])').length === 1")));
    QCOMPARE(daemon->stop(), 0);
}

QTEST_GUILESS_MAIN(TestStatusPageBrowser)
#include "tst_statuspage_browser.moc"

#include "tests/core/alerts/hookserver.h"
#include "tests/core/api/rawclient.h"
#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

#include <QRegularExpression>

using namespace foghorn;

namespace {

/// Sixty lines as a hostile program writes them, each with `mark` so that it can be found.
QList<QByteArray> hostileLines()
{
    const QList<QByteArray> payloads{"\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
        "\x1b]52;c;cm0gLXJmIH4=\x07", "\x1b[2J\x1b[H", "\x1b[31mred\x1b[0m", "good\rbad", "\x1b]0;title\x07",
        "\x1bP1;1|17/ab\x1b\\", "\x1b_apc\x1b\\", "\x1b[?1049h", "\x1b[6n",
        "\xc2\x9b"
        "2J",
        "\xc2\x9d"
        "52;c;eA==\xc2\x9c",
        "\x9b"
        "31m",
        "\xff\xfe\xfa", "\xc0\xaf\xe0\x80\xaf", QByteArray("nul\0nul", 7), "\x7f\x7f\x08\x08",
        "\xe2\x80\xae"
        "txt.exe",
        "\xe2\x81\xa6x\xe2\x81\xa9", "\xd8\x9c\xe2\x80\x8f", "\xe2\x80\xa8para\xe2\x80\xa9",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"}],\"x\":[{", "=cmd|' /C calc'!A1",
        "$(touch /tmp/pwned)", "`id`", "'; DROP TABLE events; --", "%s%n%x", "\x0e\x0f\x05"};
    QList<QByteArray> lines;
    for (int round = 0; round < 2; ++round) {
        for (const QByteArray &payload : payloads)
            lines << (round == 0 ? QByteArray("mark " + payload + " end") : QByteArray("mark \t" + payload + payload));
    }
    return lines;
}

/// The first byte that commands a terminal, or misleads its reader, as text; empty when there is none. Newlines and
/// tabs are what they are.
QByteArray evilIn(const QByteArray &output)
{
    const QString text = QString::fromUtf8(output);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool isControl = (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7f && c < 0xa0);
        const bool turns =
            c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (isControl || turns)
            return "U+" + QByteArray::number(c, 16) + " in: " + text.mid(std::max<qsizetype>(i - 80, 0), 160).toUtf8();
    }
    return {};
}

} // namespace

/// T22: text of services, callers and fleet files that would command a terminal, run in a browser or forge a line. It
/// goes through every sink of the daemon and the command line, and nothing of it comes out raw.
class TestHostileText : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<HookServer> m_hook;
    std::unique_ptr<HookServer> m_alertmanager;

    void expectHarmless(const char *sink, const QByteArray &output, bool mustSay = true)
    {
        QVERIFY2(!mustSay || !output.isEmpty(), sink);
        const QByteArray evil = evilIn(output);
        QVERIFY2(evil.isEmpty(), QByteArray(QByteArray(sink) + ": " + evil).constData());
    }
    QByteArray token() const { return m_fleet->read(QStringLiteral("state/token")).trimmed(); }
    RawReply fetch(const QByteArray &path, const QByteArray &extra = {})
    {
        const auto port = static_cast<quint16>(m_fleet->daemon().client().target().url.port());
        return call(port, request("GET", path, token(), {}, extra), 30'000);
    }
    ProgramRun ctl(const QStringList &arguments)
    {
        return runProgram(QStringLiteral("foghornctl"), QStringList{u"--state-dir"_qs, m_fleet->state()} + arguments);
    }

private Q_SLOTS:
    void initTestCase();
    void theCommandLine_data();
    void theCommandLine();
    void aTerminal();
    void everyAnswer();
    void theDaemonsOwnWords();
    void alerts();
    void whoAsks();
    void cleanupTestCase() { m_fleet.reset(); }
};

void TestHostileText::initTestCase()
{
    m_hook = std::make_unique<HookServer>();
    m_alertmanager = std::make_unique<HookServer>();
    m_fleet = std::make_unique<FleetFixture>(QByteArray());
    m_fleet->touch(QStringLiteral("lines"), hostileLines().join('\n') + '\n');
    m_fleet->touch(QStringLiteral("long"), QByteArray(1'000'000, 'x') + "\x1b[2J\n");
    m_fleet->touch(
        QStringLiteral("say"), "#!/bin/sh\nprintf 'mark \\033]52;c;eA==\\007\\033[2J\\302\\233 <b>\\n'\nexit 1\n");
    // what a file may say of a service, it says with escapes of its own
    m_fleet->writeRaw("fleet: t\n"
                      "alerts:\n  hold: 0\n  webhooks:\n    - {url: \""
        + m_hook->url().toLatin1()
        + "\"}\n"
          "    - {url: \""
        + m_alertmanager->url().toLatin1()
        + "\", format: alertmanager}\n"
          "  exec: [{command: [tee, -a, "
        + m_fleet->path(u"told"_qs).toLocal8Bit()
        + "]}]\n"
          "defaults: {stop_timeout: 2s}\n"
          "services:\n"
          "  noisy:\n    command: 'cat lines long; exec sleep 1000'\n"
          "    description: \"mark \\e[2J\\x9b\\u202e <script>alert(1)</script>\"\n"
          "    version: \"1\\e]0;x\\a\"\n    type: \"t\\e[2J\"\n"
          "    labels: {\"l\\e[2J\": \"v\\e]52;c;eA==\\a\\u202e\"}\n"
          "  dying:\n    command: 'cat lines lines; cat lines >&2; exit 3'\n    restart: {policy: never}\n"
          "  probed:\n    command: [sleep, '1000']\n    ready: started\n    health:\n"
          "      exec: [sh, say, \"arg\\e[2J\\x9b\"]\n      interval: 300ms\n      timeout: 200ms\n"
          "      failure_threshold: 1\n      auto_recovery: false\n"
          "  missing:\n    command: [\"/nonexistent/\\e[2J\\x9b<img src=x>\"]\n    restart: {policy: never}\n");
    QVERIFY2(m_fleet->beginAndSettle(), m_fleet->daemon().errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->stateOf("dying"), QStringLiteral("failed"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_fleet->daemon().service(u"probed"_qs)[u"health"].toString(), QStringLiteral("unhealthy"), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->read(u"state/logs/noisy.log"_qs).size() > 1'000'000, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(fetch("/api/orchestration/service/dying/crashes").body.contains("mark"), 30'000);
}

void TestHostileText::theCommandLine_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *line : {"status", "health", "graph", "graph --format dot", "graph --format mermaid", "why noisy",
             "why dying", "why probed", "why missing", "crash dying", "crash missing", "crash dying --list",
             "logs -n 200 noisy", "logs -n 200 dying noisy", "events -n 500", "alerts", "alerts --all", "metrics",
             "metrics --prometheus", "registry", "check-now", "reload --plan", "validate FLEET", "restart missing"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
        QTest::newRow(QByteArray(QByteArray("--json ") + line).constData())
            << QStringLiteral("--json ") + QLatin1String(line);
    }
}

void TestHostileText::theCommandLine()
{
    QFETCH(QString, arguments);
    const ProgramRun run = ctl(arguments.replace(QLatin1String("FLEET"), m_fleet->path(u"fleet.yaml"_qs)).split(u' '));
    QVERIFY(run.exitCode >= 0);
    expectHarmless("stdout", run.output, run.exitCode == 0);
    expectHarmless("stderr", run.errors, false);
    if (arguments == u"logs -n 200 noisy") {
        QCOMPARE(run.output.count("\nmark ") + (run.output.startsWith("mark ") ? 1 : 0), hostileLines().size());
        QCOMPARE(ctl({u"logs"_qs, u"--raw"_qs, u"-n"_qs, u"61"_qs, u"noisy"_qs}).output.count("\x1b[2J\x1b[H"), 3);
        reportFigure("T22", QStringLiteral("%1 hostile lines, 0 raw control characters").arg(hostileLines().size()));
    }
}

void TestHostileText::aTerminal()
{
    // on a terminal there are colours, and they are ours alone
    for (const QString &verb : {u"status"_qs, u"why dying"_qs, u"logs -n 200 noisy dying"_qs, u"events"_qs,
             u"alerts"_qs, u"crash dying"_qs, u"health"_qs}) {
        QProcess script;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TERM"_qs, u"xterm"_qs);
        script.setProcessEnvironment(environment);
        script.start(u"script"_qs,
            {u"-q"_qs, u"-e"_qs, u"-c"_qs,
                QStringLiteral("'%1' --state-dir '%2' %3").arg(programPath(u"foghornctl"_qs), m_fleet->state(), verb),
                u"/dev/null"_qs});
        QVERIFY(QTest::qWaitFor([&script] { return script.state() == QProcess::NotRunning; }, 30'000));
        QString shown = QString::fromUtf8(script.readAllStandardOutput());
        QVERIFY2(shown.contains(u"\x1b["), qPrintable(verb));
        static const QRegularExpression ours(QStringLiteral("\x1b\\[(0|2|3[1236])m|\r(?=\n)"));
        shown.remove(ours);
        expectHarmless(qPrintable(verb), shown.toUtf8());
    }
}

void TestHostileText::everyAnswer()
{
    const QJsonObject paths = m_fleet->daemon().get(QStringLiteral("openapi.json"))[u"paths"].toObject();
    int asked = 0;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        if (!path.value().toObject().contains(u"get"))
            continue;
        for (const char *service : {"noisy", "dying", "probed", "missing"}) {
            QByteArray target = path.key().toLatin1();
            const bool isOfOne = target.contains("{name}");
            target.replace("{name}", service).replace("{id}", "1");
            // a log as plain text is the service's own bytes, for programs
            const RawReply reply = fetch(target, target.endsWith("/logs") ? "Accept: application/x-ndjson\r\n" : "");
            QVERIFY2(reply.status == 200 || reply.status == 404 || reply.status == 426 || reply.status == 503,
                QByteArray(target + ' ' + QByteArray::number(reply.status)).constData());
            expectHarmless(target.constData(), reply.body, !target.endsWith("/logs"));
            QVERIFY2(
                !reply.headers.value("content-type").startsWith("text/html") || !reply.body.contains("<script>alert"),
                target.constData());
            QCOMPARE(reply.headers.value("x-content-type-options"), QByteArray("nosniff"));
            ++asked;
            if (!isOfOne)
                break;
        }
    }
    QVERIFY(asked > 20);
}

void TestHostileText::theDaemonsOwnWords()
{
    expectHarmless("stderr", m_fleet->daemon().errors());
    expectHarmless("stdout", m_fleet->daemon().output());
}

void TestHostileText::alerts()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_hook->bodies.size() >= 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_alertmanager->bodies.isEmpty(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->read(u"told"_qs).count('\n') >= 2, 30'000);
    expectHarmless("webhook", m_hook->bodies.join('\n'));
    expectHarmless("alertmanager", m_alertmanager->bodies.join('\n'));
    expectHarmless("exec", m_fleet->read(u"told"_qs));
    QVERIFY(m_hook->bodies.join().contains("mark"));
}

void TestHostileText::whoAsks()
{
    // the name that a caller gives itself is in the journal
    const auto port = static_cast<quint16>(m_fleet->daemon().client().target().url.port());
    const QByteArray path = "/api/orchestration/health/check-now/noisy";
    for (const QByteArray &agent : QList<QByteArray>{"\xc2\x9b"
                                                     "2Jx",
             "\xe2\x80\xae"
             "evil",
             "<b>x</b>", QByteArray(500, 'a'), "\xff\xfe"}) {
        const RawReply reply =
            call(port, request("POST", path, token(), "{}", "User-Agent: " + agent + "\r\n"), 30'000);
        QVERIFY2(reply.status != 0 && reply.status < 500, agent.constData());
    }
    expectHarmless("events", fetch("/api/orchestration/events?limit=1000").body);
    expectHarmless("ctl events", ctl({u"events"_qs, u"-n"_qs, u"1000"_qs}).output);
    expectHarmless("stderr", m_fleet->daemon().errors());
    for (const QByteArray &agent : QList<QByteArray>{"\x1b[2J", QByteArray("a\0b", 3), "a\rb", "a\nX-Evil: 1"}) {
        const RawReply reply =
            call(port, request("POST", path, token(), "{}", "User-Agent: " + agent + "\r\n"), 30'000);
        QCOMPARE(reply.status, 400);
    }
}

QTEST_GUILESS_MAIN(TestHostileText)
#include "tst_hostiletext.moc"

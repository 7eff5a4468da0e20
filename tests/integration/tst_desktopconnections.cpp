#include "tests/integration/desktopprogram.h"
#include "tests/integration/fleetfixture.h"

#include <QDir>

#include <csignal>

using namespace foghorn;

namespace {

constexpr int patience = 60'000;
QString words(const char *text) { return QString::fromUtf8(text); }

QByteArray fleet(const char *name)
{
    return QByteArray("fleet: ") + name
        + "\napi: {listen: \"127.0.0.1:0\"}\nservices:\n  base: {command: [sleep, '1000']}\n  top: {command: [sleep, "
          "'1000'], depends_on: [base]}\n";
}

} // namespace

/// The real desktop program goes from one fleet to another and back, by keys and buttons, with real daemons.
class TestDesktopConnections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void fromItsOwnFleetToADaemonAndBack();
    void whatItRunsCanBeStoppedOnTheWay();
    void aDaemonThatEndedIsStartedAgain();
    void hangsUpAndConnectsAgain();

private:
    /// `fixture` is found by the window as a fleet of this computer.
    void makeFound(const FleetFixture &fixture, const char *name) const
    {
        const QDir root(m_window->home() + QLatin1String("/foghorn"));
        QVERIFY(root.mkpath(QStringLiteral(".")));
        QVERIFY(QFile::link(fixture.state(), root.filePath(QLatin1String(name))));
    }
    QString title() { return m_window->ask(words("title")).toString(); }
    bool shows(const char *part)
    {
        return QTest::qWaitFor([&] { return title().contains(words(part)); }, patience);
    }
    bool isUp(const char *service)
    {
        return QTest::qWaitFor(
            [&] { return m_window->row(words("Services"), QLatin1String(service)).contains(words(", running")); },
            patience);
    }
    static QStringList attachedTo(FleetFixture &fixture)
    {
        return {words("--connect"), fixture.daemon().client().target().url.toString(), words("--token-file"),
            fixture.path(words("state/token"))};
    }

    std::unique_ptr<VirtualDisplay> m_display;
    std::unique_ptr<DesktopProgram> m_window;
};

void TestDesktopConnections::initTestCase()
{
    if (!QFile::exists(programPath(words("foghorn"))))
        QSKIP("the desktop program is not built here");
    m_display = std::make_unique<VirtualDisplay>();
}

void TestDesktopConnections::cleanup() { m_window.reset(); }

void TestDesktopConnections::fromItsOwnFleetToADaemonAndBack()
{
    FleetFixture bench{QByteArray()};
    bench.writeRaw(fleet("bench"));
    QVERIFY(bench.beginAndSettle());
    FleetFixture own{QByteArray()};
    own.writeRaw(fleet("own"));
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    makeFound(bench, "bench");
    QVERIFY(m_window->start({words("--config"), own.path(words("fleet.yaml")), words("--state-dir"), own.state()}));
    QVERIFY2(shows("own"), qPrintable(title()));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    const qint64 keeper = keeperOf(own.state());
    QVERIFY(keeper > 0);
    const QList<ProcessMark> services = treeOf(keeper);
    QVERIFY(services.size() >= 3);

    QVERIFY(m_window->get(words("key Ctrl+O")));
    QVERIFY2(shows("Connect"), qPrintable(title()));
    QVERIFY(m_window->get(words("press Test")));
    QVERIFY(m_window->get(words("press Connect")));
    QVERIFY2(shows("Go to bench?"), qPrintable(title()));
    QVERIFY(m_window->get(words("press Leave running and connect")));
    QVERIFY2(shows("Foghorn — bench"), qPrintable(title()));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    QVERIFY2(!title().contains(words("not connected")), qPrintable(title()));
    QCOMPARE(stillRunning(services).size(), services.size());

    QVERIFY(m_window->get(words("key Ctrl+O")));
    QVERIFY2(shows("Connect"), qPrintable(title()));
    QVERIFY(m_window->get(words("key Up"))); // from bench to what this program runs
    QVERIFY(m_window->get(words("press Connect")));
    QVERIFY2(shows("Foghorn — own"), qPrintable(title()));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    QCOMPARE(stillRunning(services).size(), services.size()); // found again, not begun anew
    QCOMPARE(bench.stateOf("top"), words("running"));

    m_window->process().terminate();
    QVERIFY(m_window->hasEnded());
    QVERIFY(stillRunning(services).isEmpty());
}

void TestDesktopConnections::whatItRunsCanBeStoppedOnTheWay()
{
    FleetFixture bench{QByteArray()};
    bench.writeRaw(fleet("bench"));
    QVERIFY(bench.beginAndSettle());
    FleetFixture own{QByteArray()};
    own.writeRaw(fleet("own"));
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    makeFound(bench, "bench");
    QVERIFY(m_window->start({words("--config"), own.path(words("fleet.yaml")), words("--state-dir"), own.state()}));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    const QList<ProcessMark> services = treeOf(keeperOf(own.state()));
    QVERIFY(m_window->get(words("key Ctrl+O")));
    QVERIFY(m_window->get(words("press Connect")));
    QVERIFY2(shows("Go to bench?"), qPrintable(title()));
    QVERIFY(m_window->get(words("press Stop 2 services and connect")));
    QVERIFY2(shows("Foghorn — bench"), qPrintable(title()));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    QVERIFY(QTest::qWaitFor([&] { return stillRunning(services).isEmpty(); }, patience));
    m_window->process().terminate();
    QVERIFY(m_window->hasEnded());
    QCOMPARE(bench.stateOf("top"), words("running"));
}

void TestDesktopConnections::aDaemonThatEndedIsStartedAgain()
{
    FleetFixture bench{QByteArray()};
    bench.writeRaw(fleet("bench"));
    QVERIFY(bench.beginAndSettle());
    const quint16 port = static_cast<quint16>(bench.daemon().client().target().url.port());
    // Where it listens must be said, so that it is found there again.
    QCOMPARE(bench.daemon().stop(), 0);
    RunningDaemon daemon({bench.path(words("fleet.yaml"))}, bench.state());
    daemon.setListen(words("127.0.0.1:%1").arg(port));
    QVERIFY2(daemon.start(), daemon.errors().constData());
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    makeFound(bench, "bench");
    QVERIFY(m_window->start({words("--connect"), daemon.client().target().url.toString()}));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    const qint64 pid = daemon.service(words("top")).value(u"pid").toInteger();
    QVERIFY(pid > 0);
    daemon.kill();
    QVERIFY2(shows("not connected"), qPrintable(title()));
    QVERIFY(QTest::qWaitFor([&] { return m_window->get(words("press Start daemon")); }, patience));
    QVERIFY(QTest::qWaitFor([&] { return !title().contains(words("not connected")); }, patience));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    QCOMPARE(daemon.service(words("top")).value(u"pid").toInteger(), pid); // the daemon found it again
    m_window->process().terminate();
    QVERIFY(m_window->hasEnded());
}

void TestDesktopConnections::hangsUpAndConnectsAgain()
{
    FleetFixture bench{QByteArray()};
    bench.writeRaw(fleet("bench"));
    QVERIFY(bench.beginAndSettle());
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start(attachedTo(bench)));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    QVERIFY(m_window->get(words("key Ctrl+Shift+O")));
    QVERIFY2(shows("not connected"), qPrintable(title()));
    QVERIFY(m_window->get(words("press Connect again")));
    QVERIFY(QTest::qWaitFor([&] { return !title().contains(words("not connected")); }, patience));
    QVERIFY2(isUp("top"), qPrintable(m_window->items(words("Services")).join(u'|')));
    QCOMPARE(bench.stateOf("top"), words("running"));
}

QTEST_GUILESS_MAIN(TestDesktopConnections)
#include "tst_desktopconnections.moc"

#include "tests/integration/desktopprogram.h"
#include "tests/integration/fleetfixture.h"

#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>

using namespace foghorn;

namespace {

constexpr int patience = 60'000;
QString words(const char *text) { return QString::fromUtf8(text); }
QString table() { return QStringLiteral("Services"); }

} // namespace

/// The real desktop program with real services: what is on screen is read as a screen reader reads it, keys go through
/// its window. Pictures of each page are written to $FOGHORN_PICTURES where that is set.
class TestDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void tenComeUpFailAndAreRestartedByKey();
    void servicesOutliveTheirWindow();
    void attachesToADaemon();
    void emptyFleetGivesWayToAnother();
    void whatComesUpWhileAFileIsReadIsNotLeft();
    void fleetThatIsOpenedAgainStartsAgain();
    void fleetThatCannotBeRunGivesWayToTheOldOne();

private:
    QStringList defaultFleet() const
    {
        return {words("--config"), sourcePath(words("resources/fleets/default.yaml")), words("--config"),
            m_fleet->path(words("fleet.yaml")), words("--state-dir"), m_fleet->state()};
    }
    /// The pid of each service, by the name that its demo program was started with.
    QMap<QString, qint64> pids()
    {
        QMap<QString, qint64> found;
        const qint64 keeper = keeperOf(m_fleet->state());
        const QList<ProcessMark> running = keeper > 0 ? treeOf(keeper) : QList<ProcessMark>();
        for (const ProcessMark &mark : running) {
            QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(mark.pid));
            const QByteArrayList words =
                commandLine.open(QFile::ReadOnly) ? commandLine.readAll().split('\0') : QByteArrayList();
            if (words.value(1) == "--name" && words.value(0).endsWith("foghorn-demo"))
                found.insert(QString::fromUtf8(words.value(2)), mark.pid);
        }
        return found;
    }
    bool isWell(const QString &service)
    {
        return m_window->row(table(), service).contains(words(", running, healthy"));
    }
    bool areAllWell(qsizetype count)
    {
        const QStringList rows = m_window->items(table());
        return rows.size() == count && std::all_of(rows.begin(), rows.end(), [](const QString &row) {
            return row.contains(words(", running, healthy"));
        });
    }
    QString rows() { return m_window->items(table()).join(u'\n'); }
    void takePictures(const QString &name);
    QString title() { return m_window->ask(words("title")).toString(); }
    /// By the file dialog.
    bool openFile(const QString &file)
    {
        return m_window->get(words("action Open configuration…")) && m_window->get(words("type ") + file)
            && m_window->get(words("key Return"));
    }
    bool is(const char *service, const char *state)
    {
        return m_window->row(table(), words(service)).contains(words(", ") + words(state));
    }
    /// Where a fleet that was opened by its file has its state.
    QString stateOf(const char *fleet) const { return m_window->home() + words("/foghorn/") + words(fleet); }

    std::unique_ptr<VirtualDisplay> m_display;
    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<DesktopProgram> m_window;
    QTemporaryDir m_pictures;
};

void TestDesktop::initTestCase()
{
    if (!QFile::exists(programPath(words("foghorn"))))
        QSKIP("the desktop program is not built here");
    m_display = std::make_unique<VirtualDisplay>();
    m_fleet = std::make_unique<FleetFixture>("  {}\n");
    m_fleet->touch(words("fleet.yaml"), "api: {listen: \"127.0.0.1:0\"}\n"); // another fleet may have the usual port
}

void TestDesktop::cleanup() { m_window.reset(); }

/// Each page in light and in dark; they must differ as day and night do.
void TestDesktop::takePictures(const QString &name)
{
    const QDir folder(qEnvironmentVariable("FOGHORN_PICTURES", m_pictures.path()));
    for (int page = 1; page <= 6; ++page) {
        QVERIFY(m_window->get(words("key Ctrl+%1").arg(page)));
        for (const char *mode : {"Light", "Dark"}) {
            const QString file =
                folder.filePath(words("%1-%2-%3.png").arg(name, QString::number(page), words(mode).toLower()));
            QVERIFY(m_window->get(words("action ") + words(mode)));
            const double light = m_window->ask(words("grab ") + file).toDouble(-1);
            QVERIFY2(mode == QByteArray("Light") ? light > 0.7 : light >= 0 && light < 0.4, qPrintable(file));
        }
    }
    QVERIFY(m_window->get(words("action Light")));
    QVERIFY(m_window->get(words("key Ctrl+1")));
}

void TestDesktop::tenComeUpFailAndAreRestartedByKey()
{
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start(defaultFleet()));
    QTRY_VERIFY2_WITH_TIMEOUT(areAllWell(10), qPrintable(rows()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->ask(words("title")).toString().contains(words("All 10 running")), patience);

    const QMap<QString, qint64> before = pids();
    QVERIFY(before.value(words("bitchat")) > 0);
    QVERIFY(m_window->get(words("watch Services bitchat")));
    QVERIFY(sendSignal(before.value(words("bitchat")), SIGKILL));
    const auto seen = [this] { return m_window->ask(words("seen")).toVariant().toStringList(); };
    const auto hasLeft = [&seen] {
        const QStringList sentences = seen();
        return std::any_of(
            sentences.begin(), sentences.end(), [](const QString &s) { return !s.contains(words(", running")); });
    };
    QTRY_VERIFY2_WITH_TIMEOUT(hasLeft(), qPrintable(seen().join(u'\n')), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(isWell(words("bitchat")), qPrintable(rows()), patience);
    const qint64 second = pids().value(words("bitchat"));
    QVERIFY(second > 0 && second != before.value(words("bitchat")));

    QVERIFY(m_window->get(words("choose Services bitchat")));
    QVERIFY(m_window->get(words("key Ctrl+R")));
    QTRY_VERIFY_WITH_TIMEOUT(pids().value(words("bitchat")) != second && isWell(words("bitchat")), patience);
    QCOMPARE(pids().value(words("dao")), before.value(words("dao"))); // nobody else
    takePictures(words("own"));
}

/// On the fleet that the test before has left running: its window was killed.
void TestDesktop::servicesOutliveTheirWindow()
{
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start(defaultFleet()));
    QTRY_VERIFY2_WITH_TIMEOUT(areAllWell(10), qPrintable(rows()), patience);
    const QMap<QString, qint64> before = pids();
    QCOMPARE(before.size(), 10);
    QList<ProcessMark> services;
    for (const qint64 pid : before)
        services += treeOf(pid);
    m_window->process().kill();
    QVERIFY(m_window->hasEnded());
    QCOMPARE(stillRunning(services).size(), services.size());

    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start(defaultFleet()));
    QTRY_VERIFY2_WITH_TIMEOUT(areAllWell(10), qPrintable(rows()), patience);
    QCOMPARE(pids(), before);
    QCOMPARE(stillRunning(services).size(), services.size());

    m_window->process().terminate(); // stops the fleet, in order
    QVERIFY(m_window->hasEnded(120'000));
    QCOMPARE(m_window->process().exitCode(), 0);
    QVERIFY(stillRunning(services).isEmpty());
}

void TestDesktop::attachesToADaemon()
{
    FleetFixture fleet("  base: {command: [sleep, '1000']}\n"
                       "  top: {command: [sleep, '1000'], depends_on: [base], restart: {policy: never}}\n");
    QVERIFY(fleet.beginAndSettle());
    const ApiTarget target = fleet.daemon().client().target();
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start(
        {words("--connect"), target.url.toString(), words("--token-file"), fleet.path(words("state/token"))}));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->items(table()).size(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->row(table(), words("top")).contains(words(", running")), patience);
    const qint64 pid = fleet.pidOf("top");
    QVERIFY(sendSignal(pid, SIGKILL));
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_window->row(table(), words("top")).contains(words(", failed")), qPrintable(rows()), patience);
    QVERIFY(m_window->get(words("choose Services top")));
    QVERIFY(m_window->get(words("key F7")));
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_window->row(table(), words("top")).contains(words(", running")), qPrintable(rows()), patience);
    QVERIFY(fleet.pidOf("top") != pid);
    takePictures(words("attached"));
    m_window->process().terminate();
    QVERIFY(m_window->hasEnded());
    QCOMPARE(fleet.stateOf("top"), words("running")); // a window that only watches ends alone
}

/// By the file dialog: the same program runs the fleet of another file, after one that is no good has changed nothing.
void TestDesktop::emptyFleetGivesWayToAnother()
{
    FleetFixture fleet("  {}\n");
    fleet.touch(words("none.yaml"), "fleet: none\napi: {listen: \"127.0.0.1:0\"}\nservices: {}\n");
    fleet.touch(words("bad.yaml"), "fleet: bad\nservices: {one: {comand: [sleep]}}\n");
    fleet.touch(words("two.yaml"),
        "fleet: two\napi: {listen: \"127.0.0.1:0\"}\n"
        "services: {one: {command: [/bin/sleep, '1000']}, other: {command: [/bin/sleep, '1000']}}\n");
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start({fleet.path(words("none.yaml")), words("--state-dir"), fleet.state()}));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_window->ask(words("title")).toString(), words("Foghorn — none — No services"), patience);
    const auto open = [&](const char *name) { return openFile(fleet.path(words(name))); };
    const auto isRefused = [&] {
        return m_window->ask(words("title")).toString() == words("Configuration not usable");
    };
    QVERIFY(open("bad.yaml"));
    QTRY_VERIFY_WITH_TIMEOUT(isRefused(), patience);
    fleet.touch(words("bad.yaml"),
        "fleet: bad\nservices: {one: {command: [/bin/true], after: [other]}, other: {command: [/bin/true], after: "
        "[one]}}\n");
    QVERIFY(m_window->get(words("press Try again")));
    QTRY_VERIFY_WITH_TIMEOUT(isRefused(), patience); // for another fault
    QVERIFY(m_window->get(words("press Close")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->ask(words("title")).toString().contains(words("none")), patience);
    QVERIFY(open("two.yaml"));
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->items(table()).size() == 2
            && m_window->row(table(), words("one")).contains(words(", running"))
            && m_window->row(table(), words("other")).contains(words(", running")),
        qPrintable(rows()), patience);
    QVERIFY(m_window->ask(words("title")).toString().contains(words("two")));
    QVERIFY(m_window->ask(words("action Open configuration…")).isNull()); // these run: not now
    QVERIFY(m_window->get(words("key Ctrl+Q")));
    QVERIFY(m_window->get(words("press Stop 2 services and quit")));
    QVERIFY(m_window->hasEnded());
    QCOMPARE(m_window->process().exitCode(), 0);
    QVERIFY(processesNaming(m_window->home().toLocal8Bit()).isEmpty());
}

/// The window goes on while somebody writes the file; a service that is started meanwhile keeps its fleet open.
void TestDesktop::whatComesUpWhileAFileIsReadIsNotLeft()
{
    FleetFixture fleet("  {}\n");
    fleet.touch(words("lazy.yaml"),
        "fleet: lazy\napi: {listen: \"127.0.0.1:0\"}\n"
        "services: {one: {command: [/bin/sleep, '1000'], autostart: false}}\n");
    fleet.touch(words("next.yaml"), "fleet: next\nservices: {}\n");
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start({fleet.path(words("lazy.yaml")), words("--state-dir"), fleet.state()}));
    QTRY_VERIFY_WITH_TIMEOUT(is("one", "stopped"), patience);
    QFile next(fleet.path(words("next.yaml")));
    QVERIFY(next.open(QFile::Append));
    QVERIFY(openFile(next.fileName()));
    QVERIFY2(title().contains(words("lazy")), qPrintable(title())); // not only once the file has been read
    QProcess ctl;
    ctl.start(programPath(words("foghornctl")), {words("--state-dir"), fleet.state(), words("start"), words("one")});
    QVERIFY(QTest::qWaitFor(
        [&] { return next.write("#\n") == 2 && next.flush() && ctl.state() == QProcess::NotRunning; }, patience));
    QCOMPARE(ctl.exitCode(), 0);
    next.close();
    QVERIFY(m_window->get(words("says Services of the fleet that is open run.")));
    QVERIFY(title().contains(words("lazy")));
    QTRY_VERIFY_WITH_TIMEOUT(is("one", "running"), patience);
    m_window->process().terminate();
    QVERIFY(m_window->hasEnded());
    QCOMPARE(m_window->process().exitCode(), 0);
}

/// What was stopped by command in a fleet that was left comes up when its file is opened: it has ended meanwhile.
void TestDesktop::fleetThatIsOpenedAgainStartsAgain()
{
    FleetFixture fleet("  {}\n");
    fleet.touch(words("none.yaml"), "fleet: none\napi: {listen: \"127.0.0.1:0\"}\nservices: {}\n");
    fleet.touch(words("two.yaml"),
        "fleet: two\napi: {listen: \"127.0.0.1:0\"}\nservices: {one: {command: [/bin/sleep, '1000']}}\n");
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start({fleet.path(words("none.yaml")), words("--state-dir"), fleet.state()}));
    QTRY_VERIFY_WITH_TIMEOUT(title().contains(words("none")), patience);
    for (int time = 0; time < 2; ++time) {
        QVERIFY(openFile(fleet.path(words("two.yaml"))));
        QTRY_VERIFY_WITH_TIMEOUT(is("one", "running"), patience);
        const QStringList stop{words("--state-dir"), stateOf("two"), words("stop"), words("one")};
        QCOMPARE(runProgram(words("foghornctl"), stop).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(is("one", "stopped"), patience);
        QVERIFY(openFile(fleet.path(words("none.yaml"))));
        QTRY_VERIFY_WITH_TIMEOUT(title().contains(words("none")), patience);
        QVERIFY(processesNaming(stateOf("two").toLocal8Bit()).isEmpty()); // its keeper has ended too
    }
}

/// Its port is taken: the fleet that was open comes back as it was. When that cannot be either the program ends.
void TestDesktop::fleetThatCannotBeRunGivesWayToTheOldOne()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    FleetFixture fleet("  {}\n");
    fleet.touch(words("two.yaml"),
        "fleet: two\napi: {listen: \"127.0.0.1:0\"}\nservices: {one: {command: [/bin/sleep, '1000']}}\n");
    fleet.touch(words("taken.yaml"),
        "fleet: taken\napi: {listen: \"127.0.0.1:" + QByteArray::number(other.serverPort()) + "\"}\nservices: {}\n");
    m_window = std::make_unique<DesktopProgram>(m_display->name());
    QVERIFY(m_window->start({fleet.path(words("two.yaml")), words("--state-dir"), fleet.state()}));
    QTRY_VERIFY_WITH_TIMEOUT(is("one", "running"), patience);
    const QStringList stop{words("--state-dir"), fleet.state(), words("stop"), words("one")};
    QCOMPARE(runProgram(words("foghornctl"), stop).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(is("one", "stopped"), patience);
    QVERIFY(openFile(fleet.path(words("taken.yaml"))));
    QVERIFY(m_window->get(words("says ") + QString::number(other.serverPort())));
    QVERIFY(title().contains(words("two")));
    // Answered once it is known what lives.
    const QStringList plan{words("--state-dir"), fleet.state(), words("reload"), words("--plan")};
    QCOMPARE(runProgram(words("foghornctl"), plan).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(is("one", "stopped"), patience); // nobody wanted it up

    fleet.touch(words("two.yaml"), "fleet: two\nservices: {one: {}}\n");
    QVERIFY(openFile(fleet.path(words("taken.yaml"))));
    QVERIFY(m_window->hasEnded());
    QCOMPARE(m_window->process().exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"

#include "core/client/remotecontrolroom.h"
#include "tests/integration/fleetfixture.h"

#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>

#include <csignal>

using namespace foghorn;

namespace {

constexpr int patience = 30'000;

QByteArray services()
{
    return "  base: {command: [sleep, '1000'], description: The base, labels: {tier: low}}\n"
           "  top: {command: [sleep, '1000'], depends_on: [base],"
           " health: {exec: 'test ! -e $DIR/sick', interval: 200ms}}\n"
           "  off: {command: [sleep, '1000'], autostart: false}\n";
}

} // namespace

/// A window's room on the real foghornd.
class tst_attach : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<RemoteControlRoom> m_room;

    ApiTarget target() const { return m_fleet->daemon().client().target(); }
    void attach(const ApiTarget &to)
    {
        m_room = std::make_unique<RemoteControlRoom>(to, "tst_attach/1");
        m_room->open();
    }
    ConnectionState::Link link() const { return m_room->connection().connection().link; }
    const RegistryEntry *entry(const char *name) const { return m_room->registry().find(QLatin1String(name)); }
    RunState state(const char *name) const { return entry(name) ? entry(name)->status.state : RunState::Failed; }
    QMap<QString, qint64> pids() const
    {
        QMap<QString, qint64> found;
        for (const ServiceId &id : m_room->registry().order())
            found.insert(id, m_room->registry().find(id)->status.pid);
        return found;
    }
    template<typename T> static T resultOf(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience) || future.resultCount() == 0)
            return {};
        return future.result();
    }
    Actor me() const { return {QStringLiteral("desktop"), {}, {}}; }

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FleetFixture>(services());
        QVERIFY(m_fleet->beginAndSettle());
        attach(target());
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Connected, patience);
    }
    void cleanup()
    {
        m_room.reset();
        m_fleet.reset();
    }

    void seesTheFleetAsItIs()
    {
        QCOMPARE(m_room->registry().fleetName(), QStringLiteral("t"));
        QCOMPARE(m_room->registry().order(), (QList<ServiceId>{u"base"_qs, u"top"_qs, u"off"_qs}));
        QVERIFY(m_room->registry().isInitialized());
        QCOMPARE(pids(), m_fleet->pids());
        QCOMPARE(entry("base")->info.description, QStringLiteral("The base"));
        QCOMPARE(entry("base")->info.dependents, QList<ServiceId>{u"top"_qs});
        QVERIFY(entry("top")->info.hasProbe && !entry("base")->info.hasProbe);
        QCOMPARE(m_room->registry().outline().graph.layer(1), 1);
        QCOMPARE(state("off"), RunState::Stopped);
        QTRY_COMPARE_WITH_TIMEOUT(entry("top")->health.health, Health::Healthy, patience);
        QCOMPARE(m_room->registry().compositeHealth(), Health::Healthy);
        QVERIFY(entry("base")->uptime.share(Now::read().wall, 1h).has_value());
        QVERIFY(m_room->events().lastId() > 0);
        QVERIFY(!m_room->events().after(0, 1).isEmpty());
        QVERIFY(m_room->connection().connection().isRemote());
    }

    void hearsOfAKilledService()
    {
        const qint64 pid = entry("base")->status.pid;
        QVERIFY(pid > 0);
        const QSignalSpy appended(&m_room->events(), &EventLog::appended);
        sendSignal(pid, SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(state("base") == RunState::Running && entry("base")->status.pid != pid, patience);
        QCOMPARE(pids(), m_fleet->pids());
        QCOMPARE(entry("base")->status.restartCount, 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_room->events().lastId() >= 1 && appended.size() >= 3, patience);
        bool isToldWhy = false;
        for (const QList<QVariant> &one : appended)
            isToldWhy = isToldWhy || one.first().value<Event>().cause == u"Signaled";
        QVERIFY(isToldWhy);
        QVERIFY(entry("base")->status.lastExit);
        QCOMPARE(entry("base")->status.lastExit->signal, SIGKILL);
    }

    void hearsOfChecksAndAlerts()
    {
        QTRY_VERIFY_WITH_TIMEOUT(entry("top")->checks.size() >= 3, patience);
        m_fleet->touch(QStringLiteral("sick"));
        QTRY_VERIFY_WITH_TIMEOUT(m_room->alerts().firingCount() > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!entry("top")->lastCheck->passed, patience);
        QVERIFY(!entry("top")->lastCheck->message.isEmpty());
        const qint64 alert = m_room->alerts().alerts().rbegin()->first;
        QCOMPARE(resultOf(m_room->alertCommands().acknowledge(alert, true, me())).verdict, Verdict::Done);
        QTRY_VERIFY_WITH_TIMEOUT(!m_room->alerts().find(alert)->acknowledgedBy.isEmpty(), patience);
        QCOMPARE(resultOf(m_room->alertCommands().maintain(u"top"_qs, std::chrono::minutes(5), me())).verdict,
            Verdict::Done);
        QTRY_VERIFY_WITH_TIMEOUT(m_room->alerts().maintenance().contains(u"top"_qs), patience);
    }

    void commandsAndHistoryWork()
    {
        const qint64 pid = entry("base")->status.pid;
        const CommandOutcome restarted = resultOf(m_room->commands().restart(u"base"_qs, {}, me()));
        QCOMPARE(restarted.verdict, Verdict::Done);
        QTRY_VERIFY_WITH_TIMEOUT(state("base") == RunState::Running && entry("base")->status.pid != pid, patience);
        QCOMPARE(resultOf(m_room->commands().start(u"off"_qs, {}, me())).verdict, Verdict::Done);
        QTRY_COMPARE_WITH_TIMEOUT(state("off"), RunState::Running, patience);
        const CommandOutcome reset = resultOf(m_room->commands().resetFailed(u"off"_qs, me()));
        QCOMPARE(reset.verdict, Verdict::Done);
        QVERIFY2(reset.message.contains(u"0 of its 3"), qPrintable(reset.message));
        QCOMPARE(resultOf(m_room->commands().stop(u"off"_qs, {true, false, true}, me())).verdict, Verdict::Done);
        QTRY_COMPARE_WITH_TIMEOUT(state("off"), RunState::Stopped, patience);
        QCOMPARE(entry("off")->status.lastExit->signal, SIGKILL);
        const CommandOutcome refused = resultOf(m_room->commands().stop(u"base"_qs, {}, me()));
        QCOMPARE(refused.verdict, Verdict::Conflict);
        QVERIFY2(refused.message.contains(u"top"), qPrintable(refused.message));
        QCOMPARE(resultOf(m_room->commands().stop(u"nobody"_qs, {}, me())).verdict, Verdict::NotFound);
        const QList<CheckResult> checks = resultOf(m_room->commands().checkNow({u"top"_qs}, me()));
        QCOMPARE(checks.size(), 1);
        QVERIFY(checks.first().passed);
        const QFuture<Result<ServiceHistory>> history = m_room->history().ofService({u"base"_qs, {}, {}, 100});
        QTRY_VERIFY_WITH_TIMEOUT(history.isFinished(), patience);
        QVERIFY(history.result().isOk());
        QVERIFY(!history.result().value().states.isEmpty());
        EventQuery query;
        query.service = u"off"_qs;
        const QFuture<Result<EventPage>> events = m_room->history().events(query);
        QTRY_VERIFY_WITH_TIMEOUT(events.isFinished(), patience);
        QVERIFY(events.result().isOk() && !events.result().value().events.isEmpty());
    }

    void followsAReload()
    {
        m_fleet->write(services() + "  fresh: {command: [sleep, '1000']}\n");
        const ReloadOutcome outcome = resultOf(m_room->commands().reload(false, me()));
        QCOMPARE(outcome.verdict, Verdict::Done);
        QCOMPARE(outcome.added, QList<ServiceId>{u"fresh"_qs});
        QTRY_COMPARE_WITH_TIMEOUT(state("fresh"), RunState::Running, patience);
        QCOMPARE(m_room->registry().order().size(), 4);
        m_fleet->write("  base: {comand: 3}\n");
        const ReloadOutcome faulty = resultOf(m_room->commands().reload(false, me()));
        QCOMPARE(faulty.verdict, Verdict::Invalid);
        QVERIFY(!faulty.faults.isEmpty());
    }

    void healsWhenTheDaemonIsBack()
    {
        const auto before = pids();
        const qint64 lastId = m_room->events().lastId();
        const quint64 outline = m_room->registry().outlineRevision();
        const quint16 port = static_cast<quint16>(target().url.port());
        m_fleet->daemon().kill();
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Reconnecting, patience);
        QVERIFY(!m_room->connection().connection().reason.isEmpty());
        QVERIFY(m_room->connection().connection().nextTryAt.has_value());
        QCOMPARE(pids(), before); // what was last known stays to be seen
        const CommandOutcome outcome = resultOf(m_room->commands().restart(u"base"_qs, {}, me()));
        QCOMPARE(outcome.verdict, Verdict::Failed);
        QVERIFY2(outcome.message.contains(u"no answer"), qPrintable(outcome.message));

        m_fleet->setListen(QStringLiteral("127.0.0.1:%1").arg(port));
        QVERIFY2(m_fleet->begin(), m_fleet->daemon().errors().constData());
        m_room->connection().tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Connected, patience);
        QCOMPARE(pids(), before);
        QCOMPARE(m_room->registry().outlineRevision(), outline); // views keep their places
        QTRY_VERIFY_WITH_TIMEOUT(m_room->events().lastId() > lastId, patience);
    }

    /// Goal L8: first its age is told, then it counts as lost; half a minute of it.
    void aSilentDaemonIsNoticed()
    {
        constexpr int longPatience = 90'000;
        const auto before = pids();
        m_fleet->daemon().signal(SIGSTOP);
        const auto goesOn = qScopeGuard([this] { m_fleet->daemon().signal(SIGCONT); });
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Lagging, longPatience);
        QVERIFY(m_room->connection().heardAt() < Now::read().wall - std::chrono::seconds(9));
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Reconnecting, longPatience);
        QCOMPARE(pids(), before);
        m_fleet->daemon().signal(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Connected, longPatience);
        QCOMPARE(pids(), before);
    }

    void aWrongTokenIsRefused()
    {
        ApiTarget wrong = target();
        wrong.token = "wrong-token-wrong-token-wrong-token";
        attach(wrong);
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Refused, patience);
        const QString reason = m_room->connection().connection().reason;
        QVERIFY2(reason.contains(u"token"), qPrintable(reason));
        QVERIFY(!reason.contains(u"wrong-token"));
        QVERIFY(m_room->registry().order().isEmpty());
        m_room->connection().tryNow(); // somebody asks again: the same answer, no loop
        QTRY_COMPARE_WITH_TIMEOUT(link(), ConnectionState::Link::Refused, patience);
    }
};

QTEST_GUILESS_MAIN(tst_attach)
#include "tst_attach.moc"

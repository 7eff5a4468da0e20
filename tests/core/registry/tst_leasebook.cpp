#include "core/registry/leasebook.h"
#include "core/registry/eventlog.h"
#include "core/registry/journal.h"
#include "core/registry/serviceregistry.h"
#include "tests/support/fakeclock.h"
#include "tests/support/outlines.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace foghorn::test;

namespace {

const ServiceId outside = QStringLiteral("outside");
const ServiceId beating = QStringLiteral("beating"); // a managed service that declares heartbeat:
const ServiceId plain = QStringLiteral("plain");

ServiceStatus running(const ServiceId &service, RunState state = RunState::Running)
{
    ServiceStatus status;
    status.service = service;
    status.goal = Goal::Up;
    status.state = state;
    return status;
}

} // namespace

class TestLeaseBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void failsAnOutsideProgramOnce();
    void bringsItBackWhenItBeats();
    void bringsItBackWhenItRegistersAgain();
    void judgesManagedOnesOnlyWhileTheyRun();
    void aRunMayAskForAnotherTimeout();
    void beatsForThoseThatRun();
    void judgesNobodyRightAfterAGap();
    void mindsNoWallClock();
    void refusesWhatItMustNotTake_data();
    void refusesWhatItMustNotTake();
    void hasRoomForAThousand();
    void refusesToRemoveManagedOnes();
    void writesTheJournal();
    void firesByItself();

private:
    ServiceInfo outsideInfo() const;
    /// Lets time pass as the timer would have it: sweeps come when they are due.
    void pass(std::chrono::milliseconds time);

    FakeClock m_clock;
    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<LeaseBook> m_book;
};

void TestLeaseBook::init()
{
    m_book.reset();
    m_clock = FakeClock();
    m_registry = std::make_unique<ServiceRegistry>();
    m_registry->setClock(m_clock.reader());
    ServiceInfo selfBeating = info(beating);
    selfBeating.beatsItself = true;
    selfBeating.heartbeat = {10s, 30s};
    m_registry->setOutline(outline({selfBeating, info(plain)}));
    m_book = std::make_unique<LeaseBook>(*m_registry);
    m_book->setClock(m_clock.reader());
}

ServiceInfo TestLeaseBook::outsideInfo() const
{
    ServiceInfo made = info(outside);
    made.type = QStringLiteral("backup");
    made.heartbeat = {10s, 30s};
    return made;
}

void TestLeaseBook::pass(std::chrono::milliseconds time)
{
    const MonoTime end = m_clock.now().mono + time;
    while (m_book->nextSweep() <= end) {
        m_clock.advance(std::chrono::ceil<std::chrono::milliseconds>(m_book->nextSweep() - m_clock.now().mono));
        m_book->sweep();
        if (m_book->nextSweep() <= m_clock.now().mono)
            QFAIL("the book would sweep for ever");
    }
    m_clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(end - m_clock.now().mono));
}

void TestLeaseBook::failsAnOutsideProgramOnce()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    QSignalSpy registered(m_book.get(), &LeaseBook::registered);
    QVERIFY(m_book->registerExternal(outsideInfo()));
    QCOMPARE(registered.size(), 1);
    QVERIFY(m_registry->find(outside)->status.state == RunState::Running);
    pass(29s);
    QCOMPARE(lost.size(), 0);
    pass(2s);
    QCOMPARE(lost.size(), 1);
    QVERIFY(m_registry->find(outside)->status.state == RunState::Failed);
    QVERIFY(m_registry->find(outside)->status.cause == Cause::HeartbeatLost);
    pass(10min);
    QCOMPARE(lost.size(), 1);
}

void TestLeaseBook::bringsItBackWhenItBeats()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    QSignalSpy recovered(m_book.get(), &LeaseBook::heartbeatRecovered);
    QVERIFY(m_book->registerExternal(outsideInfo()));
    for (int i = 0; i < 5; ++i) {
        pass(20s);
        QVERIFY(m_book->beat(outside));
    }
    QCOMPARE(lost.size(), 0);
    QCOMPARE(recovered.size(), 0);
    pass(31s);
    QCOMPARE(lost.size(), 1);
    QVERIFY(m_book->beat(outside));
    QCOMPARE(recovered.size(), 1);
    QVERIFY(m_registry->find(outside)->status.state == RunState::Running);
    QVERIFY(m_registry->find(outside)->lastHeartbeat == m_clock.wall());
    pass(31s);
    QCOMPARE(lost.size(), 2);
}

void TestLeaseBook::bringsItBackWhenItRegistersAgain()
{
    QSignalSpy recovered(m_book.get(), &LeaseBook::heartbeatRecovered);
    QSignalSpy registered(m_book.get(), &LeaseBook::registered);
    QVERIFY(m_book->registerExternal(outsideInfo()));
    pass(31s);
    ServiceInfo changed = outsideInfo();
    changed.heartbeat = {1s, 2s};
    QVERIFY(m_book->registerExternal(changed));
    QVERIFY(m_registry->find(outside)->status.state == RunState::Running);
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(registered.size(), 1);
    pass(3s); // the new lease counts
    QVERIFY(m_registry->find(outside)->status.state == RunState::Failed);
}

void TestLeaseBook::judgesManagedOnesOnlyWhileTheyRun()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    pass(5min);
    QCOMPARE(lost.size(), 0); // stopped
    m_registry->update(running(beating));
    pass(29s);
    QCOMPARE(lost.size(), 0);
    QVERIFY(m_book->beat(beating));
    pass(29s);
    QCOMPARE(lost.size(), 0);
    pass(2s);
    QCOMPARE(lost.size(), 1);
    QCOMPARE(lost.at(0).at(0).toString(), beating);
    QVERIFY(m_registry->find(beating)->status.state == RunState::Running); // not ours to write
    m_registry->update(running(beating, RunState::Backoff));
    pass(5min);
    m_registry->update(running(beating)); // begins anew
    pass(29s);
    QCOMPARE(lost.size(), 1);
    pass(2s);
    QCOMPARE(lost.size(), 2);
}

void TestLeaseBook::aRunMayAskForAnotherTimeout()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    m_book->setTimeout(beating, 60s); // not running: nobody to ask
    m_registry->update(running(beating));
    pass(31s);
    QCOMPARE(lost.size(), 1);
    QVERIFY(m_book->beat(beating));
    m_book->setTimeout(beating, 60s);
    m_book->setTimeout(plain, 1s); // need not beat
    pass(59s);
    QCOMPARE(lost.size(), 1);
    pass(2s);
    QCOMPARE(lost.size(), 2);
    m_registry->update(running(beating, RunState::Backoff));
    m_registry->update(running(beating)); // the next run has what the file says
    pass(31s);
    QCOMPARE(lost.size(), 3);
    m_book->setTimeout(beating, 1ms); // bounded below
    QVERIFY(m_book->beat(beating));
    pass(50ms);
    QCOMPARE(lost.size(), 3);
}

void TestLeaseBook::beatsForThoseThatRun()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    QVERIFY(!m_registry->find(plain)->lastHeartbeat);
    m_registry->update(running(plain));
    QVERIFY(m_registry->find(plain)->lastHeartbeat == m_clock.wall());
    pass(10min);
    QVERIFY(m_clock.wall() - *m_registry->find(plain)->lastHeartbeat <= 70s);
    QCOMPARE(lost.size(), 0);
    CheckResult passed;
    passed.service = plain;
    passed.passed = true;
    m_registry->recordCheck(passed, {Health::Healthy, 0, 1});
    QVERIFY(m_registry->find(plain)->lastHeartbeat == m_clock.wall());
}

void TestLeaseBook::judgesNobodyRightAfterAGap()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    QVERIFY(m_book->registerExternal(outsideInfo()));
    pass(12s);
    m_clock.advance(10min); // SIGSTOP: no timer fires
    m_book->sweep();
    QCOMPARE(lost.size(), 0);
    pass(9s);
    QCOMPARE(lost.size(), 0);
    pass(2s); // one interval later it is judged after all
    QCOMPARE(lost.size(), 1);
}

void TestLeaseBook::mindsNoWallClock()
{
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    QVERIFY(m_book->registerExternal(outsideInfo()));
    for (const auto jump : {std::chrono::hours(1), std::chrono::hours(-2), std::chrono::hours(24 * 365)}) {
        m_clock.jumpWall(jump);
        pass(15s);
        QVERIFY(m_book->beat(outside));
    }
    QCOMPARE(lost.size(), 0);
}

void TestLeaseBook::refusesWhatItMustNotTake_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<qint64>("timeout");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *name, qint64 interval, qint64 timeout, const char *words) {
        QTest::newRow(title) << QString::fromLatin1(name) << interval << timeout << QString::fromLatin1(words);
    };
    row("a managed name", "plain", 10'000, 30'000, "fleet file");
    row("no name", "", 10'000, 30'000, "no service name");
    row("an evil name", "../x\x1b", 10'000, 30'000, "\\x1b");
    row("no interval", "x", 0, 30'000, "interval");
    row("a negative interval", "x", -5, 30'000, "interval");
    row("too long an interval", "x", 1'000'000'000, 2'000'000'000, "interval");
    row("a time-out below the interval", "x", 10'000, 9'999, "timeout");
    row("too long a time-out", "x", 10'000, 1'000'000'000'000, "timeout");
}

void TestLeaseBook::refusesWhatItMustNotTake()
{
    QFETCH(QString, name);
    QFETCH(qint64, interval);
    QFETCH(qint64, timeout);
    QFETCH(QString, words);
    ServiceInfo wanted = outsideInfo();
    wanted.name = name;
    wanted.heartbeat = {milliseconds(interval), milliseconds(timeout)};
    const quint64 revision = m_registry->revision();
    const Result<void> result = m_book->registerExternal(wanted);
    QVERIFY(!result);
    QVERIFY2(result.error().text.contains(words), qPrintable(result.error().text));
    QCOMPARE(m_registry->revision(), revision);
}

void TestLeaseBook::hasRoomForAThousand()
{
    ServiceInfo one = outsideInfo();
    for (int i = 0; i < LeaseBook::mostExternals; ++i) {
        one.name = QStringLiteral("x%1").arg(i);
        QVERIFY(m_book->registerExternal(one));
    }
    QVERIFY(m_book->registerExternal(one)); // known ones may still renew
    one.name = QStringLiteral("onemore");
    QVERIFY(!m_book->registerExternal(one));
    QVERIFY(m_book->deregister(QStringLiteral("x0")));
    QVERIFY(m_book->registerExternal(one));
}

void TestLeaseBook::refusesToRemoveManagedOnes()
{
    QVERIFY(!m_book->deregister(plain));
    QVERIFY(!m_book->deregister(QStringLiteral("nobody")));
    QVERIFY(!m_book->beat(QStringLiteral("nobody")));
    QVERIFY(m_book->registerExternal(outsideInfo()));
    QSignalSpy gone(m_book.get(), &LeaseBook::deregistered);
    QSignalSpy lost(m_book.get(), &LeaseBook::heartbeatLost);
    QVERIFY(m_book->deregister(outside));
    QVERIFY(!m_registry->find(outside));
    QCOMPARE(gone.size(), 1);
    pass(5min);
    QCOMPARE(lost.size(), 0);
}

void TestLeaseBook::writesTheJournal()
{
    EventLog log;
    Journal journal(*m_registry, log);
    journal.setClock(m_clock.reader());
    journal.follow(*m_book);
    QVERIFY(m_book->registerExternal(outsideInfo()));
    pass(31s);
    ServiceStatus crashed = running(plain, RunState::Backoff);
    crashed.cause = Cause::Exited;
    crashed.lastExit = ExitInfo{ExitInfo::Kind::Exited, 3, 0, false, {}};
    m_registry->update(crashed);
    crashed.restartAttempts = 1; // the same state: no event
    m_registry->update(crashed);
    CheckResult failed;
    failed.service = plain;
    failed.message = QStringLiteral("HTTP 503");
    m_registry->recordCheck(failed, {Health::Degraded, 1, 0});
    QStringList seen;
    for (const Event &event : log.after(0, 100))
        seen.append(event.message);
    QCOMPARE(seen.join(u'\n'),
        QStringLiteral("outside registered itself\n"
                       "outside: running -> failed, its heartbeat did not come in time\n"
                       "outside did not send its heartbeat in time\n"
                       "plain: stopped -> backoff, it ended with code 3\n"
                       "plain: unknown -> degraded, HTTP 503"));
    const Event change = log.after(3, 1).first();
    QVERIFY(change.kind == EventKind::StateChanged);
    QCOMPARE(change.from, QStringLiteral("stopped"));
    QCOMPARE(change.to, QStringLiteral("backoff"));
    QCOMPARE(change.cause, QStringLiteral("Exited"));
}

void TestLeaseBook::firesByItself()
{
    ServiceRegistry registry;
    LeaseBook book(registry);
    QSignalSpy lost(&book, &LeaseBook::heartbeatLost);
    ServiceInfo quick = outsideInfo();
    quick.heartbeat = {400ms, 800ms};
    QVERIFY(book.registerExternal(quick));
    QVERIFY(lost.wait(10'000));
    QVERIFY(registry.find(outside)->status.state == RunState::Failed);
}

QTEST_GUILESS_MAIN(TestLeaseBook)
#include "tst_leasebook.moc"

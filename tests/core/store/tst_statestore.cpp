#include "core/store/statestore.h"

#include "core/store/retention.h"
#include "core/store/schema.h"
#include "tests/core/store/storesamples.h"

#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;

class StateStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsEmptyAndSilent();
    void givesBackWhatWasSaved();
    void givesBackThePlainestValues();
    void keepsTheLastHundredChecks();
    void goesOnInTheRingAfterARestart();
    void laterSpanReplacesWhatCameAfterIt();
    void forgetsRemovedServices();
    void savesAfterARemoval();
    void knowsWhetherTheEndWasClean();
    void neverWritesOverAnEvent();
    void writesWithoutBeingAsked();
    void keepsTheFilePrivate();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void StateStoreTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void StateStoreTest::beginsEmptyAndSilent()
{
    const SavedFleet fleet = load(m_path);
    QCOMPARE(fleet.notice, QString());
    QVERIFY(fleet.services.isEmpty() && fleet.checks.isEmpty() && fleet.spans.isEmpty());
    QCOMPARE(fleet.lastEventId, 0);
    QVERIFY(fleet.endedCleanly);
}

void StateStoreTest::givesBackWhatWasSaved()
{
    const SavedService web = service(QStringLiteral("web"), 7);
    SavedService job = service(QStringLiteral("job"), 0);
    job.lastExit = ExitInfo{ExitInfo::Kind::SpawnFailed, 0, 0, false, QStringLiteral("program not found: foo")};
    {
        StateStore store(m_path);
        store.load();
        store.saveService(service(QStringLiteral("web"), 6));
        store.saveService(web);
        store.saveService(job);
        store.saveCheck(check(web.service, 1));
        store.saveCheck(check(web.service, 2));
        store.appendSpan(web.service, {wall(1000), 1});
        store.appendSpan(web.service, {wall(2000), 2});
        store.saveLastEventId(1'234'567'890'123);
    }
    const SavedFleet fleet = load(m_path);
    QCOMPARE(fleet.notice, QString());
    QCOMPARE(fleet.services.size(), 2);
    QVERIFY(fleet.services.value(web.service) == web);
    QVERIFY(fleet.services.value(job.service) == job);
    QCOMPARE(fleet.checks.value(web.service), (QList{check(web.service, 1), check(web.service, 2)}));
    QCOMPARE(fleet.spans.value(web.service), (QList<SavedSpan>{{wall(1000), 1}, {wall(2000), 2}}));
    QCOMPARE(fleet.lastEventId, 1'234'567'890'123);
}

void StateStoreTest::givesBackThePlainestValues()
{
    SavedService plain;
    plain.service = QStringLiteral("plain");
    CheckResult bare;
    bare.service = plain.service;
    {
        StateStore store(m_path);
        store.load();
        store.saveService(plain);
        store.saveCheck(bare);
    }
    const SavedFleet fleet = load(m_path);
    QVERIFY(fleet.services.value(plain.service) == plain);
    QCOMPARE(fleet.checks.value(plain.service), QList{bare});
}

void StateStoreTest::keepsTheLastHundredChecks()
{
    {
        StateStore store(m_path);
        store.load();
        for (int number = 0; number < 257; ++number)
            store.saveCheck(check(QStringLiteral("web"), number));
        store.saveCheck(check(QStringLiteral("other"), 5));
    }
    const SavedFleet fleet = load(m_path);
    const QList<CheckResult> checks = fleet.checks.value(QStringLiteral("web"));
    QCOMPARE(checks.size(), checksKept);
    for (int index = 0; index < checks.size(); ++index)
        QCOMPARE(checks.at(index), check(QStringLiteral("web"), 157 + index));
    QCOMPARE(fleet.checks.value(QStringLiteral("other")).size(), 1);
}

void StateStoreTest::goesOnInTheRingAfterARestart()
{
    int number = 0;
    for (const int count : {60, 60, 30}) {
        StateStore store(m_path);
        store.load();
        for (int saved = 0; saved < count; ++saved)
            store.saveCheck(check(QStringLiteral("web"), number++));
    }
    const QList<CheckResult> checks = load(m_path).checks.value(QStringLiteral("web"));
    QCOMPARE(checks.size(), checksKept);
    QCOMPARE(checks.first(), check(QStringLiteral("web"), 50));
    QCOMPARE(checks.last(), check(QStringLiteral("web"), 149));
}

void StateStoreTest::laterSpanReplacesWhatCameAfterIt()
{
    const QString web = QStringLiteral("web");
    {
        StateStore store(m_path);
        store.load();
        store.appendSpan(web, {wall(1000), 1});
        store.appendSpan(web, {wall(3000), 2});
        store.appendSpan(web, {wall(2000), 0}); // the wall clock was set back
    }
    QCOMPARE(load(m_path).spans.value(web), (QList<SavedSpan>{{wall(1000), 1}, {wall(2000), 0}}));
}

void StateStoreTest::forgetsRemovedServices()
{
    const QString gone = QStringLiteral("gone");
    {
        StateStore store(m_path);
        store.load();
        store.saveService(service(gone, 1));
        store.saveService(service(QStringLiteral("stays"), 1));
        store.saveCheck(check(gone, 1));
        store.appendSpan(gone, {wall(1), 1});
    }
    {
        StateStore store(m_path);
        QCOMPARE(store.load().services.size(), 2);
        store.saveCheck(check(gone, 2));
        store.removeService(gone);
    }
    const SavedFleet fleet = load(m_path);
    QCOMPARE(fleet.services.keys(), QList{QStringLiteral("stays")});
    QVERIFY(fleet.checks.isEmpty());
    QVERIFY(fleet.spans.isEmpty());
    QCOMPARE(sqlite(m_path, QStringLiteral("SELECT count(*) FROM check_block")), QStringLiteral("0"));
}

void StateStoreTest::savesAfterARemoval()
{
    const QString web = QStringLiteral("web");
    {
        StateStore store(m_path);
        store.load();
        for (int number = 0; number < 20; ++number)
            store.saveCheck(check(web, number));
        QTRY_COMPARE(sqlite(m_path, QStringLiteral("SELECT count(*) > 0 FROM check_log")), QStringLiteral("1"));
        store.removeService(web);
        store.saveService(service(web, 3));
        store.saveCheck(check(web, 99));
    }
    const SavedFleet fleet = load(m_path);
    QCOMPARE(fleet.services.value(web).restartCount, 3);
    QCOMPARE(fleet.checks.value(web), QList{check(web, 99)});
}

void StateStoreTest::knowsWhetherTheEndWasClean()
{
    {
        StateStore store(m_path);
        QVERIFY(store.load().endedCleanly);
        store.markBegun();
    }
    std::optional<BootClock> alive;
    {
        StateStore store(m_path); // a start that comes to nothing
        alive = store.load().alive;
        QVERIFY(alive);
        store.saveLastEventId(7);
    }
    {
        StateStore store(m_path);
        const SavedFleet fleet = store.load();
        QVERIFY(!fleet.endedCleanly);
        QCOMPARE(fleet.alive, alive);
    }
    {
        StateStore store(m_path);
        QVERIFY(!store.load().endedCleanly);
        store.markEndedCleanly();
    }
    {
        StateStore store(m_path);
        QVERIFY(store.load().endedCleanly);
    }
    QVERIFY(load(m_path).endedCleanly); // nobody has begun since
    {
        StateStore store(m_path);
        store.load();
        store.saveService(service(QStringLiteral("web"), 1));
    }
    QCOMPARE(sqlite(m_path, QStringLiteral("DELETE FROM fleet WHERE key = 'ended_cleanly'")), QString());
    QVERIFY(!load(m_path).endedCleanly); // a file begun anew while services lived
}

void StateStoreTest::neverWritesOverAnEvent()
{
    Event event;
    event.id = 5;
    event.kind = EventKind::Fleet;
    for (const QString &message : {QStringLiteral("first"), QStringLiteral("second")}) {
        StateStore store(m_path);
        store.load();
        event.message = message;
        store.saveEvent(event);
        store.saveService(service(QStringLiteral("web"), 1)); // a clash stops nothing else
    }
    QCOMPARE(sqlite(m_path, QStringLiteral("SELECT message FROM event")), QStringLiteral("first"));
    QCOMPARE(load(m_path).services.size(), 1);
}

void StateStoreTest::writesWithoutBeingAsked()
{
    StateStore store(m_path);
    store.load();
    store.saveCheck(check(QStringLiteral("web"), 1));
    QTRY_COMPARE(sqlite(m_path, QStringLiteral("SELECT count(*) FROM check_log")), QStringLiteral("1"));
    store.saveService(service(QStringLiteral("web"), 42));
    QTRY_COMPARE(sqlite(m_path, QStringLiteral("SELECT restart_count FROM state")), QStringLiteral("42"));
}

void StateStoreTest::keepsTheFilePrivate()
{
    StateStore store(m_path);
    store.load();
    store.saveLastEventId(1);
    QTRY_VERIFY(QFile::exists(m_path + QStringLiteral("-wal")));
    for (const QString &file : {m_path, QString(m_path + QStringLiteral("-wal"))})
        QVERIFY(!(
            QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

QTEST_GUILESS_MAIN(StateStoreTest)
#include "tst_statestore.moc"

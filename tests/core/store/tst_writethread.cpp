#include "core/store/retention.h"
#include "core/store/schema.h"
#include "tests/core/store/storesamples.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <ctime>
#include <sys/resource.h>

using namespace foghorn;
using namespace foghorn::samples;

namespace {

/// No file of this process may grow beyond `bytes`: what a full disk looks like to SQLite.
class FullDisk final
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

double processSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Event longEvent(qint64 id)
{
    Event event;
    event.id = id;
    event.at = wall(1'700'000'000'000);
    event.message = QString(200'000, u'x');
    return event;
}

QString name(int number) { return QStringLiteral("service-%1").arg(number); }

} // namespace

class WriteThreadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDiskIsToldOnceAndOvercome();
    void tellsWhenItIsWritten();
    void littleRoomIsForTheCounters();
    void damagedFileIsReplacedOnce();
    void otherFaultsAreNoDamage();
    void costsLittle();
    void loadsQuickly();
};

void WriteThreadTest::fullDiskIsToldOnceAndOvercome()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    {
        StateStore store(path);
        QSignalSpy failed(&store, &StateStore::writeFailed);
        QSignalSpy recovered(&store, &StateStore::writeRecovered);
        store.load();
        store.saveService(service(name(0), 1));
        QTRY_COMPARE(sqlite(path, QStringLiteral("SELECT restart_count FROM state")), QStringLiteral("1"));
        {
            const FullDisk full(static_cast<rlim_t>(QFile(path + QStringLiteral("-wal")).size()) + 20 * 1024);
            for (int number = 0; number < 100 * 50; ++number)
                store.saveCheck(check(name(number % 50), number / 50));
            QTRY_COMPARE(failed.size(), 1);
            store.saveService(service(name(0), 2));
            for (int number = 0; number < 30'000; ++number) // beyond the bound
                store.saveCheck(check(name(number % 50), 1'000 + number / 50));
            QVERIFY(recovered.isEmpty());
        }
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(failed.size(), 1);
    }
    const SavedFleet fleet = load(path);
    QCOMPARE(fleet.notice, QString());
    QCOMPARE(fleet.services.value(name(0)).restartCount, 2);
    for (int number = 0; number < 50; ++number)
        QCOMPARE(fleet.checks.value(name(number)).last(), check(name(number), 1'599));
    QCOMPARE(sqlite(path, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void WriteThreadTest::tellsWhenItIsWritten()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    const QString count = QStringLiteral("SELECT restart_count FROM state");
    StateStore store(path);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    store.load();
    QStringList found;
    const auto look = [&] { found << sqlite(path, count); };
    store.whenWritten(look); // nothing to wait for
    QTRY_COMPARE(found, QStringList{QString()});
    for (int number = 1; number <= 20; ++number) { // also while an earlier one is being written
        store.saveService(service(name(0), number));
        store.whenWritten([&found, &path, &count, number] {
            if (sqlite(path, count).toInt() >= number)
                found << QString::number(number);
        });
    }
    QTRY_COMPARE(found.size(), 21);
    const FullDisk full(1024);
    store.saveService(service(name(0), 21));
    int told = 0;
    store.whenWritten([&told] { ++told; }); // does not work, and is said all the same
    QTRY_COMPARE(told, 1);
    store.whenWritten([&told] { ++told; });
    QTRY_COMPARE(told, 2);
    QTRY_COMPARE(failed.size(), 1);
}

void WriteThreadTest::littleRoomIsForTheCounters()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    const QString count = QStringLiteral("SELECT restart_count FROM state");
    StateStore store(path);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    store.load();
    store.saveService(service(name(0), 1));
    QTRY_COMPARE(sqlite(path, count), QStringLiteral("1"));
    const auto size = [&path] { return static_cast<rlim_t>(QFile(path + QStringLiteral("-wal")).size()); };
    {
        const FullDisk full(size() + 8 * 1024);
        for (int number = 0; number < 15'000; ++number) {
            CheckResult result = check(name(number % 50), number);
            result.message = QStringLiteral("each says something else: %1").arg(number);
            store.saveCheck(result);
        }
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        store.saveService(service(name(0), 2));
        store.saveEvent(longEvent(77));
    }
    {
        const FullDisk nearly(size() + 120 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(sqlite(path, count), QStringLiteral("2"), 20'000);
        QVERIFY(recovered.isEmpty()); // the checks still find no room
        QCOMPARE(sqlite(path, QStringLiteral("SELECT count(*) FROM event")), QStringLiteral("0"));
        QCOMPARE(sqlite(path, QStringLiteral("SELECT value FROM fleet WHERE key = 'last_event_id'")),
            QStringLiteral("77")); // ids rise for ever, also those of what is never written
    }
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QCOMPARE(failed.size(), 1);
}

void WriteThreadTest::damagedFileIsReplacedOnce()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    StateStore store(path);
    QSignalSpy replaced(&store, &StateStore::begunAnew);
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    store.load();
    store.saveService(service(name(0), 1));
    const QString count = QStringLiteral("SELECT restart_count FROM state");
    QTRY_COMPARE(sqlite(path, count), QStringLiteral("1"));
    const QString damage = QStringLiteral("PRAGMA writable_schema=ON;"
                                          "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'state';"
                                          "PRAGMA schema_version = 999");
    QCOMPARE(sqlite(path, damage), QString());
    store.saveService(service(name(0), 2));
    QTRY_COMPARE_WITH_TIMEOUT(replaced.size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QCOMPARE(sqlite(path, count), QStringLiteral("2")); // what was being written is in the new one
    const QString aside = replaced.first().first().toString();
    QVERIFY(QFile::exists(aside));
    QSignalSpy failed(&store, &StateStore::writeFailed);
    QCOMPARE(sqlite(path, damage), QString());
    store.saveService(service(name(0), 3));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000); // not again: one pile of files would be made a second
    QCOMPARE(replaced.size(), 1);
}

/// 2,000 services with a check every 30 s; the figure is printed, the bound is wide for slow machines.
void WriteThreadTest::otherFaultsAreNoDamage()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    StateStore store(path);
    QSignalSpy replaced(&store, &StateStore::begunAnew);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    store.load();
    QCOMPARE(
        sqlite(path, QStringLiteral("CREATE TRIGGER no BEFORE INSERT ON state BEGIN SELECT raise(ABORT, 'no'); END")),
        QString());
    store.saveService(service(name(0), 1));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QCOMPARE(sqlite(path, QStringLiteral("DROP TRIGGER no")), QString());
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QCOMPARE(sqlite(path, QStringLiteral("SELECT restart_count FROM state")), QStringLiteral("1"));
    QVERIFY(replaced.isEmpty());
}

void WriteThreadTest::costsLittle()
{
    const QTemporaryDir directory;
    StateStore store(directory.filePath(QStringLiteral("history.sqlite")));
    store.load();
    for (int number = 0; number < 2'000; ++number)
        store.saveService(service(name(number), 1));
    QTRY_COMPARE(
        sqlite(directory.filePath(QStringLiteral("history.sqlite")), QStringLiteral("SELECT count(*) FROM state")),
        QStringLiteral("2000"));
    int saved = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &store, [&] {
        store.saveCheck(check(name(saved * 7 % 2'000), saved));
        ++saved;
    });
    QElapsedTimer elapsed;
    elapsed.start();
    const double before = processSeconds();
    timer.setTimerType(Qt::PreciseTimer);
    timer.start(15);
    QTRY_VERIFY_WITH_TIMEOUT(saved >= 200, 60'000);
    const double seconds = static_cast<double>(elapsed.elapsed()) / 1000;
    const double share = (processSeconds() - before) / seconds;
    qInfo("%.0f checks/s cost %.2f %% of one core, event loop included", saved / seconds, share * 100);
    QVERIFY(share < 0.2);
}

void WriteThreadTest::loadsQuickly()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    {
        StateStore store(path);
        store.load();
        for (int part = 0; part < 20; ++part) { // the queue holds 20,000
            for (int number = 0; number < 2'000 * 5; ++number)
                store.saveCheck(check(name(number % 2'000), part * 5 + number / 2'000));
            for (int number = 0; number < 2'000; ++number)
                store.saveService(service(name(number), part));
            const QString last =
                QStringLiteral("SELECT min(restart_count) = %1 AND count(*) = 2000 FROM state").arg(part);
            QTRY_COMPARE_WITH_TIMEOUT(sqlite(path, last), QStringLiteral("1"), 30'000);
        }
    }
    StateStore store(path);
    QElapsedTimer timer;
    timer.start();
    const SavedFleet fleet = store.load();
    const qint64 took = timer.elapsed();
    qInfo("2,000 services with 100 checks each load in %lld ms from %lld KiB", static_cast<long long>(took),
        static_cast<long long>(QFile(path).size() / 1024));
    QCOMPARE(fleet.services.size(), 2'000);
    for (int number = 0; number < 2'000; ++number)
        QCOMPARE(fleet.checks.value(name(number)).size(), checksKept);
    QVERIFY(took < 5'000);
}

QTEST_GUILESS_MAIN(WriteThreadTest)
#include "tst_writethread.moc"

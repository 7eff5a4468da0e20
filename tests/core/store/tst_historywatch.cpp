#include "core/store/historywatch.h"

#include "tests/core/store/storesamples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");

/// sqlite3 in another process that holds the writing lock.
struct Holder
{
    explicit Holder(const QString &path)
    {
        process.start(QStringLiteral("sqlite3"), {path});
        process.write("BEGIN IMMEDIATE; SELECT 'held';\n");
    }
    ~Holder()
    {
        QSignalSpy finished(&process, &QProcess::finished);
        process.kill();
        finished.wait(5'000);
    }
    QProcess process;
};

} // namespace

/// What people are told of a history that is not written.
class HistoryWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shortLockIsNotSpokenOf();
    void longLockIsAProblemCalledALock();
    void badPlaceIsToldAtOnce();
    void otherFaultsAreToldWhenTheyLast();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void HistoryWatchTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void HistoryWatchTest::shortLockIsNotSpokenOf()
{
    StateStore store(m_path);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    HistoryWatch watch(store); // as it is in life
    QSignalSpy problem(&watch, &HistoryWatch::problemChanged);
    store.load();
    auto holder = std::make_unique<Holder>(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(holder->process.bytesAvailable() > 0, 20'000);
    store.saveService(service(web, 5));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QVERIFY(failed.first().at(1).value<StoreFault::Kind>() == StoreFault::Kind::Busy);
    holder.reset();
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QCOMPARE(sqlite(m_path, QStringLiteral("SELECT restart_count FROM state")), QStringLiteral("5"));
    QVERIFY(problem.isEmpty());
}

void HistoryWatchTest::longLockIsAProblemCalledALock()
{
    StateStore store(m_path);
    HistoryWatch watch(store);
    watch.setPatience(1s);
    QSignalSpy problem(&watch, &HistoryWatch::problemChanged);
    store.load();
    auto holder = std::make_unique<Holder>(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(holder->process.bytesAvailable() > 0, 20'000);
    store.saveService(service(web, 5));
    QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 1, 20'000);
    QVERIFY(problem.first().first().toString().contains(QStringLiteral("locked for 1 s")));
    holder.reset();
    QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 2, 20'000);
    QCOMPARE(problem.last().first().toString(), QString()); // the alert is over
}

void HistoryWatchTest::badPlaceIsToldAtOnce()
{
    QFile file(m_directory->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    StateStore store(m_directory->filePath(QStringLiteral("file/history.sqlite")));
    HistoryWatch watch(store);
    watch.setPatience(1h);
    QSignalSpy problem(&watch, &HistoryWatch::problemChanged);
    store.load();
    store.saveService(service(web, 5));
    QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 1, 20'000);
    QVERIFY(!problem.first().first().toString().isEmpty());
    QVERIFY(file.remove());
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("file")));
    QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 2, 20'000);
    QCOMPARE(problem.last().first().toString(), QString());
}

void HistoryWatchTest::otherFaultsAreToldWhenTheyLast()
{
    StateStore store(m_path);
    HistoryWatch watch(store);
    watch.setPatience(1s);
    QSignalSpy problem(&watch, &HistoryWatch::problemChanged);
    store.load();
    QCOMPARE(
        sqlite(m_path, QStringLiteral("CREATE TRIGGER no BEFORE INSERT ON state BEGIN SELECT raise(ABORT, 'no'); END")),
        QString());
    store.saveService(service(web, 1));
    QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 1, 20'000);
    QCOMPARE(sqlite(m_path, QStringLiteral("DROP TRIGGER no")), QString());
    QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 2, 20'000);
}

QTEST_GUILESS_MAIN(HistoryWatchTest)
#include "tst_historywatch.moc"

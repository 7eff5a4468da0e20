#include "core/store/fleetloader.h"

#include "core/store/retention.h"
#include "core/store/schema.h"
#include "tests/core/store/storesamples.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <array>
#include <functional>

using namespace foghorn;
using namespace foghorn::samples;

using Damage = std::function<void(const QString &path)>;
Q_DECLARE_METATYPE(Damage)

namespace {

void overwrite(const QString &path, qint64 position, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(position));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A database with enough in it that its middle matters, closed.
void fill(const QString &path)
{
    StateStore store(path);
    store.load();
    for (int name = 0; name < 40; ++name) {
        const QString id = QStringLiteral("service-%1").arg(name);
        store.saveService(service(id, name));
        for (int number = 0; number < 100; ++number)
            store.saveCheck(check(id, number));
    }
}

} // namespace

/// Whatever lies where the history should be, the fleet starts.
class FleetLoaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsDamagedFilesAside_data();
    void setsDamagedFilesAside();
    void setsNewerFilesAside();
    void neverReplaysTheOldLogIntoTheNewFile();
    void keepsSeveralAside();
    void unusablePlaceIsNoReasonNotToStart();
    void readsWhileAnotherWrites();
    void neverWaitsLongForALock();
    void waitsForALockThatGoes();
    void takesOverAnEmptyFile();

private:
    QString aside(const QString &why) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void FleetLoaderTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

/// The only file that was set aside for this reason.
QString FleetLoaderTest::aside(const QString &why) const
{
    QStringList found =
        QDir(m_directory->path()).entryList({QStringLiteral("history.sqlite.%1-*Z").arg(why)}, QDir::Files);
    return found.size() == 1 ? m_directory->filePath(found.first()) : QString();
}

void FleetLoaderTest::setsDamagedFilesAside_data()
{
    QTest::addColumn<Damage>("damage");
    const auto row = [](const char *name, Damage damage) { QTest::newRow(name) << std::move(damage); };
    row("header overwritten", [](const QString &path) { overwrite(path, 0, QByteArray(100, 'x')); });
    row("first page zeroed", [](const QString &path) { overwrite(path, 0, QByteArray(4096, '\0')); });
    row("garbage in the middle",
        [](const QString &path) { overwrite(path, QFile(path).size() / 2 / 4096 * 4096, QByteArray(4096, '\x5a')); });
    row("last page lost", [](const QString &path) { QVERIFY(QFile::resize(path, QFile(path).size() - 4096)); });
    row("cut within a page", [](const QString &path) { QVERIFY(QFile::resize(path, QFile(path).size() / 2 + 77)); });
    row("cut within the header", [](const QString &path) { QVERIFY(QFile::resize(path, 50)); });
    row("text", [](const QString &path) {
        QFile::remove(path);
        overwrite(path, 0, QByteArray("this is not a database\n").repeated(300));
    });
    row("somebody else's database", [](const QString &path) {
        QFile::remove(path);
        QCOMPARE(sqlite(path, QStringLiteral("CREATE TABLE service (other); PRAGMA user_version=0")), QString());
    });
    row("a table is missing",
        [](const QString &path) { QCOMPARE(sqlite(path, QStringLiteral("DROP TABLE span")), QString()); });
    row("a column is missing", [](const QString &path) {
        QCOMPARE(sqlite(path, QStringLiteral("ALTER TABLE state DROP COLUMN ports")), QString());
    });
    row("negative version",
        [](const QString &path) { QCOMPARE(sqlite(path, QStringLiteral("PRAGMA user_version=-1")), QString()); });
}

void FleetLoaderTest::setsDamagedFilesAside()
{
    QFETCH(Damage, damage);
    fill(m_path);
    damage(m_path);
    if (QTest::currentTestFailed())
        return;
    {
        StateStore store(m_path);
        const SavedFleet fleet = store.load();
        QVERIFY(fleet.notice.contains(QStringLiteral("damaged")));
        QVERIFY2(!aside(QStringLiteral("corrupt")).isEmpty(), qPrintable(fleet.notice));
        QVERIFY(fleet.notice.contains(aside(QStringLiteral("corrupt"))));
        QVERIFY(fleet.services.isEmpty() && fleet.checks.isEmpty() && fleet.spans.isEmpty());
        QVERIFY(!fleet.endedCleanly);
        store.saveService(service(QStringLiteral("web"), 9));
    }
    const SavedFleet next = load(m_path);
    QCOMPARE(next.notice, QString());
    QCOMPARE(next.services.value(QStringLiteral("web")).restartCount, 9);
    QCOMPARE(sqlite(m_path, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void FleetLoaderTest::setsNewerFilesAside()
{
    fill(m_path);
    QCOMPARE(sqlite(m_path, QStringLiteral("PRAGMA user_version=%1").arg(migrations().size() + 1)), QString());
    const SavedFleet fleet = load(m_path);
    QVERIFY(fleet.notice.contains(QStringLiteral("newer")));
    QVERIFY(fleet.services.isEmpty());
    // It is whole: the newer Foghorn can have it back.
    QCOMPARE(
        sqlite(aside(QStringLiteral("newer")), QStringLiteral("SELECT count(*) FROM state")), QStringLiteral("40"));
}

void FleetLoaderTest::neverReplaysTheOldLogIntoTheNewFile()
{
    fill(m_path);
    overwrite(m_path, 0, QByteArray(100, 'x'));
    for (const char *part : {"-wal", "-shm"})
        overwrite(m_path + QLatin1String(part), 0, QByteArray(8192, 'w'));
    const SavedFleet fleet = load(m_path);
    QVERIFY(fleet.notice.contains(QStringLiteral("damaged")));
    QVERIFY(!aside(QStringLiteral("corrupt")).isEmpty());
    QCOMPARE(load(m_path).notice, QString());
}

void FleetLoaderTest::keepsSeveralAside()
{
    for (int round = 0; round < 3; ++round) {
        QFile::remove(m_path);
        overwrite(m_path, 0, QByteArray(5000, 'x'));
        const SavedFleet fleet = loadFleet(m_path, wall(1'700'000'000'000), std::chrono::seconds(5));
        QVERIFY(fleet.notice.contains(QStringLiteral("damaged")));
    }
    QCOMPARE(
        QDir(m_directory->path()).entryList({QStringLiteral("history.sqlite.corrupt-20231114T221320Z*")}).size(), 3);
}

void FleetLoaderTest::unusablePlaceIsNoReasonNotToStart()
{
    overwrite(m_directory->filePath(QStringLiteral("file")), 0, "x");
    StateStore store(m_directory->filePath(QStringLiteral("file/history.sqlite")));
    QSignalSpy failed(&store, &StateStore::writeFailed);
    const SavedFleet fleet = store.load();
    QVERIFY(fleet.notice.contains(QStringLiteral("memory")));
    store.markBegun();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());

    // Once the place can be used all that is newest is written.
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    store.saveService(service(QStringLiteral("web"), 1));
    store.saveService(service(QStringLiteral("web"), 2));
    QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("file"))));
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("file")));
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(load(m_directory->filePath(QStringLiteral("file/history.sqlite")))
                 .services.value(QStringLiteral("web"))
                 .restartCount,
        2);
}

namespace {

/// sqlite3 in another process, holding whatever lock `statements` take.
struct Holder
{
    Holder(const QString &path, const QByteArray &statements)
    {
        QSignalSpy said(&process, &QProcess::readyReadStandardOutput);
        process.start(QStringLiteral("sqlite3"), {path});
        process.write(statements + "\nSELECT 'held';\n");
        QByteArray output; // a pragma may say something first
        do {
            output += process.readAllStandardOutput();
            isHeld = output.contains("held");
        } while (!isHeld && said.wait(10'000));
    }
    ~Holder()
    {
        QSignalSpy finished(&process, &QProcess::finished);
        process.kill();
        finished.wait(5'000);
    }
    QProcess process;
    bool isHeld = false;
};

} // namespace

void FleetLoaderTest::readsWhileAnotherWrites()
{
    fill(m_path);
    auto holder = std::make_unique<Holder>(m_path, "BEGIN EXCLUSIVE;");
    QVERIFY(holder->isHeld);
    QElapsedTimer timer;
    timer.start();
    StateStore store(m_path);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    const SavedFleet fleet = store.load();
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(fleet.services.size(), 40);
    store.markBegun();
    QTRY_COMPARE(failed.size(), 1);
    store.saveService(service(QStringLiteral("service-0"), 77));
    holder.reset();
    QTRY_COMPARE(recovered.size(), 1);
    QTRY_COMPARE(sqlite(m_path, QStringLiteral("SELECT max(restart_count) FROM state")), QStringLiteral("77"));
}

void FleetLoaderTest::neverWaitsLongForALock()
{
    fill(m_path);
    auto holder =
        std::make_unique<Holder>(m_path, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM span; COMMIT;");
    QVERIFY(holder->isHeld);
    QElapsedTimer timer;
    timer.start();
    StateStore store(m_path);
    QSignalSpy recovered(&store, &StateStore::writeRecovered);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    const SavedFleet fleet = store.load(std::chrono::milliseconds(300));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!fleet.wasRead && !fleet.endedCleanly);
    QVERIFY(fleet.notice.contains(QStringLiteral("locked")));
    QVERIFY(aside(QStringLiteral("corrupt")).isEmpty());
    store.saveService(service(QStringLiteral("service-1"), 88));
    QTRY_COMPARE(failed.size(), 1);
    holder.reset();
    QTRY_COMPARE(recovered.size(), 1);
    const SavedFleet after = load(m_path);
    QCOMPARE(after.services.size(), 40);
    QCOMPARE(after.services.value(QStringLiteral("service-1")).restartCount, 88);
}

void FleetLoaderTest::waitsForALockThatGoes()
{
    fill(m_path);
    const Holder holder(m_path,
        "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM span; COMMIT;\nSELECT 'held';\n"
        ".shell sleep 1\n.quit");
    QVERIFY(holder.isHeld);
    StateStore store(m_path);
    const SavedFleet fleet = store.load(std::chrono::seconds(60));
    QCOMPARE(fleet.notice, QString());
    QVERIFY(fleet.wasRead);
    QCOMPARE(fleet.services.size(), 40);
}

void FleetLoaderTest::takesOverAnEmptyFile()
{
    overwrite(m_path, 0, QByteArray());
    QVERIFY(QFile::exists(m_path));
    QCOMPARE(load(m_path).notice, QString());
    QCOMPARE(load(m_path).notice, QString());
}

QTEST_GUILESS_MAIN(FleetLoaderTest)
#include "tst_fleetloader.moc"

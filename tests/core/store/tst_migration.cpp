#include "core/store/historyreader.h"
#include "core/store/retention.h"
#include "core/store/schema.h"
#include "tests/core/store/storesamples.h"

#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;

namespace {

/// As Foghorn 0.1 made it. Never to be changed: such files exist.
const QString version1 = QStringLiteral(R"(
CREATE TABLE fleet (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE service (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE state (service INTEGER PRIMARY KEY, goal TEXT NOT NULL, state TEXT NOT NULL, cause TEXT NOT NULL,
 since INTEGER NOT NULL, was_ready INTEGER NOT NULL, restart_count INTEGER NOT NULL,
 restart_attempts INTEGER NOT NULL, last_restart INTEGER, exit_kind TEXT, exit_code INTEGER,
 exit_signal INTEGER, exit_core INTEGER, exit_reason TEXT, last_error TEXT NOT NULL,
 ports TEXT NOT NULL, fingerprint BLOB NOT NULL);
CREATE TABLE recent_check (service INTEGER NOT NULL, slot INTEGER NOT NULL, seq INTEGER NOT NULL,
 at INTEGER NOT NULL, passed INTEGER NOT NULL, timed_out INTEGER NOT NULL, response_us INTEGER NOT NULL,
 health TEXT NOT NULL, message TEXT NOT NULL, details TEXT NOT NULL,
 PRIMARY KEY (service, slot)) WITHOUT ROWID;
CREATE TABLE span (service INTEGER NOT NULL, at INTEGER NOT NULL, condition INTEGER NOT NULL,
 PRIMARY KEY (service, at)) WITHOUT ROWID;
PRAGMA user_version=1;
PRAGMA journal_mode=WAL;
INSERT INTO fleet VALUES ('last_event_id', 4711), ('ended_cleanly', 0);
INSERT INTO service VALUES (1, 'web'), (7, 'job');
INSERT INTO state VALUES (1, 'up', 'running', 'StartUp', 1700000000123, 1, 42, 2, 1700000000001, 'exited', 3, 0, 0, '',
 'exit 3', '{"http":8080}', x'0001ff');
INSERT INTO span VALUES (1, 1000, 1), (1, 2000, 2), (7, 3000, 0);
)");

/// A row of the ring as version 1 wrote samples::check().
QString ringRow(int service, const CheckResult &check, int seq)
{
    return QStringLiteral("INSERT OR REPLACE INTO recent_check VALUES (%1, %2, %3, %4, %5, %6, %7, '%8', '%9', "
                          "'[[\"probe\",\"http\"],[\"status_code\",\"200\"]]');")
        .arg(service)
        .arg(seq % 100)
        .arg(seq)
        .arg(check.at.time_since_epoch().count())
        .arg(check.passed ? 1 : 0)
        .arg(check.timedOut ? 1 : 0)
        .arg(check.responseTime.count())
        .arg(check.passed ? QStringLiteral("healthy") : QStringLiteral("degraded"), check.message);
}

} // namespace

/// Files of every earlier version go on with all that is in them.
class MigrationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void version1GoesOn();
    void anEmptyVersion1GoesOn();
    void everyVersionIsTested() { QCOMPARE(migrations().size(), 2); }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void MigrationTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void MigrationTest::version1GoesOn()
{
    const QString web = QStringLiteral("web");
    QString statements = version1 + QStringLiteral("BEGIN;");
    for (int seq = 0; seq < 257; ++seq)
        statements += ringRow(1, check(web, seq), seq);
    statements += ringRow(7, check(QStringLiteral("job"), 5), 0) + QStringLiteral("COMMIT;");
    QCOMPARE(sqlite(m_path, statements), QStringLiteral("wal"));
    {
        StateStore store(m_path);
        const SavedFleet fleet = store.load();
        QCOMPARE(fleet.notice, QString());
        QCOMPARE(fleet.lastEventId, 4711);
        QVERIFY(!fleet.endedCleanly);
        const SavedService saved = fleet.services.value(web);
        QCOMPARE(saved.restartCount, 42);
        QVERIFY(saved.state == RunState::Running && saved.lastExit->code == 3 && saved.wasReady);
        QCOMPARE(saved.ports.value(QStringLiteral("http")), quint16(8080));
        QCOMPARE(fleet.spans.value(web), (QList<SavedSpan>{{wall(1000), 1}, {wall(2000), 2}}));
        QCOMPARE(fleet.checks.value(web).size(), checksKept);
        for (int index = 0; index < checksKept; ++index)
            QCOMPARE(fleet.checks.value(web).at(index), check(web, 157 + index));
        QCOMPARE(fleet.checks.value(QStringLiteral("job")), QList{check(QStringLiteral("job"), 5)});
        store.saveCheck(check(web, 257));
    }
    QCOMPARE(sqlite(m_path, QStringLiteral("PRAGMA user_version")).toInt(), migrations().size());
    QCOMPARE(sqlite(m_path, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    QCOMPARE(sqlite(m_path, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'recent_check'")),
        QStringLiteral("0"));
    HistoryReader reader(m_path);
    const auto history = reader.ofService({web, {}, {}, 500});
    QVERIFY(history.isOk());
    QCOMPARE(history.value().checks.size(), 101);
    QCOMPARE(history.value().checks.last().worst, check(web, 257));
}

void MigrationTest::anEmptyVersion1GoesOn()
{
    QCOMPARE(sqlite(m_path, version1.left(version1.indexOf(QLatin1String("INSERT")))), QStringLiteral("wal"));
    const SavedFleet fleet = load(m_path);
    QCOMPARE(fleet.notice, QString());
    QVERIFY(fleet.services.isEmpty() && fleet.endedCleanly);
    QCOMPARE(sqlite(m_path, QStringLiteral("PRAGMA user_version")).toInt(), migrations().size());
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "tst_migration.moc"

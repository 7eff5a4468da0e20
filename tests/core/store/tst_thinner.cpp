#include "core/store/thinner.h"

#include "core/store/databaseconnection.h"
#include "core/store/fleetwriter.h"
#include "core/store/historyreader.h"
#include "core/store/retention.h"
#include "tests/core/store/storesamples.h"

#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;
using namespace std::chrono_literals;

namespace {

constexpr WallTime start{std::chrono::milliseconds(1'795'392'000'000)};
const QString web = QStringLiteral("web");

} // namespace

/// Old history becomes small and in the end goes, and what was counted stays counted.
class ThinnerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oldChecksBecomeBuckets();
    void thinningChangesNoSum();
    void keepsTheLastHundredHoweverOld();
    void badBlocksStopNoOther();
    void lateChecksJoinTheirBucket();
    void forgetsAfterFourHundredDays();
    void keepsSoManyEvents();
    void outsidersGo();
    void writerDoesItByItself();

private:
    /// A check each 30 s, every hundredth failed, in one transaction for each hour.
    void write(WallTime from, WallTime to, std::chrono::seconds every = 30s);
    void thin(WallTime now, int rounds = 1);
    QString read(const QString &statement) const { return sqlite(m_path, statement); }
    ServiceHistory history(qint64 points = 5000) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void ThinnerTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void ThinnerTest::write(WallTime from, WallTime to, std::chrono::seconds every)
{
    FleetWriter writer(m_path);
    int number = 0;
    PendingWrites writes;
    for (WallTime at = from; at < to; at += every) {
        CheckResult result = check(web, 1);
        result.at = at;
        result.passed = ++number % 100 != 0;
        result.responseTime = std::chrono::microseconds(1'000 + number % 7);
        writes.checks.push_back(result);
        if (number % 120 == 0)
            QVERIFY(!writer.write(std::exchange(writes, {})));
    }
    QVERIFY(!writer.write(writes));
    Now now{MonoTime(1h), from};
    QVERIFY(!writer.doChore(now)); // sets the times
    now.mono += 1h;
    QVERIFY(!writer.doChore(now)); // folds
}

void ThinnerTest::thin(WallTime now, int rounds)
{
    DatabaseConnection connection(m_path);
    QVERIFY(!connection.open());
    Thinner thinner(connection.database());
    qint64 steps = 0;
    QVERIFY(!thinner.countSteps(steps));
    for (qint64 step = 0; step < steps * rounds; ++step)
        QVERIFY(!thinner.step(now));
}

ServiceHistory ThinnerTest::history(qint64 points) const
{
    HistoryReader reader(m_path);
    const auto answer = reader.ofService({web, {}, {}, points});
    return answer ? answer.value() : ServiceHistory{};
}

void ThinnerTest::oldChecksBecomeBuckets()
{
    write(start, start + 24h);
    QCOMPARE(history().checks.size(), 2880);
    thin(start + 24h); // nothing is old yet
    QCOMPARE(history().checks.size(), 2880);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM bucket_block")), QStringLiteral("0"));
    thin(start + 48h + 6h);
    const QList<CheckPoint> points = history().checks;
    QVERIFY(points.size() < 18 * 120 + 6 * 12 + 130 && points.size() > 18 * 120);
    QCOMPARE(points.first().from, start);
    QCOMPARE(points.first().to, start + 5min);
    QCOMPARE(points.first().count, 10);
    QCOMPARE(points.at(9).passed, 9); // the hundredth check failed
    QCOMPARE(points.at(9).worst.message, check(web, 1).message);
    QCOMPARE(points.last().count, 1);
    // Those that began 48 hours ago are still as they were.
    for (const CheckPoint &point : points)
        QVERIFY(point.from < start + 6h || point.count == 1);
}

void ThinnerTest::thinningChangesNoSum()
{
    write(start, start + 60h);
    const auto sums = [this] {
        QList<qint64> sum(3);
        for (const CheckPoint &point : history(1'000'000).checks) {
            sum[0] += point.count;
            sum[1] += point.passed;
            sum[2] = std::max<qint64>(sum[2], point.most.count());
        }
        return sum;
    };
    const QList<qint64> before = sums();
    QCOMPARE(before.at(0), 7200);
    for (const auto later : {50h, 60h, 75h, 100h, 120h}) {
        thin(start + later, 2);
        QCOMPARE(sums(), before);
    }
    QVERIFY(read(QStringLiteral("SELECT count(*) FROM check_block")).toInt() <= 2);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM bucket_block")), QStringLiteral("3")); // days touched
    QCOMPARE(read(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void ThinnerTest::keepsTheLastHundredHoweverOld()
{
    write(start, start + 300h, std::chrono::seconds(3600)); // one an hour
    thin(start + 24h * 300, 10);
    const SavedFleet saved = load(m_path);
    QCOMPARE(saved.checks.value(web).size(), checksKept);
    QCOMPARE(saved.checks.value(web).last().at, start + 299h);
    QVERIFY(read(QStringLiteral("SELECT sum(count) FROM check_block")).toInt() < 110);
}

void ThinnerTest::badBlocksStopNoOther()
{
    write(start, start + 24h);
    QCOMPARE(read(QStringLiteral("UPDATE check_block SET data = x'ffff' WHERE id = (SELECT min(id) FROM check_block)")),
        QString());
    thin(start + 48h + 22h); // its steps must be good
    QVERIFY(read(QStringLiteral("SELECT count(*) FROM bucket_block")).toInt() > 0);
    QCOMPARE(read(QStringLiteral("UPDATE bucket_block SET data = x'ffff'")), QString());
    QVERIFY(!history().checks.isEmpty()); // of the blocks
    write(start + 24h, start + 48h);
    thin(start + 48h + 48h, 2);
    QVERIFY(!history().checks.isEmpty());
    write(start + 96h, start + 98h);
    QCOMPARE(read(QStringLiteral("INSERT INTO check_log VALUES (99999, x'ff')")), QString());
    QCOMPARE(read(QStringLiteral("UPDATE check_block SET data = x'' WHERE id = (SELECT min(id) FROM check_block)")),
        QString());
    QVERIFY(!history().checks.isEmpty());
    const SavedFleet saved = load(m_path);
    QVERIFY(saved.wasRead && saved.notice.isEmpty());
    QCOMPARE(saved.checks.value(web).size(), checksKept);
}

void ThinnerTest::lateChecksJoinTheirBucket()
{
    write(start, start + 2h);
    write(start + 2h + 10s, start + 4h); // keeps the first two hours from being the last hundred
    thin(start + 72h);
    write(start + 1s, start + 61s, 30s); // the clock was set back for a while
    write(start + 4h, start + 8h);
    thin(start + 96h, 2);
    QCOMPARE(history().checks.first().from, start);
    QCOMPARE(history().checks.first().count, 12);
}

void ThinnerTest::forgetsAfterFourHundredDays()
{
    write(start, start + 30h);
    {
        FleetWriter writer(m_path);
        PendingWrites writes;
        for (int day = 0; day < 3; ++day) {
            Event event;
            event.id = day + 1;
            event.at = start + day * 24h;
            event.kind = EventKind::StateChanged;
            event.service = web;
            event.to = day == 1 ? QStringLiteral("failed") : QStringLiteral("running");
            writes.add(event);
        }
        QVERIFY(!writer.write(writes));
    }
    thin(start + 24h * 60, 3);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM bucket_block")), QStringLiteral("2"));
    QCOMPARE(history().stateSpans.size(), 3);
    thin(start + historyKept + 49h + 12h);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM bucket_block")), QStringLiteral("0"));
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM event")), QStringLiteral("0"));
    // The last span still holds.
    QCOMPARE(history().stateSpans.size(), 1);
    QVERIFY(history().stateSpans.first().state == RunState::Running);
}

void ThinnerTest::keepsSoManyEvents()
{
    write(start, start + 1min);
    QCOMPARE(read(QStringLiteral(
                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO event"
                 " SELECT i, %2, 'fleet', '', '', '', '', '', '' FROM n")
                      .arg(mostEventsKept + 4500)
                      .arg(start.time_since_epoch().count())),
        QString());
    thin(start + 1h, 2); // the events have more turns, until it is done
    QCOMPARE(read(QStringLiteral("SELECT min(id) FROM event")), QStringLiteral("4501"));
    // Ids that leap take no more with them.
    QCOMPARE(
        read(QStringLiteral("UPDATE event SET id = 1800000000000 WHERE id = (SELECT max(id) FROM event)")), QString());
    thin(start + 1h, 2);
    QCOMPARE(read(QStringLiteral("SELECT min(id) FROM event")), QStringLiteral("4501"));
}

/// Programs that registered themselves leave no row behind; what is ours to run stays.
void ThinnerTest::outsidersGo()
{
    FleetWriter writer(m_path);
    PendingWrites writes;
    for (const QString &name : {web, QStringLiteral("guest")}) {
        Event event;
        event.at = start;
        event.kind = EventKind::StateChanged;
        event.service = name;
        event.to = QStringLiteral("running");
        for (event.id = name == web ? 1 : 2; event.id < 5; event.id += 2, event.at += 1h)
            writes.add(event);
    }
    Event command;
    command.id = 9;
    command.kind = EventKind::Command;
    command.service = QStringLiteral("nobody");
    writes.add(command);
    writes.services.insert(web, service(web, 1));
    QVERIFY(!writer.write(writes));
    const QString names = QStringLiteral("SELECT group_concat(name) FROM service ORDER BY name");
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM service WHERE name = 'nobody'")), QStringLiteral("0"));
    thin(start + outsidersKept);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM service")), QStringLiteral("2"));
    thin(start + outsidersKept + 2h);
    QCOMPARE(read(names), web);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM state_span")), QStringLiteral("2"));
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM event WHERE service = 'guest'")), QStringLiteral("2"));
}

void ThinnerTest::writerDoesItByItself()
{
    write(start, start + 24h);
    FleetWriter writer(m_path);
    PendingWrites writes;
    writes.add(check(web, 1));
    QVERIFY(!writer.write(writes));
    Now now{MonoTime(1h), start + 72h};
    QVERIFY(!writer.doChore(now));
    for (int chore = 0; chore < 12; ++chore) { // it is three days later: believed after an hour
        QVERIFY(writer.nextChore() > now.mono && writer.nextChore() <= now.mono + 10min);
        now.mono = writer.nextChore();
        QVERIFY(!writer.doChore(now));
    }
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM check_log")), QStringLiteral("0"));
    QCOMPARE(read(QStringLiteral("SELECT count(*) > 0 FROM bucket_block")), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(ThinnerTest)
#include "tst_thinner.moc"

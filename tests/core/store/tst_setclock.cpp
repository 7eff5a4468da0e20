#include "core/model/words.h"
#include "core/store/fleetwriter.h"
#include "tests/core/store/storesamples.h"

#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;
using namespace std::chrono_literals;

/// What is stored while the wall clock is set about.
class SetClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void clockSetBackLeavesNoLaterState();
    void aWrongYearThinsNothing();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void SetClockTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void SetClockTest::clockSetBackLeavesNoLaterState()
{
    const WallTime start = Now::read().wall; // what is old goes
    {
        StateStore store(m_path);
        store.load();
        Event event;
        event.kind = EventKind::StateChanged;
        event.service = QStringLiteral("web");
        for (const int at : {1000, 5000, 3000}) {
            ++event.id;
            event.at = start + std::chrono::milliseconds(at);
            event.to = toWord(at == 5000 ? RunState::Failed : RunState::Running);
            store.saveEvent(event);
        }
    }
    QCOMPARE(sqlite(m_path,
                 QStringLiteral("SELECT group_concat((at - %1) || state) FROM state_span")
                     .arg(start.time_since_epoch().count())),
        QStringLiteral("1000running,3000running"));
}

/// Raw checks and spans outlive a clock that is in 2030 for a minute, also when it starts so.
void SetClockTest::aWrongYearThinsNothing()
{
    constexpr WallTime start{std::chrono::milliseconds(1'795'392'000'000)};
    {
        FleetWriter writer(m_path);
        PendingWrites writes;
        for (int number = 0; number < 2880; ++number) {
            writes.add(check(QStringLiteral("web"), number));
            writes.checks.back().at = start + number * 30s;
        }
        QVERIFY(!writer.write(writes));
        QVERIFY(!writer.doChore({MonoTime(1h), start})); // sets the times
        QVERIFY(!writer.doChore({MonoTime(2h), start})); // folds
    }
    const auto read = [this](const QString &statement) { return sqlite(m_path, statement); };
    const QString blocks = read(QStringLiteral("SELECT sum(count) FROM check_block"));
    constexpr auto years = std::chrono::hours(24 * 365 * 4);
    for (int begin = 0; begin < 2; ++begin) {
        FleetWriter writer(m_path);
        PendingWrites writes;
        writes.endedCleanly = false;
        QVERIFY(!writer.write(writes));
        Now now{MonoTime(1h), start + 24h};
        if (begin == 0)
            QVERIFY(!writer.doChore(now));
        now.wall += years;
        for (int chore = 0; chore < 20; ++chore) {
            now.mono += 1min;
            now.wall += 1min;
            QVERIFY(!writer.doChore(now));
        }
        QCOMPARE(read(QStringLiteral("SELECT sum(count) FROM check_block")), blocks);
        QCOMPARE(read(QStringLiteral("SELECT count(*) FROM bucket_block")), QStringLiteral("0"));
    }
}

QTEST_GUILESS_MAIN(SetClockTest)
#include "tst_setclock.moc"

#include "core/model/words.h"
#include "tests/core/store/storesamples.h"

#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;

/// What is stored while the wall clock is set about.
class SetClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void clockSetBackLeavesNoLaterState();

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

QTEST_GUILESS_MAIN(SetClockTest)
#include "tst_setclock.moc"

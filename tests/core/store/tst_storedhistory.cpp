#include "core/store/storedhistory.h"

#include "core/model/words.h"
#include "tests/core/store/storesamples.h"

#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>

#include <future>

using namespace foghorn;
using namespace foghorn::samples;
using namespace std::chrono_literals;

namespace {

/// Not so old that the store would thin it.
const WallTime start = std::chrono::floor<std::chrono::seconds>(Now::read().wall) - 1h;
const QString web = QStringLiteral("web");

Event happened(qint64 id, EventKind kind, const QString &service, const QString &to = {})
{
    Event made;
    made.id = id;
    made.at = start + std::chrono::seconds(id);
    made.kind = kind;
    made.service = service;
    made.from = QStringLiteral("before");
    made.to = to;
    made.cause = kind == EventKind::StateChanged ? QStringLiteral("Exited") : QString();
    made.actor = QStringLiteral("operator 127.0.0.1");
    made.message = QStringLiteral("number %1 – “ä”").arg(id);
    return made;
}

CheckResult checked(int number)
{
    CheckResult result = check(web, number);
    result.at = start + std::chrono::milliseconds(number);
    return result;
}

/// Waits for an answer with the event loop running.
template<typename T> std::optional<Result<T>> answerTo(const QFuture<Result<T>> &future)
{
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcher<Result<T>>::finished);
    watcher.setFuture(future);
    if (finished.isEmpty() && !finished.wait(20'000))
        return std::nullopt;
    if (future.resultCount() == 0)
        return std::nullopt;
    return future.result();
}

QList<qint64> idsOf(const std::optional<Result<EventPage>> &page)
{
    QList<qint64> ids;
    if (!page || !*page)
        return {-1};
    for (const Event &found : page->value().events)
        ids.append(found.id);
    return ids;
}

} // namespace

/// What was saved can be read back at once, by the event loop's side without ever waiting.
class StoredHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdsWhatWasSavedJustBefore();
    void holdsWhatEarlierOrchestratorsSaved();
    void cutsToItsWindow();
    void tellsSpans();
    void spansReachIntoTheWindow();
    void findsEvents();
    void nobodyHasAnEmptyHistory();
    void saysWhatIsWrong();
    void answersWhileNothingCanBeWritten();
    void neverWaitsInTheLoop();
    void endsWithItsStore();

private:
    ServiceHistory history(StateStore &store, const HistoryQuery &query)
    {
        const auto answer = answerTo(store.history().ofService(query));
        return answer && *answer ? answer->value() : ServiceHistory{};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void StoredHistoryTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void StoredHistoryTest::holdsWhatWasSavedJustBefore()
{
    StateStore store(m_path);
    store.load();
    for (int number = 1; number <= 50; ++number) {
        store.saveCheck(checked(number));
        const QList<CheckPoint> checks = history(store, {web, {}, {}, 500}).checks;
        QCOMPARE(checks.size(), number);
        QCOMPARE(checks.last().worst, checked(number));
    }
    store.saveEvent(happened(1, EventKind::Command, {}));
    QCOMPARE(idsOf(answerTo(store.history().events({}))), QList<qint64>{1});
}

void StoredHistoryTest::holdsWhatEarlierOrchestratorsSaved()
{
    for (int run = 0; run < 4; ++run) {
        StateStore store(m_path);
        QCOMPARE(store.load().lastEventId, run);
        for (int number = 0; number < 150; ++number)
            store.saveCheck(checked(run * 1000 + number));
        store.saveEvent(happened(run + 1, EventKind::StateChanged, web, QStringLiteral("running")));
    }
    StateStore store(m_path);
    const SavedFleet saved = store.load();
    QCOMPARE(saved.firstEventId, 1);
    QCOMPARE(saved.lastEventId, 4);
    const ServiceHistory found = history(store, {web, {}, {}, 5000});
    QCOMPARE(found.checks.size(), 600);
    QCOMPARE(found.checks.at(150).worst, checked(1000));
    QCOMPARE(found.states.size(), 4);
    QCOMPARE(found.states.at(2), happened(3, EventKind::StateChanged, web, QStringLiteral("running")));
}

void StoredHistoryTest::cutsToItsWindow()
{
    StateStore store(m_path);
    store.load();
    for (int number = 0; number < 1000; ++number)
        store.saveCheck(checked(number));
    const WallTime first = checked(0).at;
    const QList<CheckPoint> part = history(store, {web, first + 200ms, first + 299ms, 500}).checks;
    QCOMPARE(part.size(), 100);
    QCOMPARE(part.first().from, first + 200ms);
    const QList<CheckPoint> few = history(store, {web, {}, {}, 10}).checks;
    QCOMPARE(few.size(), 10);
    for (const CheckPoint &point : few)
        QVERIFY(!point.worst.passed && point.count == 100); // each third fails
    QVERIFY(history(store, {web, first + 1h, {}, 10}).checks.isEmpty());
    QVERIFY(history(store, {web, {}, first - 1h, 10}).checks.isEmpty());
}

void StoredHistoryTest::tellsSpans()
{
    StateStore store(m_path);
    store.load();
    store.saveEvent(happened(1, EventKind::StateChanged, web, toWord(RunState::Starting)));
    store.saveEvent(happened(5, EventKind::StateChanged, web, toWord(RunState::Running)));
    store.saveEvent(happened(6, EventKind::HealthChanged, web, toWord(Health::Healthy)));
    store.saveEvent(happened(7, EventKind::StateChanged, QStringLiteral("other"), toWord(RunState::Failed)));
    store.saveUnobserved(web, start + 9s);
    store.saveEvent(happened(20, EventKind::StateChanged, web, toWord(RunState::Backoff)));
    const ServiceHistory found = history(store, {web, {}, {}, 500});
    const QList<StateSpan> states{{start + 1s, start + 5s, RunState::Starting, Cause::Exited},
        {start + 5s, start + 9s, RunState::Running, Cause::Exited},
        {start + 9s, start + 20s, std::nullopt, Cause::None},
        {start + 20s, std::nullopt, RunState::Backoff, Cause::Exited}};
    QCOMPARE(found.stateSpans, states);
    const QList<HealthSpan> healths{{start + 6s, start + 9s, Health::Healthy}, {start + 9s, {}, Health::Unknown}};
    QCOMPARE(found.healthSpans, healths);
}

void StoredHistoryTest::spansReachIntoTheWindow()
{
    StateStore store(m_path);
    store.load();
    for (int id = 1; id <= 20; ++id)
        store.saveEvent(
            happened(id * 10, EventKind::StateChanged, web, toWord(id % 2 ? RunState::Running : RunState::Backoff)));
    const ServiceHistory found = history(store, {web, start + 35s, start + 60s, 500});
    QCOMPARE(found.stateSpans.size(), 4);
    QCOMPARE(found.stateSpans.first().from, start + 30s); // it still was
    QCOMPARE(found.states.size(), 3); // the changes themselves
    QCOMPARE(history(store, {web, {}, {}, 3}).stateSpans.first().from, start + 180s);
}

void StoredHistoryTest::findsEvents()
{
    StateStore store(m_path);
    store.load();
    for (int id = 1; id <= 100; ++id)
        store.saveEvent(
            happened(id, id % 10 ? EventKind::HealthChanged : EventKind::Command, id % 2 ? web : QString()));
    const auto ids = [&store](EventQuery query, qint64 limit) {
        query.limit = limit;
        return idsOf(answerTo(store.history().events(query)));
    };
    EventQuery query;
    QCOMPARE(ids(query, 3), (QList<qint64>{98, 99, 100}));
    query.before = 51;
    QCOMPARE(ids(query, 2), (QList<qint64>{49, 50}));
    query.after = 40;
    QCOMPARE(ids(query, 2), (QList<qint64>{41, 42}));
    query.kind = EventKind::Command;
    QCOMPARE(ids(query, 100), QList<qint64>{50});
    query = {};
    query.service = web;
    query.from = start + 10s;
    query.to = start + 15s;
    QCOMPARE(ids(query, 100), (QList<qint64>{11, 13, 15}));
    query.kind = EventKind::Command;
    QCOMPARE(ids(query, 100), QList<qint64>());
    const auto page = answerTo(store.history().events({}));
    QCOMPARE(page->value().firstId, 1);
    QCOMPARE(page->value().events.last(), happened(100, EventKind::Command, {}));
}

void StoredHistoryTest::nobodyHasAnEmptyHistory()
{
    StateStore store(m_path);
    store.load();
    const auto answer = answerTo(store.history().ofService({QStringLiteral("nobody"), {}, {}, 500}));
    QVERIFY(answer && *answer);
    QVERIFY(answer->value().checks.isEmpty() && answer->value().stateSpans.isEmpty());
}

void StoredHistoryTest::saysWhatIsWrong()
{
    StoredHistory history(m_directory->filePath(QStringLiteral("no/such/file.sqlite")), [] {});
    const auto answer = answerTo(history.ofService({web, {}, {}, 500}));
    QVERIFY(answer && !*answer);
    QVERIFY(answer->error().text.contains(QStringLiteral("cannot be read")));
}

void StoredHistoryTest::answersWhileNothingCanBeWritten()
{
    {
        StateStore store(m_path);
        store.load();
        store.saveCheck(checked(1));
    }
    StateStore store(m_path);
    QSignalSpy failed(&store, &StateStore::writeFailed);
    store.load();
    QProcess holder; // another process has the file
    holder.start(QStringLiteral("sqlite3"), {m_path});
    holder.write("BEGIN IMMEDIATE; SELECT 'held';\n");
    QTRY_VERIFY(holder.bytesAvailable() > 0);
    store.saveCheck(checked(2));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QCOMPARE(history(store, {web, {}, {}, 500}).checks.size(), 1);
    QSignalSpy finished(&holder, &QProcess::finished);
    holder.kill();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(history(store, {web, {}, {}, 500}).checks.size(), 2, 20'000);
}

void StoredHistoryTest::neverWaitsInTheLoop()
{
    load(m_path);
    std::promise<void> gate;
    std::future<void> opened = gate.get_future();
    StoredHistory history(m_path, [&opened] { opened.wait(); });
    // Only the event loop opens the gate: were it waited for in the loop, nobody would be answered.
    QTimer::singleShot(0, this, [&gate] { gate.set_value(); });
    const auto answer = answerTo(history.ofService({web, {}, {}, 500}));
    QVERIFY(answer && *answer);
}

void StoredHistoryTest::endsWithItsStore()
{
    QFuture<Result<ServiceHistory>> left;
    {
        StateStore store(m_path);
        store.load();
        for (int question = 0; question < 300; ++question)
            left = store.history().ofService({web, {}, {}, 500});
    }
    QVERIFY(left.isFinished()); // answered, refused as one too many, or cancelled; never left open
}

QTEST_GUILESS_MAIN(StoredHistoryTest)
#include "tst_storedhistory.moc"

#include "tests/core/store/storesamples.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>

using namespace foghorn;
using namespace foghorn::samples;

namespace {

constexpr auto writerArgument = "--write-until-killed";

/// What the killed process does: saves states and checks, numbered, as fast as the event loop turns.
int writeUntilKilled(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    StateStore store(QString::fromLocal8Bit(argv[2]));
    int number = store.load().services.value(QStringLiteral("web")).restartCount;
    // What the one before was killed too early to save.
    store.saveCheck(check(QStringLiteral("web"), number));
    store.appendSpan(QStringLiteral("web"), {wall(number), number % 3});
    store.saveLastEventId(number);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &store, [&] {
        for (int index = 0; index < 10; ++index) {
            ++number;
            store.saveService(service(QStringLiteral("web"), number));
            store.saveCheck(check(QStringLiteral("web"), number));
            store.appendSpan(QStringLiteral("web"), {wall(number), number % 3});
            store.saveLastEventId(number);
        }
    });
    timer.start(0);
    return QCoreApplication::exec();
}

} // namespace

class StoreCrashTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesKillAtAnyMoment();
};

void StoreCrashTest::survivesKillAtAnyMoment()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("history.sqlite"));
    int before = 0;
    for (int cycle = 0; cycle < 25; ++cycle) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedChannels);
        writer.start(QCoreApplication::applicationFilePath(), {QLatin1String(writerArgument), path});
        // Anybody can see what has been committed; from then on it must not be lost.
        int seen = 0;
        const auto progressed = [&] {
            seen = sqlite(path, QStringLiteral("SELECT restart_count FROM state")).toInt();
            return seen > before;
        };
        QTRY_VERIFY_WITH_TIMEOUT(progressed(), 20'000);
        QSignalSpy finished(&writer, &QProcess::finished);
        QTimer::singleShot(cycle % 5, &writer, &QProcess::kill); // while it writes
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);

        const SavedFleet fleet = load(path);
        QCOMPARE(fleet.notice, QString());
        QVERIFY(!fleet.endedCleanly);
        before = fleet.services.value(QStringLiteral("web")).restartCount;
        QVERIFY(before >= seen);
        // The four calls of one number may fall into two transactions, never further apart.
        const auto belongs = [before](qint64 number) { return number == before || number == before - 1; };
        QVERIFY2(belongs(fleet.lastEventId),
            qPrintable(QStringLiteral("%1 of %2, seen %3").arg(fleet.lastEventId).arg(before).arg(seen)));
        QVERIFY(belongs(fleet.spans.value(QStringLiteral("web")).last().from.time_since_epoch().count()));
        QVERIFY(belongs((fleet.checks.value(QStringLiteral("web")).last().at - check({}, 0).at).count()));
        QCOMPARE(sqlite(path, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }
}

// Not QTEST_GUILESS_MAIN: this program is also the one that gets killed.
int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], writerArgument) == 0)
        return writeUntilKilled(argc, argv);
    QCoreApplication application(argc, argv);
    StoreCrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storecrash.moc"

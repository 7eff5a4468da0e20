#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

#include <QElapsedTimer>

#include <csignal>
#include <filesystem>

using namespace foghorn;

namespace {

constexpr int serviceCount = 20;

/// Another installation of the same programs.
void install(const QString &folder)
{
    namespace fs = std::filesystem;
    QDir().mkpath(folder);
    for (const char *name : {"foghornd", "foghorn-keeper", "foghornctl", "foghorn-demo"}) {
        const fs::path from = programPath(QLatin1String(name)).toStdString();
        const fs::path to = QString(folder + u'/' + QLatin1String(name)).toStdString();
        std::error_code cannotLink;
        fs::create_hard_link(from, to, cannotLink);
        if (cannotLink)
            fs::copy_file(from, to);
    }
}

} // namespace

/// T6 and T25 (row 25): another program takes the place of the one that runs, and only one at a time has it.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherBinaryTakesOver()
    {
        const int rounds = figure(6, 100);
        QByteArray services;
        for (int i = 0; i < serviceCount; ++i)
            services += "  s" + QByteArray::number(i) + ": {command: [sleep, '1000']}\n";
        FleetFixture fleet(services);
        const QString first = programPath(QString());
        const QString second = fleet.path(QStringLiteral("other-release"));
        install(second);
        QVERIFY(fleet.beginAndSettle());
        const auto pids = fleet.pids();
        const qint64 keeper = keeperOf(fleet.state());
        qint64 longest = 0;
        for (int round = 0; round < rounds; ++round) {
            qputenv("FOGHORN_BIN", (round % 2 == 0 ? second : first).toLocal8Bit());
            QElapsedTimer gap;
            gap.start();
            if (round % 3 == 2) {
                fleet.daemon().kill();
            } else {
                fleet.daemon().signal(SIGUSR2);
                QVERIFY(QTest::qWaitFor([&fleet] { return !fleet.daemon().isRunning(); }, 10'000));
                QVERIFY(fleet.daemon().output().contains("the services go on"));
            }
            QVERIFY(fleet.begin());
            QVERIFY(QTest::qWaitFor([&fleet, &pids] { return fleet.pids() == pids; }, 10'000));
            longest = std::max(longest, gap.elapsed());
            for (int i = 0; i < serviceCount; ++i) {
                const QByteArray name = "s" + QByteArray::number(i);
                QCOMPARE(fleet.number(name, "restart_count"), 0);
            }
            QTRY_VERIFY(fleet.isInitialized());
            QCOMPARE(keeperOf(fleet.state()), keeper);
        }
        qputenv("FOGHORN_BIN", first.toLocal8Bit());
        reportFigure("T6",
            QStringLiteral("%1 upgrades, %2 services: none restarted, the API was away for at most %3 ms")
                .arg(rounds)
                .arg(serviceCount)
                .arg(longest));
        QVERIFY2(longest < figure(5000, 1000), qPrintable(QString::number(longest)));
        QCOMPARE(fleet.daemon().stop(), 0);
    }
    void startedTwentyTimesOneIsLeft()
    {
        constexpr int count = 20;
        FleetFixture fleet("  a: {command: [sleep, '1000']}\n");
        std::vector<std::unique_ptr<QProcess>> all;
        for (int i = 0; i < count; ++i) {
            all.push_back(std::make_unique<QProcess>());
            all.back()->start(programPath(QStringLiteral("foghornd")),
                {QStringLiteral("--config"), fleet.path(QStringLiteral("fleet.yaml")), QStringLiteral("--state-dir"),
                    fleet.state(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        }
        const auto running = [&all] {
            return std::count_if(
                all.begin(), all.end(), [](const auto &one) { return one->state() != QProcess::NotRunning; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(running(), 1, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(fleet.has(QStringLiteral("state/api.url")), 20'000); // and serves
        QCOMPARE(running(), 1);
        qint64 holder = 0;
        for (const auto &one : all)
            holder = one->state() == QProcess::Running ? one->processId() : holder;
        for (const auto &one : all) {
            if (one->state() == QProcess::Running)
                continue;
            QCOMPARE(one->exitStatus(), QProcess::NormalExit);
            QCOMPARE(one->exitCode(), 2);
            const QByteArray said = one->readAllStandardError();
            QVERIFY2(said.contains(QByteArray::number(holder)), said);
        }
        QVERIFY(sendSignal(holder, SIGTERM));
        QTRY_COMPARE(running(), 0);
        QTRY_COMPARE(processesNaming(fleet.state().toLocal8Bit()), QList<qint64>());
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"

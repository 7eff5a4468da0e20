#include "core/keeper/trees.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <string>
#include <vector>

namespace foghorn::keeper {

/// Many launches in one go, of which several are under way at a time.
class TestTreeLaunches final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    SpawnOrder order(const std::string &service, std::vector<std::string> argv) const
    {
        SpawnOrder order;
        order.service = service;
        order.argv = std::move(argv);
        order.workingDirectory = "/";
        order.logFile = m_directory.filePath(QStringLiteral("log")).toStdString();
        return order;
    }

private Q_SLOTS:
    void reportsComeInTheOrderOfTheOrders()
    {
        std::vector<std::string> told;
        std::vector<std::string> expected;
        Trees trees(m_directory.path().toStdString(), [&told](const Report &report) {
            if (const auto *spawned = std::get_if<SpawnedReport>(&report))
                told.push_back(spawned->service + " runs");
            else if (const auto *failed = std::get_if<SpawnFailedReport>(&report))
                told.push_back(failed->service + " failed " + std::to_string(static_cast<int>(failed->failure.step)));
        });
        const auto fails = [](const std::string &service, SpawnStep step) {
            return service + " failed " + std::to_string(static_cast<int>(step));
        };
        constexpr int rounds = 12;
        for (int i = 0; i < rounds; ++i) {
            const std::string name = "s" + std::to_string(i);
            trees.take(order(name, {"/bin/sleep", "600"}));
            expected.push_back(name + " runs");
            if (i % 3 == 0) {
                trees.take(order("missing" + name, {"/nowhere/program"}));
                expected.push_back(fails("missing" + name, SpawnStep::Program));
            }
            if (i % 4 == 0) { // while its first launch is under way
                trees.take(order(name, {"/bin/sleep", "600"}));
                expected.push_back(fails(name, SpawnStep::AlreadyRunning));
            }
            if (i % 5 == 0) { // fails before there is a process
                SpawnOrder bad = order("log" + name, {"/bin/sleep", "600"});
                bad.logFile = "/nowhere/log";
                trees.take(bad);
                expected.push_back(fails("log" + name, SpawnStep::LogFile));
            }
        }
        trees.finishLaunches();
        QCOMPARE(told, expected);

        for (int i = 0; i < rounds; ++i)
            trees.take(SignalOrder{"s" + std::to_string(i), SIGKILL, SignalTarget::Tree});
        const auto haveEnded = [&trees] {
            trees.reap();
            trees.onGroupEvents();
            trees.settle();
            return !trees.hasLiving();
        };
        QTRY_VERIFY(haveEnded());
    }
};

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestTreeLaunches)
#include "tst_treelaunches.moc"

#include "core/keeper/treescan.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace foghorn::keeper {

/// What must never be taken for a member: all members of a tree may be killed.
class TestTreeScan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatCameFromTheLeader();
    void takesNobodyForALeaderThatIsNone_data();
    void takesNobodyForALeaderThatIsNone();
    void takesNobodyByAnotherMarker();
    void takesNobodyInAUsedNumber();
    void keepsWhatItHasSeen();
    void neverTakesItselfOrItsParents();
    void isUnsureOfAnOrphanBetweenPrograms();
    void findsWhoWasBornMeanwhile();
    void readsWhoWasBornMeanwhile();
};

namespace {

// Above what a machine can have by default, so that none of them is this process.
constexpr pid_t base = 10'000'000;

ProcessEntry entry(pid_t pid, pid_t parent, pid_t group, pid_t session, std::uint64_t startTicks)
{
    return {pid, parent, group, session, 'S', startTicks};
}

std::string noEnvironment(pid_t, std::string_view) { return {}; }

bool isSettled(pid_t) { return false; }

std::vector<pid_t> pids(const TreeScan::Members &members, const std::string &service)
{
    std::vector<pid_t> result;
    if (const auto found = members.find(service); found != members.end()) {
        for (const ProcessName &process : found->second)
            result.push_back(process.pid);
    }
    return result;
}

} // namespace

void TestTreeScan::findsWhatCameFromTheLeader()
{
    TreeScan scan(
        "id", [](pid_t pid, std::string_view) { return pid == base + 4 ? std::string("id/a") : std::string(); },
        isSettled);
    const auto members =
        scan.members({entry(base, 5, base, base, 100), entry(base + 1, base, base, base, 100),
                         entry(base + 2, base + 1, base + 2, base + 2, 101), entry(base + 3, 5, base, base, 102),
                         entry(base + 4, 5, base + 4, base + 4, 103), entry(base + 5, 5, base + 5, base + 5, 103)},
            {{"a", base, 100, 0}});
    QCOMPARE(pids(members, "a"), (std::vector<pid_t>{base, base + 1, base + 2, base + 3, base + 4}));
}

void TestTreeScan::takesNobodyForALeaderThatIsNone_data()
{
    QTest::addColumn<int>("pid");
    QTest::addColumn<qulonglong>("startTicks");
    for (const int pid : {0, 1, -1, static_cast<int>(::getpid()), static_cast<int>(::getppid())}) {
        QTest::addRow("%d, old", pid) << pid << qulonglong(0);
        QTest::addRow("%d, young", pid) << pid << qulonglong(100);
    }
    QTest::addRow("start not known") << int(base) << qulonglong(0);
}

void TestTreeScan::takesNobodyForALeaderThatIsNone()
{
    QFETCH(int, pid);
    QFETCH(qulonglong, startTicks);
    // Everybody has this session and group, as all have in a namespace whose first process has none: 0.
    TreeScan scan("id", noEnvironment, isSettled);
    const auto members = scan.members(
        {entry(1, 0, pid, pid, 1), entry(base + 1, 1, pid, pid, 200), entry(base + 2, base + 1, pid, pid, 201)},
        {{"a", pid, startTicks, 0}});
    QVERIFY(pids(members, "a").empty());
}

void TestTreeScan::takesNobodyByAnotherMarker()
{
    for (const std::string marker : {"other/a", "id/ab", "id/b", "id", "/a", "idx/a", "a"}) {
        TreeScan scan(
            "id", [&marker](pid_t, std::string_view) { return marker; }, isSettled);
        QVERIFY2(
            scan.members({entry(base + 1, 5, base + 1, base + 1, 200)}, {{"a", base, 100, 0}}).empty(), marker.c_str());
    }
}

void TestTreeScan::takesNobodyInAUsedNumber()
{
    TreeScan scan("id", noEnvironment, isSettled);
    // The number is somebody else's now.
    QVERIFY(scan.members({entry(base, 5, base, base, 300), entry(base + 1, 5, base, base, 301)}, {{"a", base, 100, 0}})
                .empty());
    // It was, and its session is left.
    QVERIFY(scan.members({entry(base + 1, 5, base, base, 301)}, {{"a", base, 100, 200}}).empty());
    // The tree's own, from when the leader lived.
    QCOMPARE(pids(scan.members({entry(base + 1, 5, base, base, 150)}, {{"a", base, 100, 200}}), "a"),
        std::vector<pid_t>{base + 1});
}

void TestTreeScan::keepsWhatItHasSeen()
{
    TreeScan scan("id", noEnvironment, isSettled);
    const std::vector<ScanLeader> alive = {{"a", base, 100, 0}};
    scan.members({entry(base, 5, base, base, 100), entry(base + 1, base, base + 1, base + 1, 150)}, alive);
    const std::vector<ScanLeader> dead = {{"a", base, 100, 200}};
    QCOMPARE(
        pids(scan.members({entry(base + 1, 5, base + 1, base + 1, 150)}, dead), "a"), std::vector<pid_t>{base + 1});
    // Another with the same number.
    QVERIFY(scan.members({entry(base + 1, 5, base + 1, base + 1, 400)}, dead).empty());
}

void TestTreeScan::neverTakesItselfOrItsParents()
{
    // Whatever their environment says.
    TreeScan scan(
        "id", [](pid_t, std::string_view) { return std::string("id/a"); }, isSettled);
    const pid_t self = ::getpid();
    const auto members = scan.members(
        {entry(base, 1, base, base, 50), entry(base + 1, base, base, base, 60), entry(self, base + 1, base, base, 70)},
        {{"a", base, 50, 0}});
    QVERIFY(pids(members, "a").empty());
}

void TestTreeScan::isUnsureOfAnOrphanBetweenPrograms()
{
    // Nothing tells whose it is while it is being given its next program: it may be what a tree has left.
    TreeScan scan("id", noEnvironment, [](pid_t pid) { return pid == base + 2; });
    const std::vector<ScanLeader> leaders = {{"a", base, 100, 200}};
    const ProcessEntry orphan = entry(base + 2, ::getpid(), base + 2, base + 2, 150);
    QVERIFY(scan.members({orphan}, leaders).empty());
    QVERIFY(!scan.wasSure());
    // Somebody else's child, a dead one, and one that can be read.
    QVERIFY(scan.members({entry(base + 2, 5, base + 2, base + 2, 150)}, leaders).empty());
    QVERIFY(scan.wasSure());
    ProcessEntry dead = orphan;
    dead.state = 'Z';
    scan.members({dead}, leaders);
    QVERIFY(scan.wasSure());
    scan.members({entry(base + 3, ::getpid(), base + 3, base + 3, 150)}, leaders);
    QVERIFY(scan.wasSure());
}

// A chain that forks and ends again and again: its present end was not born when its turn in the table came.
void TestTreeScan::findsWhoWasBornMeanwhile()
{
    TreeScan scan(
        "id", [](pid_t pid, std::string_view) { return pid == base + 9 ? std::string("id/a") : std::string(); },
        isSettled);
    const std::vector<ScanLeader> leaders{{"a", base, 100, 150}};
    auto members = scan.members({entry(base + 1, 1, base + 1, base + 1, 200)}, leaders);
    QVERIFY(pids(members, "a").empty());
    const std::vector<ProcessEntry> born{
        entry(base + 8, 1, base + 8, base + 8, 201), entry(base + 9, 1, base + 9, base + 9, 201)};
    scan.addBorn(born, leaders, members);
    QCOMPARE(pids(members, "a"), std::vector<pid_t>{base + 9});
    scan.addBorn(born, leaders, members); // named once
    QCOMPARE(pids(members, "a"), std::vector<pid_t>{base + 9});
    QCOMPARE(pids(scan.members(born, leaders), "a"), std::vector<pid_t>{base + 9}); // and known from now on
}

void TestTreeScan::readsWhoWasBornMeanwhile()
{
    const pid_t before = newestNumber();
    QVERIFY(before > 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::pause();
        ::_exit(0);
    }
    const std::vector<ProcessEntry> born = readProcessesBorn(before, newestNumber());
    const auto isChild = [child](const ProcessEntry &process) { return process.pid == child; };
    const bool isFound = std::ranges::any_of(born, isChild);
    QVERIFY(std::ranges::none_of(readProcessesBorn(child, child), isChild));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(isFound);
}

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestTreeScan)
#include "tst_treescan.moc"

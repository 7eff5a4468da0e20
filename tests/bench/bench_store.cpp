// The store under 2,000 services with a check every 30 s: what writing costs, how large the file becomes in 7 days, and
// how long one service's 7 days take to read. The promises: under 2 % of a core, under 1 GB, under 50 ms.
#include "core/store/databaseconnection.h"
#include "core/store/fleetwriter.h"
#include "core/store/storedhistory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr int fleetSize = 2'000;
constexpr WallTime begin{std::chrono::milliseconds(1'795'392'000'000)};

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

QString nameOf(int service) { return QStringLiteral("service-%1").arg(service); }

/// Checks as probes give them: times that vary, one failure in 200, messages that repeat.
class Checks
{
public:
    CheckResult next(int service, WallTime at)
    {
        CheckResult check;
        check.service = nameOf(service);
        check.at = at + std::chrono::milliseconds(m_random() % 40);
        check.passed = m_random() % 200 != 0;
        check.responseTime = std::chrono::microseconds(800 + m_random() % 9'000);
        check.message = check.passed ? m_good : m_bad;
        check.details = {{QStringLiteral("probe"), QStringLiteral("http")},
            {QStringLiteral("status_code"), check.passed ? QStringLiteral("200") : QStringLiteral("503")}};
        check.healthAfter = check.passed ? Health::Healthy : Health::Degraded;
        return check;
    }

private:
    std::mt19937 m_random{7};
    const QString m_good = QStringLiteral("HTTP 200");
    const QString m_bad = QStringLiteral("HTTP 503, expected 200-299");
};

/// Lets the writer live through `length`, one transaction for each step, its chores included.
bool live(FleetWriter &writer, int services, std::chrono::seconds step, std::chrono::seconds length)
{
    Checks checks;
    Now now{MonoTime(1000h), begin};
    int next = 0;
    for (auto passed = 0s; passed < length; passed += step) {
        PendingWrites writes;
        const auto until = static_cast<qint64>(services) * (passed + step).count() / 30;
        for (; next < until; ++next)
            writes.checks.push_back(checks.next(next % services, now.wall));
        now.mono += step;
        now.wall += step;
        auto fault = writer.write(writes);
        if (!fault && now.mono >= writer.nextChore())
            fault = writer.doChore(now);
        if (fault) {
            std::printf("store: %s\n", qPrintable(fault->text));
            return false;
        }
    }
    return true;
}

/// The slowest of 40 answers, in milliseconds.
double slowestAnswer(const QString &path, int services, std::chrono::seconds length)
{
    StoredHistory history(path, [] {});
    double slowest = 0;
    qsizetype points = 0;
    for (int question = 0; question < 40; ++question) {
        const auto asked = std::chrono::steady_clock::now();
        auto future = history.ofService({nameOf(question * 37 % services), begin, begin + length, 500});
        future.waitForFinished();
        const auto took = std::chrono::steady_clock::now() - asked;
        slowest = std::max(slowest, std::chrono::duration<double, std::milli>(took).count());
        points = future.result() ? future.result().value().checks.size() : 0;
    }
    std::printf(
        "store: one service's history thinned to %d points in at most %.1f ms\n", static_cast<int>(points), slowest);
    return points > 0 ? slowest : 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir directory;

    const QString busy = directory.filePath(QStringLiteral("busy.sqlite"));
    constexpr auto busyLength = 30min;
    double share = 0;
    {
        FleetWriter writer(busy);
        const double before = cpuSeconds();
        if (!live(writer, fleetSize, 1s, busyLength))
            return 1;
        share = (cpuSeconds() - before) / std::chrono::duration<double>(busyLength).count();
    }
    std::printf("store: %d services, a check every 30 s, one transaction a second: %.2f %% of a core\n", fleetSize,
        share * 100);
    const double freshAnswer = slowestAnswer(busy, fleetSize, busyLength);

    const QString full = directory.filePath(QStringLiteral("full.sqlite"));
    constexpr int few = 50;
    constexpr auto week = std::chrono::hours(7 * 24);
    {
        FleetWriter writer(full);
        if (!live(writer, few, 30s, week))
            return 1;
    }
    const double megabytes = static_cast<double>(QFileInfo(full).size()) / 1e6 * fleetSize / few;
    std::printf("store: %d services for 7 days: %.2f MB, so %.0f MB for %d\n", few, megabytes * few / fleetSize,
        megabytes, fleetSize);
    const double fullAnswer = slowestAnswer(full, few, week);
    return share < 0.02 && megabytes < 1000 && std::max(freshAnswer, fullAnswer) < 50 ? 0 : 1;
}

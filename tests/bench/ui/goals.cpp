#include "tests/bench/ui/goals.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace foghorn {

namespace {

struct Spread
{
    double median = 0;
    double p95 = 0;
};

Spread spreadOf(std::vector<double> figures)
{
    std::sort(figures.begin(), figures.end());
    return {figures[figures.size() / 2], figures[figures.size() * 95 / 100]};
}

QString figure(double value) { return QString::number(value, 'f', value < 10 ? 2 : 1); }

QString words(const std::vector<double> &figures, const QString &unit)
{
    const Spread spread = spreadOf(figures);
    const QString median = figure(spread.median) + u' ' + unit;
    return figures.size() == 1 ? median : median + QStringLiteral(" (p95 %1)").arg(figure(spread.p95));
}

void print(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

std::vector<double> Goals::timesOf(int rounds, const Work &prepare, const Work &work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        prepare(round);
        const auto begun = std::chrono::steady_clock::now();
        work(round);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    return times;
}

void Goals::measure(const SpeedGoal &goal, int rounds, const Work &prepare, const Work &work)
{
    judge(goal, timesOf(rounds, prepare, work));
}

void Goals::measure(const SpeedGoal &goal, int rounds, const Work &work)
{
    measure(
        goal, rounds, [](int) {}, work);
}

void Goals::judge(const SpeedGoal &goal, std::vector<double> figures)
{
    const Spread spread = spreadOf(figures);
    const double most =
        goal.limit95 > 0 ? std::max(spread.median / goal.limit, spread.p95 / goal.limit95) : spread.median / goal.limit;
    const QString verdict = most <= 1 ? QStringLiteral("ok")
        : most <= 2                   ? QStringLiteral("LATE")
                                      : QStringLiteral("MISSED");
    QString limit = QString::number(goal.limit) + u' ' + goal.unit;
    if (goal.limit95 > 0)
        limit += QStringLiteral(" (p95 %1)").arg(goal.limit95);
    print(QStringLiteral("%1 %2 limit %3 %4  %5").arg(goal.id, words(figures, goal.unit), limit, verdict, goal.what));
    m_isMissed = m_isMissed || most > 2;
}

void Goals::tell(const QString &what, std::vector<double> figures, const QString &unit)
{
    print(QStringLiteral("-- %1 %2").arg(words(figures, unit), what));
}

} // namespace foghorn

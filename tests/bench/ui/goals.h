#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace foghorn {

/// A row S1 to S18 of the desktop's goals (ui-goals.md), or a part of one.
struct SpeedGoal
{
    QString id; ///< "S13"
    QString what; ///< "1,000 lines arrive at 100,000"
    double limit = 0; ///< of the median
    double limit95 = 0; ///< of the 95th percentile; 0: none is promised
    QString unit = QStringLiteral("ms");
};

/// Measures, prints a line for each goal, and judges: "S13 7.6 ms (p95 9.0) limit 12 ms ok  1,000 lines arrive". Up to
/// twice the limit is said to be late but let pass, as the machine may be slow or busy.
class Goals final
{
public:
    using Work = std::function<void(int round)>;

    /// What `work` takes in each of `rounds` rounds, in milliseconds; `prepare` before each is not counted.
    static std::vector<double> timesOf(int rounds, const Work &prepare, const Work &work);
    void measure(const SpeedGoal &goal, int rounds, const Work &prepare, const Work &work);
    void measure(const SpeedGoal &goal, int rounds, const Work &work);
    /// Judges figures taken elsewhere; not empty.
    void judge(const SpeedGoal &goal, std::vector<double> figures);
    void judge(const SpeedGoal &goal, double figure) { judge(goal, std::vector<double>{figure}); }
    /// A figure without a goal.
    static void tell(const QString &what, std::vector<double> figures, const QString &unit = QStringLiteral("ms"));
    /// For main(): 0 unless something took more than twice as much as it may.
    int exitCode() const { return m_isMissed ? 1 : 0; }

private:
    bool m_isMissed = false;
};

} // namespace foghorn

#include "core/alerts/slowness.h"

#include <QTest>

using namespace foghorn;

/// Slower than its own norm, by a norm that outliers do not move.
class TestSlowness : public QObject
{
    Q_OBJECT

    const SlowRule m_rule;
    /// So many checks of about `time`, each a little different.
    static std::vector<double> times(int count, double time)
    {
        std::vector<double> out;
        for (int i = 0; i < count; ++i)
            out.push_back(time * (1 + 0.02 * (i % 5 - 2)));
        return out;
    }
    static std::vector<double> joined(std::vector<double> first, const std::vector<double> &second)
    {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }

private Q_SLOTS:
    void knowsNoNormAtFirst() { QVERIFY(!judgeSlowness(joined(times(19, 20), times(5, 900)), m_rule, {})); }

    void tellsSustainedSlownessOnly()
    {
        QVERIFY(!judgeSlowness(joined(times(50, 20), times(4, 900)), m_rule, {}));
        const auto slow = judgeSlowness(joined(times(50, 20), times(5, 900)), m_rule, {});
        QVERIFY(slow.has_value());
        QCOMPARE(slow->norm, 20.0);
        QCOMPARE(slow->now, 900.0);
        QCOMPARE(slow->limit, 100.0); // what is quicker than `at_least` is not slow
        QVERIFY(!judgeSlowness(joined(joined(times(50, 20), times(4, 900)), {20}), m_rule, {}));
    }

    void outliersDoNotMoveTheNorm()
    {
        std::vector<double> past = times(60, 200);
        for (std::size_t i = 0; i < past.size(); i += 6)
            past[i] = 5000;
        const auto slow = judgeSlowness(joined(past, times(5, 900)), m_rule, {});
        QVERIFY(slow.has_value());
        QVERIFY(slow->limit < 500);
    }

    void aProbeThatVariesMuchMayVary()
    {
        std::vector<double> past;
        for (int i = 0; i < 60; ++i)
            past.push_back(100 + 60 * (i % 10));
        QVERIFY(!judgeSlowness(joined(past, times(5, 900)), m_rule, {}));
        QVERIFY(judgeSlowness(joined(past, times(5, 4000)), m_rule, {}));
    }

    void staysSlowAlthoughTheNormDrifts()
    {
        const auto slow = judgeSlowness(joined(times(50, 20), times(5, 900)), m_rule, {});
        // by the history as it is then, 900 ms is normal: but it is not what it was
        const std::vector<double> later = joined(times(20, 20), times(80, 900));
        QVERIFY(!judgeSlowness(later, m_rule, {}));
        QCOMPARE(judgeSlowness(later, m_rule, slow)->norm, 20.0);
        QVERIFY(!judgeSlowness(joined(later, {20}), m_rule, slow));
        QVERIFY(!judgeSlowness(times(100, 900), m_rule, slow)); // nothing else is known: its norm now
    }

    void median()
    {
        QCOMPARE(medianOf({}), 0.0);
        QCOMPARE(medianOf({3}), 3.0);
        QCOMPARE(medianOf({9, 1, 5}), 5.0);
    }
};

QTEST_GUILESS_MAIN(TestSlowness)
#include "tst_slowness.moc"

#include "core/runtime/stopsweep.h"

#include <QtTest>

using namespace foghorn;

namespace {

/// c needs b needs a; d wants a; e follows c.
DependencyGraph chain()
{
    const std::vector<Edge> edges{{0, 1, EdgeKind::Required}, {1, 2, EdgeKind::Required}, {0, 3, EdgeKind::Optional},
        {2, 4, EdgeKind::OrderOnly}};
    return std::get<DependencyGraph>(DependencyGraph::build({u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs}, edges));
}

using Nodes = std::vector<int>;

} // namespace

class TestStopSweep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsDependentsFirst()
    {
        StopSweep sweep(chain(), {0, 1, 2, 3, 4}, Cause::Command);
        QCOMPARE(sweep.takeReady(), (Nodes{3, 4}));
        QCOMPARE(sweep.takeReady(), Nodes{});
        sweep.release(4);
        QCOMPARE(sweep.takeReady(), Nodes{2});
        sweep.release(2);
        QCOMPARE(sweep.takeReady(), Nodes{1});
        sweep.release(1);
        QCOMPARE(sweep.takeReady(), Nodes{}); // d still stands on a
        sweep.release(3);
        QCOMPARE(sweep.takeReady(), Nodes{0});
        QVERIFY(!sweep.isDone());
        sweep.release(0);
        QVERIFY(sweep.isDone());
    }
    void stopsTheUnrelatedInParallel()
    {
        StopSweep sweep(chain(), {1, 3}, Cause::Command);
        QCOMPARE(sweep.takeReady(), (Nodes{1, 3}));
    }
    void goesOnWhenALaterWishTakesOneAway()
    {
        StopSweep sweep(chain(), {0, 1}, Cause::Command);
        QCOMPARE(sweep.takeReady(), Nodes{1});
        sweep.release(1);
        sweep.release(1);
        QCOMPARE(sweep.takeReady(), Nodes{0});
    }
    void aReleasedOneIsNotToldAnyMore()
    {
        StopSweep sweep(chain(), {1}, Cause::Command);
        sweep.release(1);
        QCOMPARE(sweep.takeReady(), Nodes{});
        QVERIFY(sweep.isDone());
    }
    void knowsWhomItHolds()
    {
        StopSweep sweep(chain(), {0, 1}, Cause::Reload);
        QVERIFY(sweep.isPending(0));
        (void)sweep.takeReady();
        QVERIFY(sweep.holds(1));
        QVERIFY(!sweep.isPending(1));
        QVERIFY(!sweep.holds(2));
        QVERIFY(!sweep.holds(77));
        QCOMPARE(sweep.cause(), Cause::Reload);
    }
};

QTEST_GUILESS_MAIN(TestStopSweep)
#include "tst_stopsweep.moc"

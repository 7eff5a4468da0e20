#include "core/process/childprogram.h"
#include "core/process/descriptorlimit.h"
#include "tests/core/process/keeperfixture.h"

namespace foghorn {

/// We may open more than we were allowed to at first, and what we start may not.
class TestDescriptorLimit final : public QObject
{
    Q_OBJECT

    static constexpr rlim_t soft = 256;

private Q_SLOTS:
    void initTestCase()
    {
        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        if (limit.rlim_max <= soft)
            QSKIP("the hard limit is too low to tell them apart");
        limit.rlim_cur = soft;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(!originalDescriptorLimit());
        raiseDescriptorLimit();
        raiseDescriptorLimit(); // what it was before is not forgotten
    }
    void raisesOurs()
    {
        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(limit.rlim_cur, limit.rlim_max);
        QCOMPARE(originalDescriptorLimit()->rlim_cur, soft);
    }
    void leavesChecksTheirs()
    {
        ChildOrder order;
        order.argv = {"/bin/sh", "-c", "ulimit -Sn"};
        const QFuture<ChildOutcome> future = runChildProgram(order, this);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().output, QByteArray("256\n"));
    }
    void leavesServicesTheirs()
    {
        KeeperFixture fixture;
        const auto client = fixture.connectClient();
        QVERIFY(client);
        LaunchOrder order = fixture.order(QStringLiteral("a"), QStringLiteral("/bin/sh"));
        order.argv = {"/bin/sh", "-c", "ulimit -Sn"};
        QVERIFY(fixture.launch(*client, order) > 1);
        QTRY_COMPARE(fixture.log(QStringLiteral("a")), QByteArray("256\n"));
    }
};

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestDescriptorLimit)
#include "tst_descriptorlimit.moc"

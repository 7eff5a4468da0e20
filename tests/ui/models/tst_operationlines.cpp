#include "tests/ui/support/fakefleet.h"
#include "ui/models/operationlines.h"
#include "ui/models/operationmodel.h"

#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestOperationLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewAreShownOneByOne();
    void thirtyOneAreNumbers();
    void layersThatGoEquallyAreOneLine();
    void failuresAreSingleUpToALimit();
    void stuckOnesAreSingleAfterHalfTheirTime();

private:
    static void finish(ServiceRegistry &registry, const QList<ServiceId> &services)
    {
        for (const ServiceId &service : services) {
            setState(registry, service, RunState::Running, Cause::Command, 0s);
            addChecks(registry, service, Health::Healthy, 1);
        }
    }
    static QStringList words(const OperationLine &line)
    {
        QStringList texts;
        for (const StepCell &cell : line.cells)
            texts.append(cell.text);
        return texts;
    }
};

void TestOperationLines::fewAreShownOneByOne()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    OperationModel model(registry);
    const MonoTime now = model.now();
    model.setClock([now] { return now; });
    const int operation = model.begin(OperationKind::Start, registry.order(), {});
    finish(registry, {id("dao")});
    setState(registry, id("edge"), RunState::Failed, Cause::Exited, 0s);
    const QList<OperationLine> lines = linesOf(*model.find(operation), registry, now);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(words(lines.first()), QStringList{QStringLiteral("dao 0.0 s")});
    QCOMPARE(words(lines.at(1)), QStringList{QStringLiteral("scheduler — waiting for its turn")});
    QCOMPARE(lines.at(1).failed, QList<ServiceId>{id("edge")});
    QCOMPARE(lines.at(1).firstLayer, 1);
    QCOMPARE(lines.at(1).lastLayer, 1);
}

void TestOperationLines::thirtyOneAreNumbers()
{
    for (const int count : {MostSingleSteps, MostSingleSteps + 1}) {
        ServiceRegistry registry;
        registry.setOutline(fakeOutline(id("switch"), manyServices(count)));
        OperationModel model(registry);
        const int operation = model.begin(OperationKind::Start, registry.order(), {});
        finish(registry, registry.order().mid(0, 10));
        const QList<OperationLine> lines = linesOf(*model.find(operation), registry, model.now());
        QCOMPARE(lines.size(), 1);
        if (count == MostSingleSteps)
            QCOMPARE(lines.first().cells.size(), count);
        else
            QCOMPARE(words(lines.first()), (QStringList{QStringLiteral("10 done"), QStringLiteral("21 waiting")}));
    }
}

void TestOperationLines::layersThatGoEquallyAreOneLine()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("switch"), manyServices(2000))); // ten layers of 200
    OperationModel model(registry);
    const int operation = model.begin(OperationKind::Start, registry.order(), {});
    finish(registry, registry.order().mid(0, 410));
    const QList<OperationLine> lines = linesOf(*model.find(operation), registry, model.now());
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0).firstLayer, 0);
    QCOMPARE(lines.at(0).lastLayer, 1);
    QCOMPARE(words(lines.at(0)), QStringList{QStringLiteral("400 done")});
    QCOMPARE(words(lines.at(1)), (QStringList{QStringLiteral("10 done"), QStringLiteral("190 waiting")}));
    QCOMPARE(lines.at(2).firstLayer, 3);
    QCOMPARE(lines.at(2).lastLayer, 9);
    QCOMPARE(words(lines.at(2)), QStringList{QStringLiteral("1,400 waiting")});
}

void TestOperationLines::failuresAreSingleUpToALimit()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("switch"), manyServices(400)));
    OperationModel model(registry);
    const int operation = model.begin(OperationKind::Start, registry.order(), {});
    for (const ServiceId &service : registry.order().mid(0, 50))
        setState(registry, service, RunState::Failed, Cause::Exited, 0s);
    const QList<OperationLine> lines = linesOf(*model.find(operation), registry, model.now());
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().failed.size(), MostSingleFailures);
    QCOMPARE(words(lines.first()), (QStringList{QStringLiteral("30 failed"), QStringLiteral("150 waiting")}));
}

/// The stop time-out is 30 s.
void TestOperationLines::stuckOnesAreSingleAfterHalfTheirTime()
{
    for (const int count : {MostSingleSteps, MostSingleSteps + 1}) {
        ServiceRegistry registry;
        registry.setOutline(fakeOutline(id("switch"), manyServices(count)));
        for (const ServiceId &service : registry.order())
            setState(registry, service, RunState::Running, Cause::Command, 60s);
        OperationModel model(registry);
        MonoTime now = model.now();
        model.setClock([&now] { return now; });
        const int operation = model.begin(OperationKind::Stop, registry.order(), {});
        const QList<ServiceId> stopping = registry.order().mid(0, 2);
        for (const ServiceId &service : stopping)
            setState(registry, service, RunState::Stopping, Cause::Command, 0s, Goal::Down);
        now += 14s;
        QVERIFY(!linesOf(*model.find(operation), registry, now).first().hasSingles());
        now += 1s;
        QCOMPARE(linesOf(*model.find(operation), registry, now).first().stuck, stopping);
        setState(registry, stopping.first(), RunState::Stopped, Cause::Command, 0s, Goal::Down);
        QCOMPARE(linesOf(*model.find(operation), registry, now).first().stuck, stopping.mid(1));
    }
}

QTEST_GUILESS_MAIN(TestOperationLines)
#include "tst_operationlines.moc"

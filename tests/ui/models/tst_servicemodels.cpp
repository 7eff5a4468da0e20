#include "tests/ui/support/fakefleet.h"
#include "ui/models/fleetsummary.h"
#include "ui/models/servicefiltermodel.h"
#include "ui/models/servicetablemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

QStringList shown(const ServiceFilterModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.serviceRow(row).id);
    return names;
}

/// Those about rows that changed themselves, not about cells that tell of others.
QList<QList<QVariant>> ownChanges(const QSignalSpy &spy)
{
    QList<QList<QVariant>> own;
    for (const QList<QVariant> &each : spy) {
        if (each.at(2).value<QList<int>>().isEmpty())
            own.append(each);
    }
    return own;
}

} // namespace

class TestServiceModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheOutlineWithoutReset();
    void collectsChangesIntoOneStep();
    void reportsContiguousRuns();
    void sortsTheWorstFirst();
    void sortsNamesWithNumbers();
    void putsUnknownValuesLast();
    void filtersByEveryWord();
    void doesNotSortByItself();
    void tellsRowsAsSentences();
    void summarisesTheFleet();
    void keepsUpWithTwoThousand();
};

void TestServiceModels::followsTheOutlineWithoutReset()
{
    ServiceRegistry registry;
    ServiceTableModel model(registry);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ServiceFilterModel filter(model);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    QList<FakeService> services = tenServices();
    registry.setOutline(fakeOutline(id("local"), services));
    QCOMPARE(model.rowCount(), 10);
    services.removeAt(9);
    services.insert(0, {id("first"), {}, {}, false});
    services.append({id("last"), {id("first")}, {}, false});
    registry.setOutline(fakeOutline(id("local"), services));
    QStringList names;
    for (const ServiceRow &row : model.rows())
        names.append(row.id);
    QCOMPARE(names, QStringList(registry.order()));
    std::swap(services[0], services[1]); // the file's order alone
    registry.setOutline(fakeOutline(id("local"), services));
    QCOMPARE(model.row(0).id, id("dao"));
    QCOMPARE(model.rowOfService(id("first")), 1);
    registry.setOutline({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void TestServiceModels::collectsChangesIntoOneStep()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    ServiceTableModel model(registry);
    QSignalSpy refreshed(&model, &ServiceTableModel::refreshed);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    setState(registry, id("onion"), RunState::Starting);
    setState(registry, id("onion"), RunState::Running);
    addChecks(registry, id("onion"), Health::Healthy, 50);
    QCOMPARE(changed.size(), 0); // nothing yet: several changes make one
    QVERIFY(refreshed.wait(2000));
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(ownChanges(changed).size(), 1);
    const int row = model.rowOfService(id("onion"));
    QCOMPARE(ownChanges(changed).first().at(0).toModelIndex().row(), row);
    QCOMPARE(ownChanges(changed).first().at(1).toModelIndex().row(), row);
    QCOMPARE(model.index(row, ServiceTableModel::Status).data().toString(), QStringLiteral("Running · Healthy"));
    QCOMPARE(model.row(row).marks.size(), 50);
}

void TestServiceModels::reportsContiguousRuns()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    ServiceTableModel model(registry);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (const int row : {1, 2, 3, 7})
        setState(registry, registry.order().at(row), RunState::Running);
    model.flush();
    const QList<QList<QVariant>> own = ownChanges(changed);
    QCOMPARE(own.size(), 2);
    QCOMPARE(own.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(own.at(0).at(1).toModelIndex().row(), 3);
    QCOMPARE(own.at(1).at(0).toModelIndex().row(), 7);
}

void TestServiceModels::sortsTheWorstFirst()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(registry);
    ServiceTableModel model(registry);
    ServiceFilterModel filter(model);
    const QStringList names = shown(filter);
    QCOMPARE(names.mid(0, 3), QStringList({id("vpn_coordinator"), id("onion"), id("p2p")}));
    // Equal severity: the one that is so for longest comes first.
    for (int row = 1; row < filter.rowCount(); ++row) {
        const ServiceRow &before = filter.serviceRow(row - 1);
        const ServiceRow &now = filter.serviceRow(row);
        QVERIFY(before.look.severity > now.look.severity
            || (before.look.severity == now.look.severity && before.since <= now.since));
    }
}

void TestServiceModels::sortsNamesWithNumbers()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), {{id("node-10")}, {id("node-9")}, {id("node-1")}}));
    ServiceTableModel model(registry);
    ServiceFilterModel filter(model);
    filter.sort(ServiceTableModel::Name, Qt::AscendingOrder);
    QCOMPARE(shown(filter), QStringList({id("node-1"), id("node-9"), id("node-10")}));
    filter.sort(ServiceTableModel::Name, Qt::DescendingOrder);
    QCOMPARE(shown(filter), QStringList({id("node-10"), id("node-9"), id("node-1")}));
}

void TestServiceModels::putsUnknownValuesLast()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), {{id("a")}, {id("b")}, {id("c")}}));
    setState(registry, id("b"), RunState::Running);
    addChecks(registry, id("b"), Health::Healthy, 1);
    ServiceTableModel model(registry);
    ServiceFilterModel filter(model);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        filter.sort(ServiceTableModel::Response, order);
        QCOMPARE(shown(filter).first(), id("b"));
    }
}

void TestServiceModels::filtersByEveryWord()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(registry);
    ServiceTableModel model(registry);
    ServiceFilterModel filter(model);
    filter.setFilterText(QStringLiteral("COORD"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setFilterText(QStringLiteral("coord failed"));
    QCOMPARE(shown(filter), QStringList{id("vpn_coordinator")});
    filter.setFilterText(QStringLiteral("no such thing"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setFilterText({});
    QCOMPARE(filter.rowCount(), 10);
}

void TestServiceModels::doesNotSortByItself()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeAllHealthy(registry);
    ServiceTableModel model(registry);
    ServiceFilterModel filter(model);
    const QStringList before = shown(filter);
    setState(registry, before.last(), RunState::Failed, Cause::RestartLimit);
    model.flush();
    QCOMPARE(shown(filter), before);
    QVERIFY(filter.needsSorting());
    filter.sortNow();
    QCOMPARE(shown(filter).first(), before.last());
    QVERIFY(!filter.needsSorting());
}

void TestServiceModels::tellsRowsAsSentences()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(registry);
    const ServiceTableModel model(registry);
    const QString onion = spokenRow(model.row(model.rowOfService(id("onion"))));
    QVERIFY2(onion.startsWith(QStringLiteral("onion, running, unhealthy since ")), qPrintable(onion));
    QVERIFY(onion.contains(QStringLiteral("no answer within 5 s")));
    QVERIFY(spokenRow(model.row(model.rowOfService(id("dao")))).contains(QStringLiteral("critical")));
    QCOMPARE(spokenNode(model.row(model.rowOfService(id("onion")))),
        QStringLiteral("onion, running, unhealthy, layer 3, needs 1, needed by 2"));
}

void TestServiceModels::summarisesTheFleet()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeAllHealthy(registry);
    ServiceTableModel model(registry);
    QCOMPARE(headline(summaryOf(model.rows())), QStringLiteral("All 10 running"));
    addChecks(registry, id("p2p"), Health::Degraded, 1);
    model.flush();
    QCOMPARE(headline(summaryOf(model.rows())), QStringLiteral("1 needs attention"));
    addChecks(registry, id("edge"), Health::Degraded, 1);
    model.flush();
    QCOMPARE(headline(summaryOf(model.rows())), QStringLiteral("2 need attention"));
    addChecks(registry, id("onion"), Health::Unhealthy, 1);
    model.flush();
    QCOMPARE(headline(summaryOf(model.rows())), QStringLiteral("1 down"));
    for (const ServiceId &each : registry.order())
        setState(registry, each, RunState::Stopped, Cause::Command, 1s, Goal::Down);
    model.flush();
    const FleetSummary summary = summaryOf(model.rows());
    QCOMPARE(headline(summary), QStringLiteral("All 10 stopped"));
    QCOMPARE(summary.healthy + summary.degraded + summary.unhealthy + summary.busy + summary.neutral, summary.total);
    QCOMPARE(headline(summaryOf({})), QStringLiteral("No services"));
}

void TestServiceModels::keepsUpWithTwoThousand()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(id("local"), manyServices(2000)));
    makeAllHealthy(registry);
    ServiceTableModel model(registry);
    ServiceFilterModel filter(model);
    for (int i = 0; i < 2000; ++i)
        setState(
            registry, registry.order().at(i), RunState::Running, Cause::StartUp, std::chrono::seconds(i * 37 % 2000));
    QElapsedTimer timer;
    timer.start();
    model.flush();
    filter.sortNow();
    qInfo("2,000 changes applied and sorted in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(!filter.needsSorting());
}

QTEST_MAIN(TestServiceModels)
#include "tst_servicemodels.moc"

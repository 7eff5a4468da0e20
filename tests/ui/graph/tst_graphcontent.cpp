#include "tests/ui/support/fakefleet.h"
#include "ui/graph/graphcontent.h"
#include "ui/graph/rowlight.h"

#include <QTest>

using namespace foghorn;

namespace {

struct Fleet
{
    ServiceRegistry registry;
    std::vector<ServiceRow> rows;
    std::vector<QString> groups;

    explicit Fleet(const QList<FakeService> &services)
    {
        registry.setOutline(fakeOutline(QStringLiteral("x"), services));
        makeAllHealthy(registry);
        read();
    }
    void read()
    {
        rows.clear();
        for (const ServiceId &id : registry.order())
            rows.push_back(rowOf(*registry.find(id), Now::read().wall));
        groups.assign(rows.size(), QString());
    }
    GraphContent content(const QSet<QString> &folded = {}) const
    {
        return GraphContent::of(rows, registry.outline().graph, groups, folded);
    }
    int row(const char *name) const
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].id == QString::fromLatin1(name))
                return static_cast<int>(i);
        }
        return -1;
    }
};

} // namespace

class TestGraphContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachServiceHasACard();
    void aFoldedLayerIsOneCard();
    void edgesOfAGroupAreOne();
    void groupsStayWithinTheirLayer();
    void foldingKeepsTheDirectionOfEdges();
    void whatNeedsADownServiceIsAffected();
    void whatIsWantedDownIsNotAffected();
    void theSelectionDividesTheGraph();
};

void TestGraphContent::eachServiceHasACard()
{
    const Fleet fleet(tenServices());
    const GraphContent content = fleet.content();
    QCOMPARE(content.cards.size(), std::size_t(10));
    QCOMPARE(content.layers.size(), std::size_t(6));
    for (std::size_t row = 0; row < fleet.rows.size(); ++row) {
        const GraphCard &card = content.cards[static_cast<std::size_t>(content.cardOfRow[row])];
        QCOMPARE(card.service, fleet.rows[row].id);
        QCOMPARE(card.rows, std::vector<int>{static_cast<int>(row)});
    }
}

void TestGraphContent::aFoldedLayerIsOneCard()
{
    const Fleet fleet(manyServices(600));
    const GraphContent content = fleet.content({groupKey(1, {})});
    QCOMPARE(content.cards.size(), std::size_t(401));
    const GraphCard &folded = content.cards[static_cast<std::size_t>(content.cardOfRow[200])];
    QVERIFY(folded.service.isEmpty());
    QCOMPARE(folded.rows.size(), std::size_t(200));
    QCOMPARE(folded.layer, 1);
}

void TestGraphContent::edgesOfAGroupAreOne()
{
    const Fleet fleet(manyServices(600));
    const GraphContent content = fleet.content({groupKey(0, {}), groupKey(1, {}), groupKey(2, {})});
    QCOMPARE(content.cards.size(), std::size_t(3));
    QCOMPARE(content.edges.size(), std::size_t(2));
    std::size_t members = 0;
    for (const CardEdge &edge : content.edges) {
        QCOMPARE(edge.kind, EdgeKind::Required); // the strongest of its members
        members += edge.members.size();
    }
    QCOMPARE(members, fleet.content().edges.size());
}

void TestGraphContent::groupsStayWithinTheirLayer()
{
    Fleet fleet(tenServices());
    fleet.groups.assign(fleet.rows.size(), QStringLiteral("edge"));
    QSet<QString> folded;
    for (const GraphContent::Layer &layer : fleet.content().layers)
        folded.unite(layer.groups);
    const GraphContent content = fleet.content(folded);
    for (const GraphCard &card : content.cards) {
        for (const int row : card.rows)
            QCOMPARE(fleet.rows[static_cast<std::size_t>(row)].layer, card.layer);
    }
    QCOMPARE(content.cards.size(), std::size_t(6));
}

void TestGraphContent::foldingKeepsTheDirectionOfEdges()
{
    Fleet fleet(manyServices(1000));
    for (std::size_t row = 0; row < fleet.groups.size(); ++row)
        fleet.groups[row] = QString::number(row % 7);
    QSet<QString> folded;
    for (int layer = 0; layer < 5; layer += 2) {
        for (int value = 0; value < 7; value += 2)
            folded.insert(groupKey(layer, QString::number(value)));
    }
    const GraphContent content = fleet.content(folded);
    for (const CardEdge &edge : content.edges)
        QVERIFY(content.cards[static_cast<std::size_t>(edge.from)].layer
            < content.cards[static_cast<std::size_t>(edge.to)].layer);
}

void TestGraphContent::whatNeedsADownServiceIsAffected()
{
    Fleet fleet(tenServices());
    addChecks(fleet.registry, QStringLiteral("onion"), Health::Unhealthy, 3);
    fleet.read();
    const std::vector<bool> affected = affectedRows(RowGraph::of(fleet.content()), fleet.rows);
    for (std::size_t row = 0; row < fleet.rows.size(); ++row) {
        const ServiceId &id = fleet.rows[row].id;
        const bool requiresOnion = id == QLatin1String("vpn_coordinator") || id == QLatin1String("betanet");
        QCOMPARE(affected[row], requiresOnion); // bitchat only wants vpn_coordinator
    }
}

void TestGraphContent::whatIsWantedDownIsNotAffected()
{
    Fleet fleet(tenServices());
    addChecks(fleet.registry, QStringLiteral("onion"), Health::Unhealthy, 3);
    setState(fleet.registry, QStringLiteral("vpn_coordinator"), RunState::Stopped, Cause::Command,
        std::chrono::minutes(1), Goal::Down);
    fleet.read();
    const std::vector<bool> affected = affectedRows(RowGraph::of(fleet.content()), fleet.rows);
    QVERIFY(!affected[static_cast<std::size_t>(fleet.row("vpn_coordinator"))]);
    QVERIFY(affected[static_cast<std::size_t>(fleet.row("betanet"))]);
}

void TestGraphContent::theSelectionDividesTheGraph()
{
    const Fleet fleet(tenServices());
    const std::vector<NodeEmphasis> emphasis = emphasisAround(RowGraph::of(fleet.content()), fleet.row("onion"));
    const auto of = [&](const char *name) { return emphasis[static_cast<std::size_t>(fleet.row(name))]; };
    QCOMPARE(of("onion"), NodeEmphasis::Normal);
    for (const char *name : {"fog_coordinator", "edge", "scheduler", "dao"})
        QCOMPARE(of(name), NodeEmphasis::Needed);
    for (const char *name : {"vpn_coordinator", "betanet", "bitchat"})
        QCOMPARE(of(name), NodeEmphasis::NeedsIt);
    for (const char *name : {"harvest", "p2p"})
        QCOMPARE(of(name), NodeEmphasis::Faded);
}

QTEST_GUILESS_MAIN(TestGraphContent)
#include "tst_graphcontent.moc"

#include "core/graph/fleetgraph.h"
#include "core/graph/pictures.h"

#include <QTest>

using namespace foghorn;

namespace {

ServiceSpec service(const char *name, const QList<Dependency> &dependsOn = {}, const QList<ServiceId> &after = {})
{
    ServiceSpec spec;
    spec.name = QString::fromLatin1(name);
    spec.dependsOn = dependsOn;
    spec.after = after;
    return spec;
}

Dependency needs(const char *name) { return {QString::fromLatin1(name), true}; }

Dependency wants(const char *name) { return {QString::fromLatin1(name), false}; }

/// As decisions.md, "Dependencies", gives it.
FleetSpec defaultFleet()
{
    FleetSpec fleet;
    fleet.services = {
        service("dao"),
        service("scheduler", {wants("dao")}),
        service("edge", {wants("dao")}),
        service("fog_coordinator", {}, {QStringLiteral("edge"), QStringLiteral("scheduler")}),
        service("harvest", {needs("edge")}),
        service("onion", {needs("fog_coordinator")}),
        service("p2p", {wants("fog_coordinator")}),
        service("vpn_coordinator", {needs("onion"), needs("fog_coordinator")}),
        service("betanet", {wants("p2p"), wants("onion")}, {QStringLiteral("vpn_coordinator")}),
        service("bitchat", {wants("p2p")}, {QStringLiteral("vpn_coordinator")}),
    };
    return fleet;
}

DependencyGraph graphOrFail(const FleetSpec &fleet) { return std::get<DependencyGraph>(graphOf(fleet)); }

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawsTheSeedToTheLetter();
    void startsTheDefaultFleetInOrder();
    void drawsRequiredBeforeOptional();
    void drawsAnEmptyFleet();
    void drawsDot();
    void drawsMermaid();
    void leavesOutMissingOptionalTargets();
    void tellsACycleOfAFleet();
};

void TestPictures::drawsTheSeedToTheLetter()
{
    const QByteArray seed = R"(Service Dependency Graph:
==================================================

Layer 0 (Startup Priority):
  • dao

Layer 1 (Startup Priority):
  • edge [optional: dao]
  • scheduler [optional: dao]

Layer 2 (Startup Priority):
  • fog_coordinator
  • harvest <- edge

Layer 3 (Startup Priority):
  • onion <- fog_coordinator
  • p2p [optional: fog_coordinator]

Layer 4 (Startup Priority):
  • vpn_coordinator <- fog_coordinator, onion

Layer 5 (Startup Priority):
  • betanet [optional: onion, p2p]
  • bitchat [optional: p2p]
)";
    QCOMPARE(toText(graphOrFail(defaultFleet())), seed);
}

void TestPictures::startsTheDefaultFleetInOrder()
{
    const DependencyGraph graph = graphOrFail(defaultFleet());
    QStringList names;
    for (const int node : graph.startOrder())
        names.append(graph.name(node));
    QCOMPARE(names.join(u' '),
        QStringLiteral("dao scheduler edge fog_coordinator harvest onion p2p vpn_coordinator "
                       "betanet bitchat"));
}

void TestPictures::drawsRequiredBeforeOptional()
{
    FleetSpec fleet;
    fleet.services = {service("a"), service("b"), service("c", {wants("b"), needs("a")})};
    QVERIFY(toText(graphOrFail(fleet)).endsWith("\n  • c <- a [optional: b]\n"));
}

void TestPictures::drawsAnEmptyFleet()
{
    QCOMPARE(toText(DependencyGraph()), QByteArray("Service Dependency Graph:\n" + QByteArray(50, '=') + "\n"));
    QCOMPARE(toDot(DependencyGraph(), QStringLiteral("x")).count('{'), 1);
    QCOMPARE(toMermaid(DependencyGraph()), QByteArray("flowchart LR\n"));
}

void TestPictures::drawsDot()
{
    const auto graph = std::get<DependencyGraph>(DependencyGraph::build(
        {QStringLiteral("a"), QStringLiteral("b\"]\\"), QStringLiteral("c"), QStringLiteral("d\n")},
        {{0, 1, EdgeKind::Required}, {0, 2, EdgeKind::Optional}, {0, 3, EdgeKind::OrderOnly}}));
    QCOMPARE(toDot(graph, QStringLiteral("my \"fleet\"")), QByteArray(R"(digraph "my \"fleet\"" {
    rankdir=LR;
    node [shape=box, style=rounded];
    { rank=same; "a"; }
    { rank=same; "b\"]\\"; "c"; "d "; }
    "a" -> "b\"]\\";
    "a" -> "c" [style=dashed];
    "a" -> "d " [style=dotted];
}
)"));
}

void TestPictures::drawsMermaid()
{
    const auto graph = std::get<DependencyGraph>(DependencyGraph::build(
        {QStringLiteral("end"), QStringLiteral("b\"]<"), QStringLiteral("c"), QStringLiteral("d")},
        {{0, 1, EdgeKind::Required}, {0, 2, EdgeKind::Optional}, {0, 3, EdgeKind::OrderOnly}}));
    QCOMPARE(toMermaid(graph), QByteArray(R"(flowchart LR
    n0["end"]
    n1["b#34;#93;#60;"]
    n2["c"]
    n3["d"]
    n0 --> n1
    n0 -.-> n2
    n0 -. after .-> n3
)"));
}

void TestPictures::leavesOutMissingOptionalTargets()
{
    FleetSpec fleet;
    fleet.services = {service("a", {wants("nobody")})};
    const DependencyGraph graph = graphOrFail(fleet);
    QCOMPARE(graph.size(), 1);
    QVERIFY(graph.dependencies(0).empty());
}

void TestPictures::tellsACycleOfAFleet()
{
    FleetSpec fleet;
    fleet.services = {service("a", {needs("b")}), service("b", {}, {QStringLiteral("a")})};
    const auto result = graphOf(fleet);
    QVERIFY(std::holds_alternative<CyclePath>(result));
    QCOMPARE(std::get<CyclePath>(result), (CyclePath{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")}));
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"

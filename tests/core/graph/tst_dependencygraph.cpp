#include "core/graph/dependencygraph.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace foghorn;

namespace {

/// "a b c" are the services; "b<a c?a d~a" the edges: b requires a, c wants a, d comes after a.
std::variant<DependencyGraph, CyclePath> built(const QString &names, const QString &edges)
{
    const QList<ServiceId> list = names.split(u' ', Qt::SkipEmptyParts);
    std::vector<Edge> given;
    for (const QString &word : edges.split(u' ', Qt::SkipEmptyParts)) {
        const QChar sign = word.at(1);
        const EdgeKind kind = sign == u'<' ? EdgeKind::Required
            : sign == u'?'                 ? EdgeKind::Optional
                                           : EdgeKind::OrderOnly;
        given.push_back(
            {static_cast<int>(list.indexOf(word.mid(2))), static_cast<int>(list.indexOf(word.left(1))), kind});
    }
    return DependencyGraph::build(list, given);
}

QString namesOf(const DependencyGraph &graph, const std::vector<int> &nodes)
{
    QStringList names;
    for (const int node : nodes)
        names.append(graph.name(node));
    return names.join(u' ');
}

QList<ServiceId> numbered(int count)
{
    QList<ServiceId> names;
    names.reserve(count);
    for (int i = 0; i < count; ++i)
        names.append(QStringLiteral("s%1").arg(i));
    return names;
}

} // namespace

class TestDependencyGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void orders_data();
    void orders();
    void namesCycles_data();
    void namesCycles();
    void ordersAChainOfAThousand();
    void ordersAFanOfAThousand();
    void findsACycleOfAHundredThousand();
    void neverOrdersADependentFirst();
    void followsOnlyWhatItIsAsked();
    void tellsBlockers();
    void ignoresASecondEdge();
};

void TestDependencyGraph::orders_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("edges");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("layers"); // by file order
    const auto row = [](const char *name, const char *names, const char *edges, const char *order, const char *layers) {
        QTest::newRow(name) << QString::fromLatin1(names) << QString::fromLatin1(edges) << QString::fromLatin1(order)
                            << QString::fromLatin1(layers);
    };
    row("nothing", "", "", "", "");
    row("one", "a", "", "a", "0");
    row("none needs another", "b a c", "", "b a c", "0 0 0");
    row("a pair", "a b", "b<a", "a b", "0 1");
    row("a pair, the dependent first in the file", "b a", "b<a", "a b", "1 0");
    row("optional", "b a", "b?a", "a b", "1 0");
    row("order only", "b a", "b~a", "a b", "1 0");
    row("chain against the file", "c b a", "c<b b<a", "a b c", "2 1 0");
    row("diamond", "a b c d", "b<a c<a d<b d<c", "a b c d", "0 1 1 2");
    row("diamond with a long side", "a b c d e", "b<a c<b d<a e<c e<d", "a b d c e", "0 1 2 1 3");
    row("two fleets", "a b c d", "b<a d<c", "a c b d", "0 1 0 1");
    row("file order within a layer", "a z y x", "z<a y<a x<a", "a z y x", "0 1 1 1");
    row("the highest edge counts, whatever its kind", "a b c d", "b<a c<b d<a d~c", "a b c d", "0 1 2 3");
    row("fan in", "d a b c", "d<a d?b d~c", "a b c d", "1 0 0 0");
    row("skipped layer", "a b c", "b<a c<b c<a", "a b c", "0 1 2");
    row("all three kinds in a row", "d c b a", "b<a c?b d~c", "a b c d", "3 2 1 0");
}

void TestDependencyGraph::orders()
{
    QFETCH(QString, names);
    QFETCH(QString, edges);
    QFETCH(QString, order);
    QFETCH(QString, layers);
    const auto result = built(names, edges);
    QVERIFY(std::holds_alternative<DependencyGraph>(result));
    const auto &graph = std::get<DependencyGraph>(result);
    QCOMPARE(namesOf(graph, graph.startOrder()), order);
    QStringList found;
    int highest = -1;
    for (int node = 0; node < graph.size(); ++node) {
        found.append(QString::number(graph.layer(node)));
        highest = std::max(highest, graph.layer(node));
        QCOMPARE(graph.indexOf(graph.name(node)), node);
    }
    QCOMPARE(found.join(u' '), layers);
    QCOMPARE(graph.layerCount(), highest + 1);
    QVERIFY(!graph.indexOf(QStringLiteral("nobody")));
}

void TestDependencyGraph::namesCycles_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("edges");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *names, const char *edges, const char *path) {
        QTest::newRow(name) << QString::fromLatin1(names) << QString::fromLatin1(edges) << QString::fromLatin1(path);
    };
    row("self", "a", "a<a", "a a");
    row("self, optional", "a b", "b?b", "b b");
    row("pair", "a b", "a<b b<a", "a b a");
    row("three, each depending on the next", "a b c", "a<b b<c c<a", "a b c a");
    row("through every kind of edge", "a b c", "a<b b?c c~a", "a b c a");
    row("order only", "a b", "a~b b~a", "a b a");
    row("behind a healthy part", "r s a b", "s<r a<s a<b b<a", "a b a");
    row("those behind it are not named", "x y a b", "x<a y<x a<b b<a", "a b a");
    row("told from the earliest in the file", "a b c d", "a<d d<c c<b b<d", "b d c b");
}

void TestDependencyGraph::namesCycles()
{
    QFETCH(QString, names);
    QFETCH(QString, edges);
    QFETCH(QString, path);
    const auto result = built(names, edges);
    QVERIFY(std::holds_alternative<CyclePath>(result));
    QCOMPARE(QStringList(std::get<CyclePath>(result)).join(u' '), path);
}

void TestDependencyGraph::ordersAChainOfAThousand()
{
    std::vector<Edge> edges;
    for (int i = 0; i + 1 < 1000; ++i)
        edges.push_back({i + 1, i, EdgeKind::Required});
    const auto graph = std::get<DependencyGraph>(DependencyGraph::build(numbered(1000), edges));
    QCOMPARE(graph.layerCount(), 1000);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(graph.startOrder()[static_cast<std::size_t>(i)], 999 - i);
    QCOMPARE(graph.requirementsOf(0).size(), std::size_t(999));
    QCOMPARE(graph.dependentsOf(999).size(), std::size_t(999));
}

void TestDependencyGraph::ordersAFanOfAThousand()
{
    std::vector<Edge> edges;
    for (int i = 1; i <= 1000; ++i)
        edges.push_back({0, i, EdgeKind::Required});
    const auto graph = std::get<DependencyGraph>(DependencyGraph::build(numbered(1001), edges));
    QCOMPARE(graph.layerCount(), 2);
    QCOMPARE(graph.dependents(0).size(), std::size_t(1000));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(graph.dependents(0)[static_cast<std::size_t>(i)].node, i + 1);
}

void TestDependencyGraph::findsACycleOfAHundredThousand()
{
    const int count = 100'000;
    std::vector<Edge> edges;
    for (int i = 0; i < count; ++i)
        edges.push_back({(i + 1) % count, i, EdgeKind::Required});
    const auto path = std::get<CyclePath>(DependencyGraph::build(numbered(count), edges));
    QCOMPARE(path.size(), count + 1);
    QCOMPARE(path.first(), QStringLiteral("s0"));
    QCOMPARE(path.at(1), QStringLiteral("s1"));
    QCOMPARE(path.last(), QStringLiteral("s0"));
}

void TestDependencyGraph::neverOrdersADependentFirst()
{
    std::mt19937 random(20261123);
    for (int round = 0; round < 50; ++round) {
        const int count = 60;
        std::vector<int> rank(count); // an order that exists, so there is no cycle
        std::iota(rank.begin(), rank.end(), 0);
        std::shuffle(rank.begin(), rank.end(), random);
        std::uniform_int_distribution<int> any(0, count - 1);
        std::vector<Edge> edges;
        for (int i = 0; i < 150; ++i) {
            const int a = any(random);
            const int b = any(random);
            if (rank[static_cast<std::size_t>(a)] < rank[static_cast<std::size_t>(b)])
                edges.push_back({a, b, static_cast<EdgeKind>(i % 3)});
        }
        const auto result = DependencyGraph::build(numbered(count), edges);
        QVERIFY(std::holds_alternative<DependencyGraph>(result));
        const auto &graph = std::get<DependencyGraph>(result);
        QCOMPARE(graph.startOrder().size(), static_cast<std::size_t>(count));
        for (const Edge &edge : edges)
            QVERIFY(graph.layer(edge.dependency) < graph.layer(edge.dependent));
    }
}

void TestDependencyGraph::followsOnlyWhatItIsAsked()
{
    const auto graph = std::get<DependencyGraph>(built(QStringLiteral("e d c b a"), QStringLiteral("b<a c<b d?b e~a")));
    const auto of = [&](const char *name) { return *graph.indexOf(QString::fromLatin1(name)); };
    QCOMPARE(namesOf(graph, graph.dependentsOf(of("a"))), QStringLiteral("b c"));
    QCOMPARE(namesOf(graph, graph.dependentsOf(of("a"), true)), QStringLiteral("b d c"));
    QCOMPARE(namesOf(graph, graph.requirementsOf(of("c"))), QStringLiteral("a b"));
    QCOMPARE(namesOf(graph, graph.requirementsOf(of("d"))), QString());
    QCOMPARE(namesOf(graph, graph.dependentsOf(of("c"))), QString());
}

void TestDependencyGraph::tellsBlockers()
{
    const auto graph = std::get<DependencyGraph>(built(QStringLiteral("a b c d"), QStringLiteral("d<a d?b d~c")));
    const auto blockers = graph.blockersOf(3, [](const DependencyGraph::Neighbour &n) { return n.node == 1; });
    QCOMPARE(blockers.size(), std::size_t(2));
    QVERIFY((blockers[0] == DependencyGraph::Neighbour{0, EdgeKind::Required}));
    QVERIFY((blockers[1] == DependencyGraph::Neighbour{2, EdgeKind::OrderOnly}));
    QVERIFY(graph.blockersOf(0, [](const DependencyGraph::Neighbour &) { return false; }).empty());
}

void TestDependencyGraph::ignoresASecondEdge()
{
    const auto graph = std::get<DependencyGraph>(built(QStringLiteral("a b"), QStringLiteral("b<a b~a b?a")));
    QCOMPARE(graph.dependencies(1).size(), std::size_t(1));
    QVERIFY(graph.dependencies(1)[0].kind == EdgeKind::Required);
    QCOMPARE(graph.dependents(0).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestDependencyGraph)
#include "tst_dependencygraph.moc"

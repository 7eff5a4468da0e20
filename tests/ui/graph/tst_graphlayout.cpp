#include "tests/ui/support/layoutrequests.h"
#include "ui/graph/graphlayout.h"
#include "ui/graph/layeredgraph.h"

#include <QElapsedTimer>
#include <QRectF>
#include <QTest>

#include <set>

using namespace foghorn;

namespace {

void verifyApart(const LayoutRequest &request, const LayoutResult &result)
{
    QCOMPARE(result.nodes.size(), request.layers.size());
    std::vector<QRectF> cards;
    for (const QPointF &corner : result.nodes)
        cards.emplace_back(corner, request.node);
    std::sort(cards.begin(), cards.end(),
        [](const QRectF &a, const QRectF &b) { return std::pair(a.x(), a.y()) < std::pair(b.x(), b.y()); });
    for (std::size_t i = 1; i < cards.size(); ++i) {
        if (qFuzzyCompare(cards[i - 1].x() + 1, cards[i].x() + 1))
            QVERIFY2(cards[i].y() - cards[i - 1].bottom() >= request.rowGap - 0.001, "two nodes are too near");
    }
    const QRectF all(QPointF(-0.001, -0.001), result.size + QSizeF(0.002, 0.002));
    for (const QRectF &card : cards)
        QVERIFY(all.contains(card));
}

} // namespace

class TestGraphLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersBecomeColumns();
    void nodesNeverOverlap();
    void routesJoinTheirNodes();
    void longEdgesAvoidNodes();
    void equalRequestsGiveEqualResults();
    void simpleGraphsHaveNoCrossings();
    void tallLayersStandInSeveralColumns();
    void lonelyNodesStandInRows();
    void nothingGivesNothing();
    void thousandsAreQuick_data();
    void thousandsAreQuick();
};

void TestGraphLayout::layersBecomeColumns()
{
    const LayoutRequest request = layoutRequestOf(tenServices());
    const LayoutResult result = layOut(request);
    QCOMPARE(result.columns.size(), std::size_t(6));
    for (std::size_t node = 0; node < result.nodes.size(); ++node)
        QCOMPARE(result.nodes[node].x(), result.columns[static_cast<std::size_t>(request.layers[node])]);
}

void TestGraphLayout::nodesNeverOverlap()
{
    for (const int count : {1, 10, 199, 201, 1000}) {
        const LayoutRequest request = layoutRequestOf(manyServices(count));
        verifyApart(request, layOut(request));
    }
    const LayoutRequest ten = layoutRequestOf(tenServices());
    verifyApart(ten, layOut(ten));
}

void TestGraphLayout::routesJoinTheirNodes()
{
    const LayoutRequest request = layoutRequestOf(tenServices());
    const LayoutResult result = layOut(request);
    QCOMPARE(result.routes.size(), request.edges.size());
    for (std::size_t edge = 0; edge < request.edges.size(); ++edge) {
        const auto &route = result.routes[edge];
        const QPointF from = result.nodes[static_cast<std::size_t>(request.edges[edge].from)];
        const QPointF to = result.nodes[static_cast<std::size_t>(request.edges[edge].to)];
        QCOMPARE(route.front().x(), from.x() + request.node.width());
        QCOMPARE(route.back().x(), to.x());
        QVERIFY(route.back().y() > to.y() && route.back().y() < to.y() + request.node.height());
        for (std::size_t i = 1; i < route.size(); ++i)
            QVERIFY(route[i].x() > route[i - 1].x());
    }
}

void TestGraphLayout::longEdgesAvoidNodes()
{
    const LayoutRequest request = layoutRequestOf(tenServices());
    const LayoutResult result = layOut(request);
    for (const auto &route : result.routes) {
        for (std::size_t i = 1; i + 1 < route.size(); ++i) {
            for (const QPointF &corner : result.nodes)
                QVERIFY(!QRectF(corner, request.node).contains(route[i]));
        }
    }
}

void TestGraphLayout::equalRequestsGiveEqualResults()
{
    const LayoutRequest request = layoutRequestOf(manyServices(700));
    const LayoutResult first = layOut(request);
    const LayoutResult second = layOut(request);
    QVERIFY(first.nodes == second.nodes);
    QVERIFY(first.routes == second.routes);
}

void TestGraphLayout::simpleGraphsHaveNoCrossings()
{
    // Two chains whose file order would cross at every layer.
    QList<FakeService> services{{QStringLiteral("a0")}, {QStringLiteral("b0")}};
    for (int i = 1; i < 6; ++i) {
        for (const QChar chain : i % 2 == 1 ? QStringLiteral("ba") : QStringLiteral("ab"))
            services.append({chain + QString::number(i), {chain + QString::number(i - 1)}, {}, false});
    }
    QCOMPARE(layOut(layoutRequestOf(services)).crossings, 0);
    QCOMPARE(layOut(layoutRequestOf(manyServices(400))).crossings >= 0, true);
}

void TestGraphLayout::tallLayersStandInSeveralColumns()
{
    LayoutRequest tall = layoutRequestOf(manyServices(200));
    tall.layers.clear();
    tall.edges.clear();
    for (int node = 0; node < 2000; ++node) { // 300 in each of seven layers
        tall.layers.push_back(node / 300);
        if (node >= 300)
            tall.edges.push_back({(node / 300 - 1) * 300 + (node * 37 + 11) % 300, node});
    }
    const LayoutResult result = layOut(tall);
    verifyApart(tall, result);
    const double shape = result.size.width() / result.size.height();
    QVERIFY2(shape > 1 && shape < 3, qPrintable(QString::number(shape))); // that of a window
    for (std::size_t node = 0; node < tall.layers.size(); ++node) { // and layers still follow each other
        const auto layer = static_cast<std::size_t>(tall.layers[node]);
        QVERIFY(result.nodes[node].x() >= result.columns[layer]);
        if (layer + 1 < result.columns.size())
            QVERIFY(result.nodes[node].x() + tall.node.width() < result.columns[layer + 1]);
    }
    for (const auto &route : result.routes) {
        for (std::size_t i = 1; i < route.size(); ++i)
            QVERIFY(route[i].x() > route[i - 1].x());
    }
    const LayoutRequest usual = layoutRequestOf(manyServices(800)); // 200 in each
    QCOMPARE(layOut(usual).columns.at(1), usual.node.width() + usual.columnGap);
}

void TestGraphLayout::lonelyNodesStandInRows()
{
    LayoutRequest request = layoutRequestOf(tenServices());
    for (int i = 0; i < 90; ++i)
        request.layers.push_back(0);
    const LayoutResult result = layOut(request);
    verifyApart(request, result);
    double layered = 0;
    for (std::size_t node = 0; node < 10; ++node)
        layered = std::max(layered, result.nodes[node].y() + request.node.height());
    std::set<double> columns;
    for (std::size_t node = 10; node < result.nodes.size(); ++node) {
        QVERIFY(result.nodes[node].y() > layered);
        columns.insert(result.nodes[node].x());
    }
    QVERIFY(columns.size() >= 6);
}

void TestGraphLayout::nothingGivesNothing()
{
    const LayoutResult result = layOut({});
    QVERIFY(result.nodes.empty());
    QVERIFY(result.size.isEmpty());
}

void TestGraphLayout::thousandsAreQuick_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("1,000") << 1000;
    QTest::newRow("2,000") << 2000;
}

void TestGraphLayout::thousandsAreQuick()
{
    QFETCH(int, count);
    const LayoutRequest request = layoutRequestOf(manyServices(count));
    QElapsedTimer timer;
    timer.start();
    const LayoutResult result = layOut(request);
    qInfo("%d nodes, %zu edges: %lld ms, %lld crossings", count, request.edges.size(),
        static_cast<long long>(timer.elapsed()), static_cast<long long>(result.crossings));
    QCOMPARE(result.nodes.size(), static_cast<std::size_t>(count));
    QVERIFY(timer.elapsed() < 5000); // far above any sane figure, debug and sanitizers included
}

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graphlayout.moc"

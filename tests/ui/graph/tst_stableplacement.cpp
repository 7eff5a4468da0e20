#include "ui/graph/stableplacement.h"

#include "tests/ui/support/layoutrequests.h"

#include <QElapsedTimer>
#include <QRectF>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace foghorn;

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// What is known of `before` for a request that has the same nodes and edges first.
KnownPlaces knownFrom(const LayoutResult &before, const LayoutRequest &request)
{
    KnownPlaces known;
    known.nodes.assign(before.nodes.begin(), before.nodes.end());
    known.nodes.resize(request.layers.size());
    known.routes = before.routes;
    known.routes.resize(request.edges.size());
    known.columns = before.columns;
    known.bands = before.bands;
    known.size = before.size;
    return known;
}

} // namespace

class TestStablePlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingKnownMoves_data();
    void nothingKnownMoves();
    void aNewServiceStandsNearWhatItNeeds();
    void routesAvoidNewNodes();
    void aServiceWithoutEdgesStandsBelow();
    void anotherLayerIsAnotherPlace();
    void layersOfSeveralColumnsFillTheirRows();
    void aLayerMoreFollowsBehind();
    void lonelyOnesFillTheirRows();
    void hundredsMoreAreQuick();
};

void TestStablePlacement::nothingKnownMoves_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("added");
    QTest::newRow("one to ten") << 10 << 1;
    QTest::newRow("five to 250") << 250 << 5;
    QTest::newRow("forty to 600") << 600 << 40;
}

void TestStablePlacement::nothingKnownMoves()
{
    QFETCH(int, before);
    QFETCH(int, added);
    QList<FakeService> services = manyServices(before);
    const LayoutRequest first = layoutRequestOf(services);
    const LayoutResult placed = layOut(first);
    for (int i = 0; i < added; ++i)
        services.append({QStringLiteral("new-%1").arg(i), {QStringLiteral("service-%1").arg(i * 3)}, {}, false});
    const LayoutRequest second = layoutRequestOf(services);
    const LayoutResult result = placeAdded(second, knownFrom(placed, second));
    QCOMPARE(result.nodes.size(), static_cast<std::size_t>(before + added));
    for (std::size_t node = 0; node < placed.nodes.size(); ++node) {
        // A service without edges that gets one goes to its layer; all others stay.
        const bool hadEdges = std::any_of(first.edges.cbegin(), first.edges.cend(), [node](const LayoutEdge &edge) {
            return edge.from == static_cast<int>(node) || edge.to == static_cast<int>(node);
        });
        if (hadEdges)
            QCOMPARE(result.nodes[node], placed.nodes[node]);
    }
    std::vector<QRectF> cards;
    for (const QPointF &corner : result.nodes)
        cards.emplace_back(corner, second.node);
    for (std::size_t a = 0; a < cards.size(); ++a) {
        for (std::size_t b = a + 1; b < cards.size(); ++b)
            QVERIFY2(!cards[a].intersects(cards[b]), qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        QVERIFY(QRectF(QPointF(0, 0), result.size + QSizeF(0.01, 0.01)).contains(cards[a]));
    }
}

void TestStablePlacement::aNewServiceStandsNearWhatItNeeds()
{
    QList<FakeService> services = manyServices(600);
    const LayoutResult placed = layOut(layoutRequestOf(services));
    services.append({QStringLiteral("new"), {QStringLiteral("service-450")}, {}, false});
    const LayoutRequest request = layoutRequestOf(services);
    const LayoutResult result = placeAdded(request, knownFrom(placed, request));
    QCOMPARE(result.nodes.back().x(), result.columns[3]);
    QVERIFY(std::abs(result.nodes.back().y() - result.nodes[450].y()) <= 76);
    QCOMPARE(result.routes.back().front().x(), result.nodes[450].x() + request.node.width());
    QCOMPARE(result.routes.back().back().x(), result.nodes.back().x());
}

void TestStablePlacement::routesAvoidNewNodes()
{
    QList<FakeService> services = manyServices(600);
    // Over two layers, so that its way leads through a column of others.
    services.append({QStringLiteral("far"), {QStringLiteral("service-10"), QStringLiteral("service-500")}, {}, false});
    const LayoutRequest request = layoutRequestOf(services);
    KnownPlaces known = knownFrom(layOut(layoutRequestOf(manyServices(600))), request);
    const LayoutResult result = placeAdded(request, known);
    for (const auto &route : result.routes) {
        for (std::size_t i = 1; i + 1 < route.size(); ++i)
            QVERIFY(!QRectF(result.nodes.back(), request.node).contains(route[i]));
    }
    const auto &way = result.routes[result.routes.size() - 2];
    QCOMPARE(way.size(), std::size_t(6));
}

void TestStablePlacement::aServiceWithoutEdgesStandsBelow()
{
    QList<FakeService> services = tenServices();
    const LayoutResult placed = layOut(layoutRequestOf(services));
    services.append({QStringLiteral("alone"), {}, {}, false});
    const LayoutRequest request = layoutRequestOf(services);
    const LayoutResult result = placeAdded(request, knownFrom(placed, request));
    for (std::size_t node = 0; node < 10; ++node)
        QVERIFY(result.nodes.back().y() >= placed.nodes[node].y() + request.node.height());
}

void TestStablePlacement::anotherLayerIsAnotherPlace()
{
    const QList<FakeService> before{{QStringLiteral("a")}, {QStringLiteral("b"), {QStringLiteral("a")}},
        {QStringLiteral("c"), {QStringLiteral("a")}}};
    const LayoutResult placed = layOut(layoutRequestOf(before));
    QList<FakeService> after = before;
    after[2].required = {QStringLiteral("b")}; // c goes from layer 1 to layer 2
    const LayoutRequest request = layoutRequestOf(after);
    KnownPlaces known = knownFrom(placed, request);
    known.routes.assign(request.edges.size(), {});
    const LayoutResult result = placeAdded(request, known);
    QCOMPARE(result.nodes[0], placed.nodes[0]);
    QCOMPARE(result.nodes[1], placed.nodes[1]);
    QCOMPARE(result.nodes[2].x(), result.columns[2]);
}

void TestStablePlacement::layersOfSeveralColumnsFillTheirRows()
{
    const int width = 700;
    QList<FakeService> services = layeredServices(2 * width, width);
    const LayoutRequest first = layoutRequestOf(services);
    const LayoutResult placed = layOut(first);
    QVERIFY(placed.bands.at(1) > 1);
    for (int i = 0; i < 3; ++i)
        services.append({QStringLiteral("new-%1").arg(i), {QStringLiteral("service-300")}, {}, false});
    const LayoutRequest request = layoutRequestOf(services);
    const LayoutResult result = placeAdded(request, knownFrom(placed, request));
    QCOMPARE(result.columns, placed.columns);
    QCOMPARE(result.bands, placed.bands);
    const double row = result.nodes[at(width)].y();
    for (std::size_t node = 0; node < result.nodes.size(); ++node) {
        if (node < placed.nodes.size()) {
            QCOMPARE(result.nodes[node], placed.nodes[node]);
            continue;
        }
        const double rows = (result.nodes[node].y() - row) / request.rowHeight();
        QVERIFY(std::abs(rows - std::round(rows)) < 0.001);
        const double columns = (result.nodes[node].x() - result.columns[1]) / request.bandWidth();
        QVERIFY(std::abs(columns - std::round(columns)) < 0.001);
        QVERIFY(columns > -0.001 && columns < result.bands[1] - 0.999);
    }
}

void TestStablePlacement::aLayerMoreFollowsBehind()
{
    const int width = 300;
    QList<FakeService> services = layeredServices(2 * width, width);
    const LayoutResult placed = layOut(layoutRequestOf(services));
    QVERIFY(placed.bands.at(1) > 1);
    services.append({QStringLiteral("behind"), {QStringLiteral("service-%1").arg(width)}, {}, false});
    const LayoutRequest request = layoutRequestOf(services);
    const LayoutResult result = placeAdded(request, knownFrom(placed, request));
    QCOMPARE(result.columns.size(), std::size_t(3));
    QCOMPARE(result.bands.back(), 1);
    QCOMPARE(result.columns[2], placed.size.width() + request.columnGap);
    QCOMPARE(result.nodes.back().x(), result.columns[2]);
    QVERIFY(result.size.width() >= result.columns[2] + request.node.width());
}

void TestStablePlacement::lonelyOnesFillTheirRows()
{
    QList<FakeService> services = tenServices();
    for (int i = 0; i < 40; ++i)
        services.append({QStringLiteral("alone-%1").arg(i), {}, {}, false});
    const LayoutResult placed = layOut(layoutRequestOf(services));
    for (int i = 40; i < 48; ++i)
        services.append({QStringLiteral("alone-%1").arg(i), {}, {}, false});
    const LayoutRequest request = layoutRequestOf(services);
    const LayoutResult result = placeAdded(request, knownFrom(placed, request));
    // Eight more take no more than the rest of the last row and the next ones, side by side.
    QVERIFY(result.size.height() <= placed.size.height() + 2 * request.rowHeight());
    QCOMPARE(result.size.width(), placed.size.width());
}

void TestStablePlacement::hundredsMoreAreQuick()
{
    for (const int width : {200, 1000}) {
        QList<FakeService> services = layeredServices(2000, width);
        const LayoutResult placed = layOut(layoutRequestOf(services));
        for (int i = 0; i < 300; ++i)
            services.append({QStringLiteral("new-%1").arg(i), {QStringLiteral("service-%1").arg(i)}, {}, false});
        const LayoutRequest request = layoutRequestOf(services);
        const KnownPlaces known = knownFrom(placed, request);
        QElapsedTimer timer;
        timer.start();
        const LayoutResult result = placeAdded(request, known);
        qInfo("300 more than 2,000 in layers of %d: %lld ms", width, static_cast<long long>(timer.elapsed()));
        QCOMPARE(result.nodes.size(), std::size_t(2300));
        QVERIFY(timer.elapsed() < 5000); // far above any sane figure, debug and sanitizers included
    }
}

QTEST_GUILESS_MAIN(TestStablePlacement)
#include "tst_stableplacement.moc"

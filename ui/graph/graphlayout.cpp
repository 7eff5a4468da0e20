#include "ui/graph/graphlayout.h"

#include "ui/graph/layeredgraph.h"
#include "ui/graph/layoutbands.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// Nodes without any edge stand in rows below the others. Returns the number of columns used.
int placeLonely(const LayoutRequest &request, const LayeredGraph &graph, double top, LayoutResult &result)
{
    std::vector<int> lonely;
    for (int node = 0; node < graph.nodeCount; ++node) {
        if (graph.column[at(node)] < 0)
            lonely.push_back(node);
    }
    if (lonely.empty())
        return 0;
    const double wide =
        std::sqrt(static_cast<double>(lonely.size()) * 1.6 * request.rowHeight() / request.columnWidth());
    const int columns = std::max({1, static_cast<int>(std::ceil(wide)), static_cast<int>(result.columns.size())});
    for (std::size_t i = 0; i < lonely.size(); ++i) {
        const int row = static_cast<int>(i) / columns;
        const int column = static_cast<int>(i) % columns;
        result.nodes[at(lonely[i])] = QPointF(column * request.columnWidth(), top + row * request.rowHeight());
    }
    return std::min(columns, static_cast<int>(lonely.size()));
}

/// Ends of edges at one node are spread over its side, in the order of where they come from.
std::vector<double> spreadEnds(const LayoutRequest &request, const LayoutResult &result, bool arriving)
{
    std::vector<double> shifts(request.edges.size(), 0);
    std::vector<std::vector<std::size_t>> byNode(request.layers.size());
    for (std::size_t edge = 0; edge < request.edges.size(); ++edge)
        byNode[at(arriving ? request.edges[edge].to : request.edges[edge].from)].push_back(edge);
    const double room = request.node.height() * 0.56;
    for (std::vector<std::size_t> &edges : byNode) {
        const auto otherEnd = [&](std::size_t edge) {
            const auto &route = result.routes[edge];
            return arriving ? route[route.size() - 2].y() : route[1].y();
        };
        std::stable_sort(
            edges.begin(), edges.end(), [&](std::size_t a, std::size_t b) { return otherEnd(a) < otherEnd(b); });
        const double step = std::min(room / std::max<double>(1, static_cast<double>(edges.size())), room / 4);
        for (std::size_t i = 0; i < edges.size(); ++i)
            shifts[edges[i]] = (static_cast<double>(i) - static_cast<double>(edges.size() - 1) / 2) * step;
    }
    return shifts;
}

/// Where the layers begin; returns where the last one ends.
double placeColumns(const LayoutRequest &request, const LayoutBands &bands, LayoutResult &result)
{
    double x = 0;
    result.bands = bands.counts;
    for (const int count : bands.counts) {
        result.columns.push_back(x);
        x += request.layerWidth(count) + request.columnGap;
    }
    return x - request.columnGap;
}

/// What edges go through: the layers, and how high they do in each.
struct Way
{
    const LayeredGraph &graph;
    const LayoutBands &bands;
    const std::vector<double> &centres;
};

void routeEdges(const LayoutRequest &request, const Way &way, LayoutResult &result)
{
    const LayeredGraph &graph = way.graph;
    const double half = request.node.height() / 2;
    for (std::size_t edge = 0; edge < request.edges.size(); ++edge) {
        std::vector<QPointF> route;
        route.push_back(result.nodes[at(request.edges[edge].from)] + QPointF(request.node.width(), half));
        for (const int bend : graph.routes[edge]) { // straight through the column of other nodes
            const std::size_t layer = at(graph.column[at(bend)]);
            const double x = result.columns[layer];
            route.emplace_back(x, way.centres[at(bend)]);
            route.emplace_back(x + request.layerWidth(way.bands.counts[layer]), way.centres[at(bend)]);
        }
        route.push_back(result.nodes[at(request.edges[edge].to)] + QPointF(0, half));
        result.routes.push_back(std::move(route));
    }
    const std::vector<double> arriving = spreadEnds(request, result, true);
    for (std::size_t edge = 0; edge < request.edges.size(); ++edge)
        result.routes[edge].back().ry() += arriving[edge];
}

} // namespace

LayoutResult layOut(const LayoutRequest &request)
{
    LayoutResult result;
    result.nodes.resize(request.layers.size());
    if (request.layers.empty())
        return result;
    LayeredGraph graph = LayeredGraph::of(request);
    reduceCrossings(graph);
    result.crossings = countCrossings(graph);
    const LayoutBands bands = LayoutBands::of(graph, {request.bandWidth(), request.rowHeight()});
    std::vector<double> centres = bands.isBanded()
        ? bands.centres(graph, request.rowHeight())
        : placeVertices(graph, {request.rowHeight(), request.node.height() * 0.45});

    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
    for (const std::vector<int> &column : graph.columns) {
        if (column.empty())
            continue;
        top = std::min(top, centres[at(column.front())]);
        bottom = std::max(bottom, centres[at(column.back())]);
    }
    const bool layered = top <= bottom;
    for (double &centre : centres)
        centre += request.node.height() / 2 - (layered ? top : 0);
    double width = layered ? placeColumns(request, bands, result) : 0;
    for (int node = 0; node < graph.nodeCount; ++node) {
        if (graph.column[at(node)] >= 0)
            result.nodes[at(node)] =
                QPointF(result.columns[at(graph.column[at(node)])] + bands.band[at(node)] * request.bandWidth(),
                    centres[at(node)] - request.node.height() / 2);
    }
    double height = layered ? bottom - top + request.node.height() : 0;
    const int lonelyColumns = placeLonely(request, graph, layered ? height + request.rowGap * 3 : 0, result);
    for (const QPointF &corner : result.nodes)
        height = std::max(height, corner.y() + request.node.height());
    routeEdges(request, {graph, bands, centres}, result);
    width = std::max(width, lonelyColumns * request.columnWidth() - request.columnGap);
    result.size = QSizeF(width, height);
    return result;
}

} // namespace foghorn

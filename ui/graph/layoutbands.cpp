#include "ui/graph/layoutbands.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foghorn {

namespace {

constexpr int MostRows = 200; ///< up to there it pays that edges pass between the cards
constexpr int FewestRows = 20;
constexpr double WindowShape = 1.8; ///< width by height

auto at(int index) { return static_cast<std::size_t>(index); }

std::vector<int> nodesOf(const LayeredGraph &graph)
{
    std::vector<int> nodes;
    for (const std::vector<int> &column : graph.columns)
        nodes.push_back(static_cast<int>(
            std::count_if(column.cbegin(), column.cend(), [&graph](int vertex) { return graph.isNode(vertex); })));
    return nodes;
}

int bandsFor(int nodes, int rows) { return std::max(1, (nodes + rows - 1) / rows); }

/// The number of rows with which the picture comes nearest to the shape of a window.
int bestRows(const std::vector<int> &nodes, int tallest, QSizeF cell)
{
    int best = tallest;
    double nearest = std::numeric_limits<double>::max();
    for (int rows = FewestRows; rows <= tallest; ++rows) {
        double columns = 0;
        for (const int count : nodes)
            columns += bandsFor(count, rows);
        const double shape = columns * cell.width() / (rows * cell.height());
        const double distance = std::abs(std::log(shape / WindowShape));
        if (distance < nearest) {
            nearest = distance;
            best = rows;
        }
    }
    return best;
}

} // namespace

LayoutBands LayoutBands::of(const LayeredGraph &graph, QSizeF cell)
{
    LayoutBands bands;
    bands.counts.assign(graph.columns.size(), 1);
    bands.band.assign(graph.column.size(), 0);
    const std::vector<int> nodes = nodesOf(graph);
    const int tallest = nodes.empty() ? 0 : *std::max_element(nodes.cbegin(), nodes.cend());
    if (tallest <= MostRows)
        return bands;
    const int rows = bestRows(nodes, tallest, cell);
    for (std::size_t column = 0; column < graph.columns.size(); ++column) {
        bands.counts[column] = bandsFor(nodes[column], rows);
        int placed = 0;
        for (const int vertex : graph.columns[column]) {
            if (graph.isNode(vertex))
                bands.band[at(vertex)] = placed++ % bands.counts[column];
        }
    }
    return bands;
}

bool LayoutBands::isBanded() const
{
    return std::any_of(counts.cbegin(), counts.cend(), [](int count) { return count > 1; });
}

std::vector<double> LayoutBands::centres(const LayeredGraph &graph, double rowHeight) const
{
    std::vector<double> centres(graph.column.size(), 0);
    const std::vector<int> nodes = nodesOf(graph);
    for (std::size_t column = 0; column < graph.columns.size(); ++column) {
        const int rows = (nodes[column] + counts[column] - 1) / counts[column];
        const double middle = (rows - 1) * rowHeight / 2;
        int placed = 0;
        for (const int vertex : graph.columns[column]) { // bends stand between two rows
            const int row = placed / counts[column];
            centres[at(vertex)] = row * rowHeight - middle - (graph.isNode(vertex) ? 0 : rowHeight / 2);
            placed += graph.isNode(vertex) ? 1 : 0;
        }
    }
    return centres;
}

} // namespace foghorn

#include "ui/graph/layeredgraph.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr int Sweeps = 24;
constexpr int SmallGraph = 300; ///< below it there is time for exchanging neighbours too
constexpr int MostExchangeRounds = 12;

auto at(int index) { return static_cast<std::size_t>(index); }

std::vector<int> positionsOf(const LayeredGraph &graph)
{
    std::vector<int> positions(graph.column.size(), 0);
    for (const std::vector<int> &column : graph.columns) {
        for (std::size_t i = 0; i < column.size(); ++i)
            positions[at(column[i])] = static_cast<int>(i);
    }
    return positions;
}

/// Inversions of a sequence of numbers below `range`, by a tree of prefix sums.
qsizetype inversions(const std::vector<int> &sequence, std::size_t range)
{
    std::vector<int> tree(range + 1, 0);
    qsizetype count = 0;
    qsizetype before = 0;
    for (const int value : sequence) {
        qsizetype notGreater = 0;
        for (std::size_t i = at(value) + 1; i > 0; i &= i - 1)
            notGreater += tree[i];
        count += before - notGreater;
        for (std::size_t i = at(value) + 1; i <= range; i += i & (~i + 1))
            ++tree[i];
        ++before;
    }
    return count;
}

double meanOrMedian(std::vector<double> &values, bool median)
{
    if (median) {
        std::sort(values.begin(), values.end());
        const std::size_t middle = values.size() / 2;
        return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Sorts one column by where its neighbours on one side are.
void sortColumn(LayeredGraph &graph, std::size_t column, bool byLeft, bool median, std::vector<double> &place)
{
    std::vector<int> &vertices = graph.columns[column];
    std::vector<std::pair<double, int>> keyed;
    keyed.reserve(vertices.size());
    std::vector<double> values;
    for (const int vertex : vertices) {
        values.clear();
        for (const int neighbour : byLeft ? graph.left[at(vertex)] : graph.right[at(vertex)])
            values.push_back(place[at(neighbour)]);
        keyed.emplace_back(values.empty() ? place[at(vertex)] : meanOrMedian(values, median), vertex);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        vertices[i] = keyed[i].second;
        place[at(vertices[i])] = (static_cast<double>(i) + 0.5) / static_cast<double>(keyed.size());
    }
}

void sweep(LayeredGraph &graph, int round)
{
    std::vector<double> place(graph.column.size(), 0);
    for (const std::vector<int> &column : graph.columns) {
        for (std::size_t i = 0; i < column.size(); ++i)
            place[at(column[i])] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    }
    const bool forward = round % 2 == 0;
    const bool median = round % 4 >= 2;
    const std::size_t count = graph.columns.size();
    for (std::size_t i = 1; i < count; ++i)
        sortColumn(graph, forward ? i : count - 1 - i, forward, median, place);
}

/// Crossings between the edges of two vertices when `upper` stands above `lower`.
qsizetype crossingsOfPair(
    const std::vector<int> &upper, const std::vector<int> &lower, const std::vector<int> &positions)
{
    qsizetype count = 0;
    for (const int a : upper) {
        for (const int b : lower)
            count += positions[at(a)] > positions[at(b)] ? 1 : 0;
    }
    return count;
}

/// Exchanges neighbours while that saves crossings.
bool exchangeNeighbours(LayeredGraph &graph)
{
    std::vector<int> positions = positionsOf(graph);
    bool better = false;
    for (std::vector<int> &column : graph.columns) {
        for (std::size_t i = 0; i + 1 < column.size(); ++i) {
            const int upper = column[i];
            const int lower = column[i + 1];
            const auto cost = [&](int a, int b) {
                return crossingsOfPair(graph.left[at(a)], graph.left[at(b)], positions)
                    + crossingsOfPair(graph.right[at(a)], graph.right[at(b)], positions);
            };
            if (cost(lower, upper) >= cost(upper, lower))
                continue;
            std::swap(column[i], column[i + 1]);
            std::swap(positions[at(upper)], positions[at(lower)]);
            better = true;
        }
    }
    return better;
}

} // namespace

qsizetype countCrossings(const LayeredGraph &graph)
{
    const std::vector<int> positions = positionsOf(graph);
    qsizetype crossings = 0;
    std::vector<int> targets;
    std::vector<int> ends;
    for (std::size_t column = 0; column + 1 < graph.columns.size(); ++column) {
        ends.clear();
        for (const int vertex : graph.columns[column]) {
            targets.clear();
            for (const int neighbour : graph.right[at(vertex)])
                targets.push_back(positions[at(neighbour)]);
            std::sort(targets.begin(), targets.end());
            ends.insert(ends.end(), targets.begin(), targets.end());
        }
        crossings += inversions(ends, graph.columns[column + 1].size());
    }
    return crossings;
}

void reduceCrossings(LayeredGraph &graph)
{
    const bool small = graph.vertexCount() < SmallGraph;
    auto best = graph.columns;
    qsizetype fewest = countCrossings(graph);
    for (int round = 0; round < Sweeps && fewest > 0; ++round) {
        sweep(graph, round);
        for (int i = 0; small && i < MostExchangeRounds && exchangeNeighbours(graph); ++i) { }
        const qsizetype crossings = countCrossings(graph);
        if (crossings < fewest) {
            fewest = crossings;
            best = graph.columns;
        }
    }
    graph.columns = std::move(best);
}

} // namespace foghorn

#include "ui/graph/layeredgraph.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr int Passes = 16;

auto at(int index) { return static_cast<std::size_t>(index); }

/// Where a vertex wants to be, and how much.
struct Wish
{
    double place = 0;
    double weight = 1;
};

/// The nearest places (in the weighted square sense) that keep the order and the distances: isotonic regression by
/// pooling neighbours that would be too near. `offsets[i]` is the least distance of i from the first.
std::vector<double> pool(const std::vector<Wish> &wishes, const std::vector<double> &offsets)
{
    struct Block
    {
        double mean;
        double weight;
        std::size_t count;
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        blocks.push_back({wishes[i].place - offsets[i], wishes[i].weight, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean > blocks.back().mean) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block &first = blocks.back();
            const double weight = first.weight + last.weight;
            first.mean = (first.mean * first.weight + last.mean * last.weight) / weight;
            first.weight = weight;
            first.count += last.count;
        }
    }
    std::vector<double> places;
    places.reserve(wishes.size());
    for (const Block &block : blocks) {
        for (std::size_t i = 0; i < block.count; ++i)
            places.push_back(block.mean + offsets[places.size()]);
    }
    return places;
}

enum class Side { Left, Right, Both };

/// Bends pull harder, so that long edges become straight.
Wish wishOf(const LayeredGraph &graph, int vertex, Side side, const std::vector<double> &places)
{
    double sum = 0;
    double weight = 0;
    const auto add = [&](const std::vector<int> &neighbours) {
        for (const int neighbour : neighbours) {
            const double pull = graph.isNode(vertex) ? 1 : (graph.isNode(neighbour) ? 2 : 8);
            sum += places[at(neighbour)] * pull;
            weight += pull;
        }
    };
    if (side != Side::Right)
        add(graph.left[at(vertex)]);
    if (side != Side::Left)
        add(graph.right[at(vertex)]);
    return weight > 0 ? Wish{sum / weight, weight} : Wish{places[at(vertex)], 0.1};
}

std::vector<double> offsetsOf(const LayeredGraph &graph, const std::vector<int> &column, const Spacing &spacing)
{
    std::vector<double> offsets(column.size(), 0);
    for (std::size_t i = 1; i < column.size(); ++i)
        offsets[i] = offsets[i - 1] + spacing.between(graph.isNode(column[i - 1]), graph.isNode(column[i]));
    return offsets;
}

} // namespace

double Spacing::between(bool upperIsNode, bool lowerIsNode) const
{
    return ((upperIsNode ? node : bend) + (lowerIsNode ? node : bend)) / 2;
}

std::vector<double> placeVertices(const LayeredGraph &graph, const Spacing &spacing)
{
    std::vector<double> places(graph.column.size(), 0);
    std::vector<std::vector<double>> offsets;
    for (const std::vector<int> &column : graph.columns) { // at first: each column centred
        offsets.push_back(offsetsOf(graph, column, spacing));
        const double middle = column.empty() ? 0 : offsets.back().back() / 2;
        for (std::size_t i = 0; i < column.size(); ++i)
            places[at(column[i])] = offsets.back()[i] - middle;
    }
    const std::size_t count = graph.columns.size();
    for (int pass = 0; pass < Passes; ++pass) {
        const bool forward = pass % 2 == 0;
        const Side side = pass >= Passes - 4 ? Side::Both : (forward ? Side::Left : Side::Right);
        for (std::size_t step = 0; step < count; ++step) {
            const std::size_t index = forward ? step : count - 1 - step;
            const std::vector<int> &column = graph.columns[index];
            std::vector<Wish> wishes;
            wishes.reserve(column.size());
            for (const int vertex : column)
                wishes.push_back(wishOf(graph, vertex, side, places));
            const std::vector<double> found = pool(wishes, offsets[index]);
            for (std::size_t i = 0; i < column.size(); ++i)
                places[at(column[i])] = found[i];
        }
    }
    return places;
}

} // namespace foghorn

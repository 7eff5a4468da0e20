#include "ui/graph/rowlight.h"

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// Whether something that needs it cannot work.
bool isAway(const ServiceRow &row)
{
    switch (row.facts.state) {
    case RunState::Stopped:
    case RunState::Failed:
    case RunState::Backoff:
        return true;
    case RunState::Running:
        return row.facts.health == Health::Unhealthy;
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Finished:
        return false;
    }
    return false;
}

/// Marks all that can be reached from `start` over edges that `isUsed` allows.
template<typename Used>
std::vector<bool> reach(const std::vector<std::vector<RowGraph::Neighbour>> &next, std::vector<int> start, Used isUsed)
{
    std::vector<bool> seen(next.size(), false);
    while (!start.empty()) {
        const int row = start.back();
        start.pop_back();
        for (const RowGraph::Neighbour &neighbour : next[at(row)]) {
            if (!seen[at(neighbour.row)] && isUsed(neighbour)) {
                seen[at(neighbour.row)] = true;
                start.push_back(neighbour.row);
            }
        }
    }
    return seen;
}

} // namespace

RowGraph RowGraph::of(const GraphContent &content)
{
    RowGraph graph;
    graph.needs.resize(content.cardOfRow.size());
    graph.neededBy.resize(content.cardOfRow.size());
    for (const CardEdge &edge : content.edges) {
        for (const CardEdge::Member &member : edge.members) {
            graph.needs[at(member.toRow)].push_back({member.fromRow, member.kind});
            graph.neededBy[at(member.fromRow)].push_back({member.toRow, member.kind});
        }
    }
    return graph;
}

bool isBroken(const ServiceRow &dependency, const ServiceRow &dependent)
{
    return dependent.facts.goal == Goal::Up && isAway(dependency);
}

std::vector<bool> affectedRows(const RowGraph &graph, const std::vector<ServiceRow> &rows)
{
    std::vector<int> away;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (isAway(rows[row]))
            away.push_back(static_cast<int>(row));
    }
    return reach(graph.neededBy, std::move(away), [&rows](const RowGraph::Neighbour &neighbour) {
        return neighbour.kind == EdgeKind::Required && rows[at(neighbour.row)].facts.goal == Goal::Up;
    });
}

std::vector<NodeEmphasis> emphasisAround(const RowGraph &graph, int chosen)
{
    if (chosen < 0)
        return std::vector<NodeEmphasis>(graph.needs.size(), NodeEmphasis::Normal);
    std::vector<NodeEmphasis> emphasis(graph.needs.size(), NodeEmphasis::Faded);
    const auto isRequired = [](const RowGraph::Neighbour &each) { return each.kind == EdgeKind::Required; };
    const std::vector<bool> needed = reach(graph.needs, {chosen}, isRequired);
    const std::vector<bool> needing = reach(
        graph.neededBy, {chosen}, [](const RowGraph::Neighbour &each) { return each.kind != EdgeKind::OrderOnly; });
    for (std::size_t row = 0; row < emphasis.size(); ++row) {
        if (needing[row])
            emphasis[row] = NodeEmphasis::NeedsIt;
        if (needed[row])
            emphasis[row] = NodeEmphasis::Needed;
    }
    for (const RowGraph::Neighbour &each : graph.needs[at(chosen)])
        emphasis[at(each.row)] = NodeEmphasis::Needed;
    emphasis[at(chosen)] = NodeEmphasis::Normal;
    return emphasis;
}

} // namespace foghorn

#pragma once

#include "ui/graph/graphcontent.h"
#include "ui/graph/nodelook.h"

namespace foghorn {

/// Who needs whom, by row of the model.
struct RowGraph
{
    struct Neighbour
    {
        int row;
        EdgeKind kind;
    };
    std::vector<std::vector<Neighbour>> needs;
    std::vector<std::vector<Neighbour>> neededBy;

    static RowGraph of(const GraphContent &content);
};

/// Whether a required dependency is away while it is needed: that is what people must see. Being on its way is not.
bool isBroken(const ServiceRow &dependency, const ServiceRow &dependent);

/// Which rows are wanted up and require, directly or not, one that is down.
std::vector<bool> affectedRows(const RowGraph &graph, const std::vector<ServiceRow> &rows);

/// How each row stands to `chosen`: what it requires (and what it wants itself), and what needs or wants it. All are
/// Normal when nothing is chosen (-1).
std::vector<NodeEmphasis> emphasisAround(const RowGraph &graph, int chosen);

} // namespace foghorn

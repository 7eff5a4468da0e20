#pragma once

#include "tests/ui/support/fakefleet.h"
#include "ui/graph/graphlayout.h"

namespace foghorn {

/// What a made-up fleet asks of the layout, with cards and gaps of a usual size.
inline LayoutRequest layoutRequestOf(const QList<FakeService> &services)
{
    const DependencyGraph graph = fakeOutline(QStringLiteral("x"), services).graph;
    LayoutRequest request;
    for (int node = 0; node < graph.size(); ++node) {
        request.layers.push_back(graph.layer(node));
        for (const auto &dependency : graph.dependencies(node))
            request.edges.push_back({dependency.node, node});
    }
    request.node = QSizeF(160, 56);
    request.columnGap = 48;
    request.rowGap = 20;
    return request;
}

} // namespace foghorn

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

/// `count` services in layers of `width`, each needing one or two of the layer before: layers as wide as one likes.
inline QList<FakeService> layeredServices(int count, int width)
{
    QList<FakeService> services;
    for (int i = 0; i < count; ++i) {
        FakeService service{QStringLiteral("service-%1").arg(i), {}, {}, false};
        if (i >= width) {
            const int base = (i / width - 1) * width;
            const int first = (i * 37 + 11) % width;
            const int second = (i * 91 + 5) % width;
            service.required.append(QStringLiteral("service-%1").arg(base + first));
            if (i % 3 == 0 && first != second)
                service.optional.append(QStringLiteral("service-%1").arg(base + second));
        }
        services.append(service);
    }
    return services;
}

} // namespace foghorn

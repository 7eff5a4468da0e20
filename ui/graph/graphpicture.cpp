#include "ui/graph/graphpicture.h"

#include <QPainter>

namespace foghorn {

void paintGraph(QPainter &painter, const GraphPicture &picture)
{
    painter.setRenderHint(QPainter::Antialiasing);
    EdgeStyle style;
    style.states = picture.style.states;
    style.fadeOthers = picture.fadeOthers;
    style.dashes = picture.edges.size() < MostDashedEdges;
    style.strong = true;
    for (const EdgePicture &edge : picture.edges) {
        if (edge.route.size() > 1)
            paintEdge(painter, edge, style);
    }
    painter.setOpacity(1);
    const auto paintAt = [&painter](QPointF at, const auto &paint) {
        painter.save();
        painter.translate(at);
        paint();
        painter.restore();
    };
    for (const auto &header : picture.headers)
        paintAt(header.at, [&] { paintHeader(painter, header.what, picture.style, 1); });
    for (const auto &group : picture.groups)
        paintAt(group.at, [&] { paintGroup(painter, group.what, picture.style, 1); });
    for (const auto &node : picture.nodes)
        paintAt(node.at, [&] { paintNode(painter, node.what, picture.style, 1); });
}

} // namespace foghorn

#pragma once

#include "ui/graph/edgelook.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodelook.h"

#include <QRectF>
#include <QString>

namespace foghorn {

/// All that the graph shows, as a value: what is exported, in another thread.
struct GraphPicture
{
    template<typename What> struct Placed
    {
        QPointF at;
        What what;
        QString spoken; ///< the same in words
    };
    NodeStyle style;
    QString title; ///< of the fleet
    std::vector<Placed<NodePicture>> nodes;
    std::vector<Placed<GroupPicture>> groups;
    std::vector<Placed<HeaderPicture>> headers;
    std::vector<EdgePicture> edges;
    QRectF bounds;
    bool fadeOthers = false;
};

/// Paints all of it at scale 1, `bounds` being where the painter's plane is.
void paintGraph(QPainter &painter, const GraphPicture &picture);

} // namespace foghorn

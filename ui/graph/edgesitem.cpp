#include "ui/graph/edgesitem.h"

#include "ui/graph/nodelook.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace foghorn {

EdgesItem::EdgesItem()
{
    setFlag(ItemUsesExtendedStyleOption); // for exposedRect
    setAcceptedMouseButtons(Qt::NoButton);
}

void EdgesItem::setEdges(std::vector<EdgePicture> edges, const QRectF &bounds)
{
    prepareGeometryChange();
    m_edges = std::move(edges);
    for (EdgePicture &edge : m_edges)
        edge.path = edgeCurve(edge.route);
    m_bounds = bounds;
    update();
}

void EdgesItem::change(std::size_t edge, bool EdgePicture::*flag, bool value)
{
    if (m_edges[edge].*flag == value)
        return;
    m_edges[edge].*flag = value;
    update(edgeReach(m_edges[edge]));
}

void EdgesItem::setBroken(std::size_t edge, bool broken) { change(edge, &EdgePicture::broken, broken); }

void EdgesItem::setHidden(std::size_t edge, bool hidden) { change(edge, &EdgePicture::hidden, hidden); }

void EdgesItem::setTones(const std::vector<EdgeTone> &tones, bool fadeOthers)
{
    if (m_style.fadeOthers != fadeOthers)
        update();
    std::size_t lit = 0;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        lit += tones[i] != EdgeTone::None ? 1 : 0;
        if (m_edges[i].tone == tones[i])
            continue;
        m_edges[i].tone = tones[i];
        if (m_style.fadeOthers == fadeOthers) // else all of it is painted anyway
            update(edgeReach(m_edges[i]));
    }
    m_style.fadeOthers = fadeOthers;
    m_style.strong = lit <= MostStrongEdges;
}

void EdgesItem::setPalette(const StatePalette &palette)
{
    m_style.states = palette;
    update();
}

void EdgesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    EdgeStyle style = m_style;
    style.scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool isCoarse = detailAt(style.scale) == NodeDetail::Block;
    painter->setRenderHint(QPainter::Antialiasing, !isCoarse && !m_moving);
    std::vector<const EdgePicture *> plain;
    std::vector<const EdgePicture *> lit; // lie on top
    for (const EdgePicture &edge : m_edges) {
        if (!edge.hidden && edgeReach(edge).intersects(option->exposedRect))
            (edge.tone == EdgeTone::None ? plain : lit).push_back(&edge);
    }
    style.dashes = plain.size() + lit.size() < MostDashedEdges && !isCoarse && !m_moving;
    for (const std::vector<const EdgePicture *> *edges : {&plain, &lit}) {
        for (const EdgePicture *edge : *edges)
            paintEdge(*painter, *edge, style);
    }
}

} // namespace foghorn

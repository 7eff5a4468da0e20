// Turns a layout into items, and keeps those that are still about the same thing.
#include "ui/graph/graphscene.h"

#include "ui/graph/edgesitem.h"
#include "ui/graph/graphpicture.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/servicetablemodel.h"

namespace foghorn {

namespace {

QString headerKey(std::size_t layer) { return QStringLiteral("h/%1").arg(layer); }

/// Layouts run from left to right; a mirrored picture runs from 0 to the left.
QPointF turned(QPointF at, qreal width, Qt::LayoutDirection direction)
{
    return direction == Qt::LeftToRight ? at : QPointF(-at.x() - width, at.y());
}

} // namespace

std::vector<const ServiceRow *> GraphScene::rowsOf(const std::vector<int> &rows) const
{
    std::vector<const ServiceRow *> found;
    found.reserve(rows.size());
    for (const int row : rows)
        found.push_back(&m_model.row(row));
    return found;
}

void GraphScene::build(const LayoutResult &layout)
{
    placeCards(layout);
    buildEdges(layout);
    m_laidOut = true;
    refreshVisibility();
    refreshMarks();
    const qreal margin = m_style.line * 2;
    setSceneRect(cardsRect().adjusted(-margin, -margin * 2.9, margin, margin)); // views look at once
    Q_EMIT laidOut();
    Q_EMIT pictureChanged();
}

void GraphScene::placeCards(const LayoutResult &layout)
{
    std::unordered_map<QString, CardItem *> old;
    old.swap(m_byKey);
    m_cards.clear();
    m_shown.clear();
    for (std::size_t i = 0; i < m_content.cards.size(); ++i) {
        CardItem *item = takeOrMake(m_content.cards[i], old);
        item->setPos(turned(layout.nodes[i], m_style.size.width(), m_style.direction));
        m_cards.push_back(item);
        m_byKey.emplace(item->key(), item);
    }
    placeHeaders(layout, old);
    for (const auto &[key, item] : old) {
        removeItem(item);
        std::default_delete<CardItem>()(item);
    }
}

CardItem *GraphScene::takeOrMake(const GraphCard &card, std::unordered_map<QString, CardItem *> &old)
{
    const bool isService = !card.service.isEmpty();
    const ServiceRow &first = m_model.row(card.rows.front());
    const auto picture = [&] { return GroupPicture::of(card.title, card.layer, rowsOf(card.rows)); };
    if (const auto known = old.find(card.key); known != old.end()) {
        CardItem *item = known->second;
        old.erase(known);
        if (isService)
            static_cast<NodeItem *>(item)->setRow(first);
        else
            static_cast<GroupItem *>(item)->setPicture(picture());
        return item;
    }
    CardItem *item = nullptr;
    if (isService)
        item = new NodeItem(card.key, first, m_style);
    else
        item = new GroupItem(card.key, picture(), m_style);
    addItem(item);
    return item;
}

void GraphScene::placeHeaders(const LayoutResult &layout, std::unordered_map<QString, CardItem *> &old)
{
    m_headers.assign(m_content.layers.size(), nullptr);
    for (std::size_t layer = 0; layer < m_content.layers.size(); ++layer) {
        if (m_content.layers[layer].rows.empty())
            continue;
        const auto number = static_cast<int>(layer);
        const HeaderPicture picture = HeaderPicture::of(number, rowsOf(m_content.layers[layer].rows), isFolded(number));
        HeaderItem *item = nullptr;
        if (const auto known = old.find(headerKey(layer)); known != old.end()) {
            item = static_cast<HeaderItem *>(known->second);
            old.erase(known);
            item->setPicture(picture);
        } else {
            item = new HeaderItem(headerKey(layer), picture, m_style);
            addItem(item);
        }
        const qreal x = layer < layout.columns.size() ? layout.columns[layer] : 0;
        item->setPos(turned({x, -m_style.line * 3}, m_style.size.width(), m_style.direction));
        m_headers[layer] = item;
        m_byKey.emplace(item->key(), item);
    }
}

void GraphScene::buildEdges(const LayoutResult &layout)
{
    std::vector<EdgePicture> edges;
    edges.reserve(m_content.edges.size());
    for (std::size_t i = 0; i < m_content.edges.size(); ++i) {
        EdgePicture edge;
        edge.from = m_content.edges[i].from;
        edge.to = m_content.edges[i].to;
        edge.required = m_content.edges[i].kind == EdgeKind::Required;
        edge.orderOnly = m_content.edges[i].kind == EdgeKind::OrderOnly;
        for (const QPointF &point : layout.routes[i])
            edge.route.push_back(turned(point, 0, m_style.direction));
        edges.push_back(std::move(edge));
    }
    const qreal margin = m_style.line * 2;
    m_edges->setEdges(std::move(edges), cardsRect().adjusted(-margin, -margin, margin, margin));
}

QRectF GraphScene::cardsRect() const
{
    return {turned({0, 0}, m_places.size().width(), m_style.direction), m_places.size()};
}

GraphPicture GraphScene::picture() const
{
    GraphPicture picture;
    picture.style = m_style;
    picture.bounds = sceneRect();
    for (const CardItem *item : m_shown) {
        if (const auto *node = dynamic_cast<const NodeItem *>(item))
            picture.nodes.push_back({node->pos(), node->picture(), node->spoken()});
        else if (const auto *group = dynamic_cast<const GroupItem *>(item))
            picture.groups.push_back({group->pos(), group->picture(), group->spoken()});
        else if (const auto *header = dynamic_cast<const HeaderItem *>(item))
            picture.headers.push_back({header->pos(), header->picture(), header->spoken()});
    }
    for (const EdgePicture &edge : m_edges->edges()) {
        if (!edge.hidden)
            picture.edges.push_back(edge);
    }
    picture.fadeOthers = m_edges->fadesOthers();
    return picture;
}

void GraphScene::setStyle(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction)
{
    const NodeStyle before = m_style;
    m_style = NodeStyle::of(font, palette, direction);
    m_edges->setPalette(m_style.states);
    for (const auto &[key, item] : m_byKey)
        item->styleChanged();
    if (before.size != m_style.size || before.direction != direction)
        arrangeAnew();
    Q_EMIT pictureChanged();
}

void GraphScene::setMoving(bool moving) { m_edges->setMoving(moving); }

} // namespace foghorn

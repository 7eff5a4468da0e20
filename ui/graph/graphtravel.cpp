#include "ui/graph/graphtravel.h"

#include "ui/graph/edgesitem.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/headeritem.h"

#include <QGuiApplication>

#include <algorithm>

namespace foghorn {

namespace {

using Cards = std::vector<CardItem *>;

bool isHeader(const CardItem &item) { return dynamic_cast<const HeaderItem *>(&item) != nullptr; }

CardItem *nearest(const CardItem &from, const Cards &candidates)
{
    const auto distance = [&from](const CardItem *item) { return std::abs(item->y() - from.y()); };
    const auto found = std::min_element(candidates.cbegin(), candidates.cend(),
        [&](const CardItem *a, const CardItem *b) { return distance(a) < distance(b); });
    return found == candidates.cend() ? nullptr : *found;
}

/// The same column, from top to bottom; the header comes first.
Cards columnOf(const GraphScene &scene, const CardItem &from)
{
    Cards column;
    for (CardItem *item : scene.shown()) {
        if (std::abs(item->x() - from.x()) < 1)
            column.push_back(item);
    }
    std::sort(column.begin(), column.end(), [](const CardItem *a, const CardItem *b) { return a->y() < b->y(); });
    return column;
}

/// A tall layer stands in several columns: from the end of one to the beginning of the next.
CardItem *inNextBand(const GraphScene &scene, const CardItem &from, bool forth)
{
    const bool isToRight = forth != (QGuiApplication::layoutDirection() == Qt::RightToLeft);
    CardItem *best = nullptr;
    for (CardItem *item : scene.shown()) {
        const bool isOther = !isHeader(*item) && item->layer() == from.layer()
            && (isToRight ? item->x() > from.x() + 1 : item->x() < from.x() - 1);
        if (!isOther)
            continue;
        const qreal nearer = best ? std::abs(best->x() - from.x()) - std::abs(item->x() - from.x()) : 1;
        if (nearer > 1 || (std::abs(nearer) <= 1 && (forth ? item->y() < best->y() : item->y() > best->y())) || !best)
            best = item;
    }
    return best;
}

/// Along the edges; `forth` leads to what needs it.
CardItem *alongEdges(const GraphScene &scene, const CardItem &from, bool forth)
{
    Cards candidates;
    bool hasEdges = false;
    for (const EdgePicture &edge : scene.edges().edges()) {
        const auto cardAt = [&scene](int card) {
            return scene.card(scene.content().cards[static_cast<std::size_t>(card)].key);
        };
        CardItem *const dependency = cardAt(edge.from);
        CardItem *const dependent = cardAt(edge.to);
        hasEdges = hasEdges || dependency == &from || dependent == &from;
        if (edge.hidden || !dependency || !dependent)
            continue;
        if (forth ? dependency == &from : dependent == &from)
            candidates.push_back(forth ? dependent : dependency);
    }
    if (hasEdges)
        return nearest(from, candidates);
    // Without any edge: the next one beside it in the rows below.
    for (CardItem *item : scene.shown()) {
        const bool isBeside = std::abs(item->y() - from.y()) < 1 && (item->x() > from.x()) == forth && item != &from;
        if (isBeside)
            candidates.push_back(item);
    }
    const auto found =
        std::min_element(candidates.cbegin(), candidates.cend(), [&](const CardItem *a, const CardItem *b) {
            return std::abs(a->x() - from.x()) < std::abs(b->x() - from.x());
        });
    return found == candidates.cend() ? nullptr : *found;
}

CardItem *alongHeaders(const GraphScene &scene, const CardItem &from, bool forth)
{
    CardItem *best = nullptr;
    for (CardItem *item : scene.shown()) {
        const bool isOnWay = isHeader(*item) && (forth ? item->layer() > from.layer() : item->layer() < from.layer());
        if (isOnWay && (!best || std::abs(item->layer() - from.layer()) < std::abs(best->layer() - from.layer())))
            best = item;
    }
    return best;
}

} // namespace

CardItem *neighbourOf(const GraphScene &scene, const CardItem &from, Qt::Key key)
{
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const bool forth = key == Qt::Key_Right;
        return isHeader(from) ? alongHeaders(scene, from, forth) : alongEdges(scene, from, forth);
    }
    const Cards column = columnOf(scene, from);
    const auto here = std::find(column.cbegin(), column.cend(), &from);
    if (here == column.cend())
        return nullptr;
    const auto firstCard =
        std::find_if(column.cbegin(), column.cend(), [](const CardItem *item) { return !isHeader(*item); });
    switch (key) {
    case Qt::Key_Home:
        return firstCard == column.cend() ? column.front() : *firstCard;
    case Qt::Key_End:
        return column.back();
    case Qt::Key_Up:
        return here == column.cbegin() ? inNextBand(scene, from, false) : *std::prev(here);
    case Qt::Key_Down:
        return std::next(here) == column.cend() ? inNextBand(scene, from, true) : *std::next(here);
    default:
        return nullptr;
    }
}

} // namespace foghorn

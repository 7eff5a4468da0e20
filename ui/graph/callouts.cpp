#include "ui/graph/callouts.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/nodeitem.h"
#include "ui/style/stateglyph.h"

#include "core/base/names.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace foghorn {

namespace {

QString nameOf(const CardItem &card)
{
    if (const auto *group = dynamic_cast<const GroupItem *>(&card))
        return titleOf(group->picture());
    return printable(card.service());
}

QSizeF labelSize(const QString &name, const NodeStyle &style)
{
    const qreal text = std::min(QFontMetricsF(style.boldFont).horizontalAdvance(name), style.line * 12);
    return {text + style.line * 2.3, std::max(style.line * 1.7, 24.0)};
}

/// Around a point, the nearest first.
std::vector<QRectF> placesFor(QSizeF size, qreal line)
{
    std::vector<QRectF> places;
    for (int ring = 1; ring < 12; ++ring) {
        const qreal far = ring * line * 0.9;
        places.emplace_back(QPointF(line, -far - size.height()), size);
        places.emplace_back(QPointF(line, far), size);
        places.emplace_back(QPointF(-size.width() - line, -far - size.height()), size);
        places.emplace_back(QPointF(-size.width() - line, far), size);
    }
    return places;
}

} // namespace

CalloutItem::CalloutItem(const CardItem &card, const QString &name, const NodeStyle &style, const QRectF &label)
    : m_key(card.key())
    , m_name(name)
    , m_look(card.look())
    , m_style(style)
    , m_label(label)
{
    setFlag(ItemIgnoresTransformations);
    setZValue(3);
}

QRectF CalloutItem::boundingRect() const { return m_label.united(QRectF(-2, -2, 4, 4)).adjusted(-2, -2, 2, 2); }

QPainterPath CalloutItem::shape() const
{
    QPainterPath path;
    path.addRect(m_label);
    return path;
}

void CalloutItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const FamilyColors colors = m_style.states.colors(m_look.family);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(m_style.direction);
    painter->setPen(QPen(colors.fill, 1));
    const QPointF near(
        std::clamp(0.0, m_label.left(), m_label.right()), std::clamp(0.0, m_label.top(), m_label.bottom()));
    painter->drawLine(QPointF(0, 0), near);
    painter->setBrush(colors.chip);
    painter->drawRoundedRect(m_label, m_style.line / 3, m_style.line / 3);
    const qreal side = m_style.line;
    const bool isMirrored = m_style.direction == Qt::RightToLeft;
    const qreal gap = m_style.line * 0.4;
    const qreal x = isMirrored ? m_label.right() - gap - side : m_label.left() + gap;
    paintGlyph(*painter, {x, m_label.center().y() - side / 2, side, side}, m_look, m_style.states);
    const QRectF words =
        isMirrored ? m_label.adjusted(gap, 0, -gap * 2 - side, 0) : m_label.adjusted(gap * 2 + side, 0, -gap, 0);
    painter->setFont(m_style.boldFont);
    painter->setPen(colors.text);
    painter->drawText(words, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetricsF(m_style.boldFont).elidedText(m_name, Qt::ElideMiddle, words.width() + 1));
    painter->restore();
}

std::vector<Callouts::Wanted> Callouts::worst() const
{
    std::vector<const CardItem *> cards;
    for (const CardItem *item : m_scene.shown()) {
        const auto *group = dynamic_cast<const GroupItem *>(item);
        // A layer's header says how it is, so a folded layer needs no more words.
        const bool isNamed = group ? !group->picture().title.isEmpty() : !item->service().isEmpty();
        if (isNamed && item->look().severity >= AttentionSeverity)
            cards.push_back(item);
    }
    std::stable_sort(cards.begin(), cards.end(),
        [](const CardItem *a, const CardItem *b) { return a->look().severity > b->look().severity; });
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < std::min(cards.size(), MostCallouts); ++i)
        wanted.push_back({cards[i]->key(), cards[i]->look(), nameOf(*cards[i]),
            cards[i]->pos() + QPointF(cards[i]->size().width(), cards[i]->size().height()) / 2});
    return wanted;
}

void Callouts::refresh(qreal scale)
{
    std::vector<Wanted> wanted;
    if (scale < CalloutScale)
        wanted = worst();
    if (wanted == m_wanted && (m_items.empty() || qFuzzyCompare(scale, m_scale)))
        return;
    m_wanted = std::move(wanted);
    m_scale = scale;
    place(scale);
}

void Callouts::place(qreal scale)
{
    for (CalloutItem *item : m_items) {
        m_scene.removeItem(item);
        std::default_delete<CalloutItem>()(item);
    }
    m_items.clear();
    std::vector<QRectF> taken; // in pixels from the scene's origin
    for (const Wanted &each : m_wanted) {
        const CardItem *card = m_scene.card(each.key);
        if (!card)
            continue;
        const QSizeF size = labelSize(each.name, m_scene.style());
        const std::vector<QRectF> places = placesFor(size, m_scene.style().line);
        const auto isFree = [&](const QRectF &place) {
            const QRectF there = place.translated(each.at * scale).adjusted(-3, -3, 3, 3);
            return std::none_of(
                taken.cbegin(), taken.cend(), [&there](const QRectF &other) { return other.intersects(there); });
        };
        const QRectF all(m_scene.sceneRect().topLeft() * scale, m_scene.sceneRect().size() * scale);
        auto found = std::find_if(places.cbegin(), places.cend(),
            [&](const QRectF &place) { return isFree(place) && all.contains(place.translated(each.at * scale)); });
        if (found == places.cend())
            found = std::find_if(places.cbegin(), places.cend(), isFree);
        const QRectF label = found == places.cend() ? places.front() : *found;
        taken.push_back(label.translated(each.at * scale));
        auto *item = new CalloutItem(*card, each.name, m_scene.style(), label);
        item->setPos(each.at);
        m_scene.addItem(item);
        m_items.push_back(item);
    }
}

} // namespace foghorn

#include "ui/dialogs/cyclepicture.h"

#include "ui/style/isolated.h"
#include "ui/style/statepalette.h"

#include "core/base/names.h"

#include <QEvent>
#include <QLineF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace foghorn {

namespace {

constexpr qsizetype MostCards = 8; ///< more of them are only counted
constexpr qsizetype MostSaid = 20; ///< of the sentence's parts

/// How many cards a ring of so many is wide and high, so that there is room for an arrow between each two.
double cardsAcross(std::size_t count)
{
    if (count <= 2)
        return 2.4;
    return count <= 6 ? 3.4 : 4.6;
}

double cardsDown(std::size_t count)
{
    if (count <= 2)
        return 2;
    if (count <= 4)
        return 4.2;
    return count <= 6 ? 6 : 7;
}

/// Where a line that comes from `outside` meets the edge of a card on its way to the middle.
QPointF onEdge(const QRectF &card, QPointF outside)
{
    const QLineF way(outside, card.center());
    const std::array sides{QLineF(card.topLeft(), card.topRight()), QLineF(card.topRight(), card.bottomRight()),
        QLineF(card.bottomRight(), card.bottomLeft()), QLineF(card.bottomLeft(), card.topLeft())};
    for (const QLineF &side : sides) {
        QPointF meeting;
        if (way.intersects(side, &meeting) == QLineF::BoundedIntersection)
            return meeting;
    }
    return card.center();
}

} // namespace

CyclePicture::CyclePicture(const QList<ServiceId> &cycle, QWidget *parent)
    : QWidget(parent)
    , m_members(cycle.mid(0, std::max<qsizetype>(0, cycle.size() - 1)))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const qsizetype count = m_members.size();
    const bool isLong = count > MostCards;
    for (qsizetype i = 0; i < (isLong ? MostCards - 2 : count); ++i)
        m_cards.push_back({printable(m_members.at(i)), false});
    if (isLong) {
        const int left = static_cast<int>(count - MostCards + 1);
        //: stands in a ring of services in the place of those that are not drawn; there are at least two
        m_cards.push_back({tr("%Ln more", nullptr, left), true});
        m_cards.push_back({printable(m_members.constLast()), false});
    }
    setAccessibleName(tr("Services that depend on each other"));
    setAccessibleDescription(sentence());
}

CyclePicture::~CyclePicture() = default;

QString CyclePicture::sentence() const
{
    QStringList parts;
    const qsizetype count = m_members.size();
    for (qsizetype i = 0; i < std::min(count, MostSaid); ++i)
        //: one part of a list; both are services
        parts.append(tr("%1 depends on %2").arg(isolated(m_members.at(i)), isolated(m_members.at((i + 1) % count))));
    if (count > MostSaid)
        parts.append(tr("%Ln more", nullptr, static_cast<int>(count - MostSaid)));
    return parts.join(QStringLiteral(", "));
}

QSizeF CyclePicture::cardSize() const
{
    const double line = fontMetrics().height();
    double widest = line * 4;
    for (const Card &card : m_cards)
        widest = std::max(widest, fontMetrics().horizontalAdvance(card.name) + line * 1.2);
    return {std::min(widest, line * 8), line * 1.9};
}

QSize CyclePicture::sizeHint() const
{
    const double line = fontMetrics().height();
    const QSizeF card = cardSize();
    const double width = m_cards.size() <= 2 ? card.width() * 2 + line * 5 : card.width() * cardsAcross(m_cards.size());
    return QSizeF(width + line, card.height() * cardsDown(m_cards.size()) + line).toSize();
}

QSize CyclePicture::minimumSizeHint() const { return {fontMetrics().height() * 20, sizeHint().height()}; }

std::vector<QRectF> CyclePicture::places() const
{
    const double line = fontMetrics().height();
    const QSizeF room = QSizeF(std::min(width(), sizeHint().width()), height()) - QSizeF(line, line);
    QSizeF card = cardSize();
    card.setWidth(std::min(card.width(), room.width() / cardsAcross(m_cards.size())));
    const double across = (room.width() - card.width()) / 2;
    const double down = (room.height() - card.height()) / 2;
    const QPointF middle = QRectF(rect()).center();
    std::vector<QRectF> places;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(m_cards.size());
        // Two stand side by side: below each other their arrows would be short.
        const double angle = (share - (m_cards.size() <= 2 ? 0.5 : 0.25)) * 2 * std::numbers::pi;
        const double x = std::cos(angle) * across * (isRightToLeft() ? -1 : 1);
        QRectF place(QPointF(), card);
        place.moveCenter(middle + QPointF(x, std::sin(angle) * down));
        places.push_back(place);
    }
    return places;
}

/// From the edge of one to the edge of the other; two that point at each other have an arrow above and one below.
void CyclePicture::paintArrow(QPainter &painter, const QRectF &from, const QRectF &to) const
{
    const double line = fontMetrics().height();
    QPointF aside;
    if (m_cards.size() == 2)
        aside = QPointF(0, (from.center().x() < to.center().x() ? -0.45 : 0.45) * line);
    const QPointF start = onEdge(from, to.center()) + aside;
    const QPointF end = onEdge(to, from.center()) + aside;
    QLineF way(start, end);
    if (way.length() < line)
        return; // the cards touch; nothing could be seen
    way.setLength(way.length() - line * 0.15);
    const double head = line * 0.55;
    QLineF shaft = way;
    shaft.setLength(way.length() - head * 0.8);
    painter.drawLine(shaft);
    const QPointF along = (way.p2() - way.p1()) / way.length();
    const QPointF beside(-along.y(), along.x());
    QPainterPath tip(way.p2());
    tip.lineTo(way.p2() - along * head + beside * head * 0.45);
    tip.lineTo(way.p2() - along * head - beside * head * 0.45);
    tip.closeSubpath();
    painter.fillPath(tip, painter.pen().color());
}

void CyclePicture::paintEvent(QPaintEvent *)
{
    const StatePalette colors = StatePalette::forPalette(palette());
    const double line = fontMetrics().height();
    const std::vector<QRectF> cards = places();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.colors(StateFamily::Unhealthy).fill, line / 9));
    for (std::size_t i = 0; i < cards.size(); ++i)
        paintArrow(painter, cards[i], cards[(i + 1) % cards.size()]);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        QPen border(colors.edge(), 1);
        if (m_cards[i].isMany)
            border.setStyle(Qt::DashLine);
        painter.setPen(border);
        painter.setBrush(palette().base());
        painter.drawRoundedRect(cards[i], line / 4, line / 4);
        painter.setPen(palette().color(QPalette::Text));
        const QRectF room = cards[i].adjusted(line / 2, 0, -line / 2, 0);
        painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
            fontMetrics().elidedText(m_cards[i].name, Qt::ElideMiddle, static_cast<int>(std::ceil(room.width()))));
    }
}

void CyclePicture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace foghorn

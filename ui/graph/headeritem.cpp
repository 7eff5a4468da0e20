#include "ui/graph/headeritem.h"

#include "ui/style/stateglyph.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace foghorn {

namespace {

constexpr qreal RoomBeside = 2.4; ///< lines of text that it may be wider than a card: columns are further apart
constexpr qreal MostMagnified = 2.6; ///< of the words while the scale makes them small

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::HeaderItem)
};

constexpr StateLook Down{StateFamily::Unhealthy, Silhouette::Cross, Badge::None, 0};
constexpr StateLook Degraded{StateFamily::Degraded, Silhouette::Warning, Badge::None, 0};

/// Writes from left to right (or mirrored) and remembers where it is.
class Pen final
{
public:
    Pen(QPainter &painter, const NodeStyle &style, const QFont &font, const QRectF &rect)
        : m_painter(painter)
        , m_style(style)
        , m_font(font)
        , m_rect(rect)
    {
        painter.setFont(font);
    }

    void write(const QString &text, const QColor &color)
    {
        const QString shown = QFontMetricsF(m_font).elidedText(text, Qt::ElideRight, m_rect.width());
        m_painter.setPen(color);
        m_painter.drawText(m_style.mirrored(m_rect, m_style.size.width()),
            Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        m_rect.setLeft(m_rect.left() + QFontMetricsF(m_font).horizontalAdvance(shown));
    }

    void drawCount(const StateLook &look, int count)
    {
        const qreal side = QFontMetricsF(m_font).height() * 0.85;
        const QString number = QString::number(count);
        m_rect.setLeft(m_rect.left() + side * 0.5);
        if (count == 0 || m_rect.width() < side * 1.2 + QFontMetricsF(m_font).horizontalAdvance(number))
            return;
        const QRectF place(m_rect.x(), m_rect.center().y() - side / 2, side, side);
        paintGlyph(m_painter, m_style.mirrored(place, m_style.size.width()), look, m_style.states);
        m_rect.setLeft(m_rect.left() + side * 1.2);
        write(number, m_style.states.colors(look.family).text);
    }

    void drawTriangle(bool isFolded, const QColor &color)
    {
        const qreal side = QFontMetricsF(m_font).height() * 0.5;
        const QRectF box =
            m_style.mirrored({m_rect.x(), m_rect.center().y() - side / 2, side, side}, m_style.size.width());
        const bool isLeft = m_style.direction == Qt::RightToLeft;
        QPolygonF shape{box.topLeft(), box.topRight(), QPointF(box.center().x(), box.bottom())};
        if (isFolded && isLeft)
            shape = {box.topRight(), box.bottomRight(), QPointF(box.left(), box.center().y())};
        else if (isFolded)
            shape = {box.topLeft(), box.bottomLeft(), QPointF(box.right(), box.center().y())};
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawPolygon(shape);
        m_rect.setLeft(m_rect.left() + side * 1.5);
    }

private:
    QPainter &m_painter;
    const NodeStyle &m_style;
    const QFont &m_font;
    QRectF m_rect;
};

} // namespace

QSizeF headerSize(const NodeStyle &style) { return {style.size.width(), style.line * 1.7}; }

HeaderPicture HeaderPicture::of(int layer, const std::vector<const ServiceRow *> &rows, bool isFolded)
{
    HeaderPicture header;
    header.layer = layer;
    header.count = static_cast<int>(rows.size());
    header.isFolded = isFolded;
    for (const ServiceRow *row : rows) {
        header.down += row->look.family == StateFamily::Unhealthy ? 1 : 0;
        header.degraded += row->look.family == StateFamily::Degraded ? 1 : 0;
    }
    return header;
}

void paintHeader(QPainter &painter, const HeaderPicture &header, const NodeStyle &style, qreal scale)
{
    painter.save();
    painter.setLayoutDirection(style.direction);
    const qreal magnified = std::clamp(FullDetailScale / scale, 1.0, MostMagnified);
    QFont font = style.font;
    font.setPointSizeF(font.pointSizeF() * magnified);
    const QSizeF size = headerSize(style);
    // Larger words grow upwards, away from the cards.
    const qreal width = size.width() + style.line * RoomBeside;
    const QRectF rect(0, size.height() * (1 - magnified), width, size.height() * magnified);
    Pen pen(painter, style, font, rect);
    const QColor ink = style.palette.color(QPalette::WindowText);
    const bool isShort = magnified > 1.4;
    pen.drawTriangle(header.isFolded, ink);
    pen.write(Words::tr("Layer %1").arg(header.layer), ink);
    if (!isShort)
        pen.write(Words::tr(" · %Ln services", "follows the number of a layer", header.count),
            style.palette.color(QPalette::PlaceholderText));
    pen.drawCount(Down, header.down);
    if (!isShort)
        pen.drawCount(Degraded, header.degraded);
    if (header.marks.focused) {
        QPen ring(style.states.focusRing(), 2);
        ring.setCosmetic(true);
        painter.setPen(ring);
        painter.setBrush(Qt::NoBrush);
        const qreal gap = style.line * 0.2;
        painter.drawRoundedRect(
            QRectF(QPointF(0, 0), size).adjusted(-gap, -gap / 2, gap, gap / 2), style.line / 4, style.line / 4);
    }
    painter.restore();
}

QString spokenHeader(const HeaderPicture &header)
{
    QStringList parts{Words::tr("Layer %1").arg(header.layer), Words::tr("%Ln services", nullptr, header.count)};
    if (header.down > 0)
        parts.append(Words::tr("%Ln down", nullptr, header.down));
    if (header.degraded > 0)
        parts.append(Words::tr("%Ln degraded", nullptr, header.degraded));
    parts.append(header.isFolded ? Words::tr("folded") : Words::tr("unfolded"));
    return parts.join(QStringLiteral(", "));
}

HeaderItem::HeaderItem(const QString &key, const HeaderPicture &picture, const NodeStyle &style)
    : CardItem(key, picture.layer, style)
    , m_picture(picture)
{
}

StateLook HeaderItem::look() const
{
    return m_picture.down > 0 ? Down : (m_picture.degraded > 0 ? Degraded : StateLook());
}

QMarginsF HeaderItem::overhang() const
{
    const qreal beside = style().line * RoomBeside; // on either side, as the reading direction is
    return {beside, size().height() * (MostMagnified - 1), beside, style().line * 0.5};
}

HeaderPicture HeaderItem::picture() const
{
    HeaderPicture picture = m_picture;
    picture.marks = marks();
    return picture;
}

void HeaderItem::setPicture(const HeaderPicture &picture)
{
    if (picture == m_picture)
        return;
    m_picture = picture;
    update();
}

void HeaderItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintHeader(*painter, picture(), style(), scaleOf(*painter));
}

} // namespace foghorn

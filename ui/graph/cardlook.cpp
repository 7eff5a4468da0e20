#include "ui/graph/cardlook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::CardLook)
};

QPen hairPen(const QColor &color, qreal width = 1)
{
    QPen pen(color, width); // exactly 1 is the only fast width of a raster painter
    pen.setCosmetic(true);
    return pen;
}

QPainterPath rounded(const QRectF &rect, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

void paintBand(QPainter &painter, StateFamily family, const CardMarks &marks, const NodeStyle &style)
{
    const FamilyColors colors = style.states.colors(family);
    const QRectF band = style.mirrored({0, 0, style.band, style.size.height()}, style.size.width());
    painter.fillRect(band, colors.fill);
    if (marks.affected)
        painter.fillRect(band, QBrush(style.palette.color(QPalette::Base), Qt::BDiagPattern));
}

/// Selected: a second line within the first. Focused: a ring around. What belongs to the selection: its tone.
void paintBorders(QPainter &painter, const CardMarks &marks, const NodeStyle &style)
{
    const QRectF card(QPointF(0, 0), style.size);
    const qreal radius = style.line / 4;
    painter.setBrush(Qt::NoBrush);
    QColor border = style.states.edge();
    qreal width = 1;
    if (marks.selected) {
        border = style.palette.color(QPalette::Text);
    } else if (marks.emphasis == NodeEmphasis::Needed) {
        border = style.states.focusRing();
        width = 2;
    } else if (marks.emphasis == NodeEmphasis::NeedsIt) {
        border = style.states.downstream();
        width = 2;
    }
    painter.setPen(hairPen(border, width));
    painter.drawPath(rounded(card, radius));
    if (marks.selected) {
        const qreal gap = style.line * 0.16;
        painter.drawPath(rounded(card.adjusted(gap, gap, -gap, -gap), radius - gap / 2));
    }
    if (marks.focused) {
        const qreal gap = style.line * 0.2;
        painter.setPen(hairPen(style.states.focusRing(), 2));
        painter.drawPath(rounded(card.adjusted(-gap, -gap, gap, gap), radius + gap));
    }
}

} // namespace

QPainterPath cardShape(const NodeStyle &style) { return rounded(QRectF(QPointF(0, 0), style.size), style.line / 4); }

void paintCard(QPainter &painter, StateFamily family, const CardMarks &marks, const NodeStyle &style)
{
    const QPainterPath card = cardShape(style);
    const auto ground = marks.selected ? QPalette::Highlight : QPalette::Base;
    painter.fillPath(card, style.palette.color(ground));
    painter.save();
    painter.setClipPath(card, Qt::IntersectClip);
    paintBand(painter, family, marks, style);
    painter.restore();
    paintBorders(painter, marks, style);
}

void paintBlock(QPainter &painter, StateFamily family, const CardMarks &marks, const NodeStyle &style)
{
    const QRectF card(QPointF(0, 0), style.size);
    const FamilyColors colors = style.states.colors(family);
    painter.fillRect(card, style.palette.color(QPalette::Base));
    const qreal height = card.height() * severityShare(family);
    painter.fillRect(QRectF(0, card.height() - height, card.width(), height), colors.fill);
    QColor border = colors.fill;
    if (marks.selected || marks.focused || marks.found || marks.emphasis == NodeEmphasis::Needed)
        border = style.states.focusRing();
    else if (marks.emphasis == NodeEmphasis::NeedsIt)
        border = style.states.downstream();
    if (marks.stop != StopMark::None)
        border = style.palette.color(QPalette::Text);
    const bool isStrong = marks.selected || marks.focused || marks.stop != StopMark::None;
    painter.setPen(hairPen(border, isStrong ? 3 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(card);
    if (family != StateFamily::Unhealthy)
        return;
    painter.setPen(QPen(colors.onFill, style.size.height() / 10));
    const qreal reach = style.size.height() / 4;
    const QPointF middle = card.center();
    painter.drawLine(middle - QPointF(reach, reach), middle + QPointF(reach, reach));
    painter.drawLine(middle - QPointF(reach, -reach), middle + QPointF(reach, -reach));
}

void paintStopMark(QPainter &painter, StopMark mark, const NodeStyle &style)
{
    QString word;
    StateFamily family = StateFamily::Neutral;
    switch (mark) {
    case StopMark::None:
        return;
    case StopMark::Origin:
        word = Words::tr("would stop", "on the service that somebody may stop");
        break;
    case StopMark::Stops:
        word = Words::tr("stops too", "on a service that needs the one that may be stopped");
        family = StateFamily::Unhealthy;
        break;
    case StopMark::Degrades:
        word = Words::tr("stays up", "on a service that only wants the one that may be stopped");
        family = StateFamily::Degraded;
        break;
    }
    const FamilyColors colors = style.states.colors(family);
    const qreal width = QFontMetricsF(style.boldFont).horizontalAdvance(word) + style.line;
    const QRectF pill =
        style.mirrored({style.size.width() - width - style.line * 0.5, -style.line * 1.1, width, style.line * 1.2},
            style.size.width());
    painter.setPen(hairPen(colors.fill));
    painter.setBrush(colors.chip);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(style.boldFont);
    painter.setPen(colors.text);
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, word);
}

void paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const NodeStyle &style)
{
    painter.setFont(font);
    painter.drawText(style.mirrored(rect, style.size.width()), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, rect.width()));
}

} // namespace foghorn

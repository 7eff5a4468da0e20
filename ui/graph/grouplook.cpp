#include "ui/graph/cardlook.h"
#include "ui/graph/nodelook.h"
#include "ui/style/stateglyph.h"

#include "core/base/names.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::GroupLook)
};

/// One silhouette for each family, as in the status bar.
StateLook lookOfFamily(StateFamily family)
{
    switch (family) {
    case StateFamily::Healthy:
        return {family, Silhouette::Check, Badge::None, 0};
    case StateFamily::Degraded:
        return {family, Silhouette::Warning, Badge::None, 0};
    case StateFamily::Unhealthy:
        return {family, Silhouette::Cross, Badge::None, 0};
    case StateFamily::Busy:
        return {family, Silhouette::Starting, Badge::None, 0};
    case StateFamily::Neutral:
        break;
    }
    return {StateFamily::Neutral, Silhouette::Stopped, Badge::None, 0};
}

/// Two more cards behind: there is more than one in it.
void paintStack(QPainter &painter, const NodeStyle &style)
{
    QPen pen(style.states.edge(), 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(style.palette.color(QPalette::Base));
    for (const qreal step : {0.44, 0.22}) {
        const qreal shift = style.line * step;
        painter.drawPath(cardShape(style).translated(style.direction == Qt::LeftToRight ? shift : -shift, shift));
    }
}

/// "✓ 38  ▲ 2  ◆ 1", the worst first; those that there are none of are left out.
void paintCounts(QPainter &painter, const GroupPicture &group, const NodeStyle &style, const QRectF &rect)
{
    const QFontMetricsF metrics(style.font);
    const qreal glyph = style.line * 0.85;
    qreal x = rect.x();
    painter.setFont(style.font);
    for (const StateFamily family : {StateFamily::Unhealthy, StateFamily::Degraded, StateFamily::Busy,
             StateFamily::Healthy, StateFamily::Neutral}) {
        const int count = group.families[static_cast<std::size_t>(family)];
        const QString number = QString::number(count);
        const qreal width = glyph * 1.2 + metrics.horizontalAdvance(number);
        if (count == 0 || x + width > rect.right() + 1)
            continue;
        const QRectF place(x, rect.center().y() - glyph / 2, glyph, glyph);
        paintGlyph(painter, style.mirrored(place, style.size.width()), lookOfFamily(family), style.states);
        painter.setPen(style.states.colors(family).text);
        const QRectF words(x + glyph * 1.2, rect.y(), width, rect.height());
        painter.drawText(style.mirrored(words, style.size.width()), Qt::AlignLeading | Qt::AlignVCenter, number);
        x += width + style.line * 0.4;
    }
}

void paintFull(QPainter &painter, const GroupPicture &group, const NodeStyle &style)
{
    const qreal left = style.band + style.line * 0.5;
    const qreal height = style.size.height() / 3.2;
    QRectF row(left, style.size.height() * 0.05, style.size.width() - left - style.line * 0.5, height);
    painter.setPen(style.palette.color(QPalette::Text));
    paintText(painter, row, titleOf(group), style.boldFont, style);
    row.translate(0, height);
    painter.setPen(style.palette.color(QPalette::PlaceholderText));
    paintText(painter, row, Words::tr("%Ln services", nullptr, group.count), style.font, style);
    row.translate(0, height);
    paintCounts(painter, group, style, row);
}

/// Name and number, and how they are, larger, because the scale makes them small.
void paintReduced(QPainter &painter, const GroupPicture &group, NodeStyle style, qreal scale)
{
    const qreal larger = std::clamp(0.85 / scale, 1.15, 1.7);
    style.font.setPointSizeF(style.font.pointSizeF() * larger);
    style.boldFont.setPointSizeF(style.boldFont.pointSizeF() * larger);
    style.line *= larger;
    const qreal left = style.band + style.line * 0.3;
    const QRectF upper(left, 0, style.size.width() - left - style.line * 0.3, style.size.height() / 2);
    painter.setPen(style.palette.color(QPalette::Text));
    //: a folded group: %1 its name, %2 how many services are in it
    paintText(painter, upper, Words::tr("%1 · %L2").arg(titleOf(group)).arg(group.count), style.boldFont, style);
    paintCounts(painter, group, style, upper.translated(0, style.size.height() * 0.44));
}

} // namespace

QString titleOf(const GroupPicture &group)
{
    return group.title.isEmpty() ? Words::tr("Layer %1").arg(group.layer) : printable(group.title);
}

GroupPicture GroupPicture::of(const QString &title, int layer, const std::vector<const ServiceRow *> &rows)
{
    GroupPicture group;
    group.title = title;
    group.layer = layer;
    group.count = static_cast<int>(rows.size());
    group.worst = lookOfFamily(StateFamily::Neutral);
    bool isFirst = true;
    for (const ServiceRow *row : rows) {
        ++group.families[static_cast<std::size_t>(row->look.family)];
        // Among the calm ones, those that run say more than those that were stopped on purpose.
        const bool isWorse = row->look.severity > group.worst.severity
            || (row->look.severity == group.worst.severity && group.worst.family == StateFamily::Neutral);
        if (isFirst || isWorse)
            group.worst = row->look;
        isFirst = false;
    }
    return group;
}

QString spokenGroup(const GroupPicture &group)
{
    QStringList parts{titleOf(group)};
    if (!group.title.isEmpty())
        parts.append(Words::tr("layer %1").arg(group.layer));
    parts.append(Words::tr("%Ln services", nullptr, group.count));
    const auto count = [&group](StateFamily family) { return group.families[static_cast<std::size_t>(family)]; };
    if (const int bad = count(StateFamily::Unhealthy))
        parts.append(Words::tr("%Ln down", nullptr, bad));
    if (const int bad = count(StateFamily::Degraded))
        parts.append(Words::tr("%Ln degraded", nullptr, bad));
    parts.append(Words::tr("folded"));
    return parts.join(QStringLiteral(", "));
}

void paintGroup(QPainter &painter, const GroupPicture &group, const NodeStyle &style, qreal scale)
{
    painter.save();
    painter.setLayoutDirection(style.direction);
    if (group.marks.emphasis == NodeEmphasis::Faded)
        painter.setOpacity(painter.opacity() * 0.35);
    paintStack(painter, style);
    switch (detailAt(scale)) {
    case NodeDetail::Block:
        paintBlock(painter, group.worst.family, group.marks, style);
        break;
    case NodeDetail::Name:
        paintCard(painter, group.worst.family, group.marks, style);
        paintReduced(painter, group, style, scale);
        paintStopMark(painter, group.marks.stop, style);
        break;
    case NodeDetail::Full:
        paintCard(painter, group.worst.family, group.marks, style);
        paintFull(painter, group, style);
        paintStopMark(painter, group.marks.stop, style);
        break;
    }
    painter.restore();
}

} // namespace foghorn

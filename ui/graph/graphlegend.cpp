#include "ui/graph/graphlegend.h"

#include "ui/graph/edgelook.h"

#include <QPainter>

namespace foghorn {

namespace {

constexpr int SampleLength = 44;

} // namespace

GraphLegend::GraphLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    const QList<Entry> all = entries();
    for (const Entry &entry : all)
        words.append(entry.words);
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

GraphLegend::~GraphLegend() = default;

QList<GraphLegend::Entry> GraphLegend::entries() const
{
    return {{tr("is needed by"), true, false, EdgeTone::None},
        {tr("is wanted by (optional)"), false, false, EdgeTone::None},
        {tr("needed, but not available"), true, true, EdgeTone::None},
        {tr("what the selected one needs"), true, false, EdgeTone::Needs},
        {tr("what needs the selected one"), true, false, EdgeTone::NeededBy}};
}

int GraphLegend::widthOf(const Entry &entry) const
{
    const int line = fontMetrics().height();
    return SampleLength + line / 2 + fontMetrics().horizontalAdvance(entry.words) + line;
}

QSize GraphLegend::sizeHint() const
{
    int width = 0;
    const QList<Entry> all = entries();
    for (const Entry &entry : all)
        width += widthOf(entry) + fontMetrics().height() / 2;
    return {width, fontMetrics().height() * 3 / 2};
}

QSize GraphLegend::minimumSizeHint() const
{
    int width = 0;
    const QList<Entry> all = entries();
    for (const Entry &entry : all)
        width = std::max(width, widthOf(entry));
    return {width, fontMetrics().height() * 3 / 2};
}

int GraphLegend::arrange(int width, const std::function<void(const Entry &, QPoint)> &use) const
{
    const int height = fontMetrics().height() * 3 / 2;
    int x = 0;
    int y = 0;
    const QList<Entry> all = entries();
    for (const Entry &entry : all) {
        if (x > 0 && x + widthOf(entry) > width) {
            x = 0;
            y += height;
        }
        if (use)
            use(entry, {x, y});
        x += widthOf(entry) + fontMetrics().height() / 2;
    }
    return y + height;
}

int GraphLegend::heightForWidth(int width) const { return arrange(width, {}); }

void GraphLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const int line = fontMetrics().height();
    EdgeStyle style;
    style.states = StatePalette::forPalette(palette());
    arrange(width(), [&](const Entry &entry, QPoint at) {
        const auto turned = [this](qreal x) { return isRightToLeft() ? width() - x : x; };
        EdgePicture edge;
        edge.required = entry.required;
        edge.broken = entry.broken;
        edge.tone = entry.tone;
        const qreal middle = at.y() + line * 0.75;
        edge.route = {QPointF(turned(at.x()), middle), QPointF(turned(at.x() + SampleLength), middle)};
        edge.path = edgeCurve(edge.route);
        paintEdge(painter, edge, style); // the same hand that draws the graph
        painter.setOpacity(1);
        painter.setPen(palette().color(QPalette::WindowText));
        const qreal room = widthOf(entry) - SampleLength - line / 2.0;
        const qreal start = at.x() + SampleLength + line / 2.0;
        const QRectF words(isRightToLeft() ? width() - start - room : start, at.y(), room, line * 1.5);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, entry.words);
    });
}

} // namespace foghorn

#include "ui/graph/graphlegend.h"

#include "ui/graph/edgesitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace foghorn {

namespace {

constexpr int SampleLength = 44;

} // namespace

GraphLegend::GraphLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    for (const Entry &entry : entries())
        words.append(entry.words);
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

GraphLegend::~GraphLegend() = default;

QList<GraphLegend::Entry> GraphLegend::entries() const
{
    return {{tr("is needed by"), true, false}, {tr("is wanted by (optional)"), false, false},
        {tr("needed, but not available"), true, true}};
}

QSize GraphLegend::sizeHint() const
{
    const int line = fontMetrics().height();
    int width = 0;
    for (const Entry &entry : entries())
        width += SampleLength + line / 2 + fontMetrics().horizontalAdvance(entry.words) + line * 2;
    return {width, line * 2};
}

void GraphLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = fontMetrics().height();
    const qreal middle = height() / 2.0;
    qreal x = 0;
    for (const Entry &entry : entries()) {
        EdgePicture edge;
        edge.required = entry.required;
        edge.broken = entry.broken;
        edge.route = {QPointF(x, middle), QPointF(x + SampleLength, middle)};
        EdgesItem sample; // the same hand that draws the graph
        sample.setPalette(StatePalette::forPalette(palette()));
        sample.setEdges({edge}, rect());
        QStyleOptionGraphicsItem option;
        option.exposedRect = rect();
        sample.paint(&painter, &option, nullptr);
        painter.setOpacity(1);
        painter.setPen(palette().color(QPalette::WindowText));
        const int width = fontMetrics().horizontalAdvance(entry.words);
        const QRectF words(x + SampleLength + line / 2.0, 0, width + 2, height());
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, entry.words);
        x = words.right() + line * 2;
    }
}

} // namespace foghorn

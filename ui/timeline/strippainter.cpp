#include "ui/timeline/strippainter.h"

#include "ui/style/statepalette.h"
#include "ui/timeline/healthstrip.h"

#include <QPainter>
#include <QVarLengthArray>

namespace foghorn {

namespace {

using Rects = QVarLengthArray<QRect, 128>;

/// The mark beside colour and height: a notch for degraded, a cut for unhealthy.
void addBar(Rects &rects, const StripBar &bar)
{
    const QRect rect = bar.rect;
    const int half = rect.height() / 2;
    if (bar.mark == CheckMark::Unhealthy && rect.height() >= 5) {
        rects.append(QRect(rect.x(), rect.y(), rect.width(), half));
        rects.append(QRect(rect.x(), rect.y() + half + 1, rect.width(), rect.height() - half - 1));
    } else if (bar.mark == CheckMark::Degraded && rect.width() >= 2) {
        rects.append(QRect(rect.x(), rect.y(), 1, 1));
        rects.append(QRect(rect.x(), rect.y() + 1, rect.width(), rect.height() - 1));
    } else {
        rects.append(rect);
    }
}

QColor barColor(CheckMark mark, const StatePalette &palette)
{
    switch (mark) {
    case CheckMark::Healthy:
        return palette.colors(StateFamily::Healthy).fill;
    case CheckMark::Degraded:
        return palette.colors(StateFamily::Degraded).fill;
    case CheckMark::Unhealthy:
        return palette.colors(StateFamily::Unhealthy).fill;
    case CheckMark::Unknown:
        return palette.colors(StateFamily::Neutral).fill;
    case CheckMark::None:
        break;
    }
    return palette.hairline();
}

} // namespace

void paintStrip(QPainter &painter, const QRectF &rect, const CheckMarks &marks, int capacity,
    const StatePalette &palette, bool mirrored)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF device = toDevice.mapRect(rect);
    const QPoint corner(qRound(device.left()), qRound(device.top()));
    const QSize size(static_cast<int>(device.width()), static_cast<int>(device.height()));
    const HealthStrip strip = HealthStrip::of(marks, size, capacity, mirrored);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Back from device pixels to the painter's own units: bars are never blurred, whatever the scale.
    painter.setTransform(QTransform::fromTranslate(corner.x(), corner.y()) * toDevice.inverted() * painter.transform());
    painter.setPen(Qt::NoPen);
    for (const CheckMark mark :
        {CheckMark::None, CheckMark::Unknown, CheckMark::Healthy, CheckMark::Degraded, CheckMark::Unhealthy}) {
        Rects rects;
        for (const StripBar &bar : strip.bars) {
            if (bar.mark == mark)
                addBar(rects, bar);
        }
        painter.setBrush(barColor(mark, palette));
        painter.drawRects(rects.constData(), static_cast<int>(rects.size()));
    }
    painter.restore();
}

} // namespace foghorn

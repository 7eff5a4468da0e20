#pragma once

#include "ui/charts/latencychart.h"
#include "ui/charts/uptimechart.h"
#include "ui/style/statepalette.h"

#include <QByteArray>

namespace foghorn {

/// What a drawing of the charts says.
struct ChartDrawing
{
    QString title;
    QString description; ///< for readers that cannot see it
    QList<UptimeBar> bars;
    LatencyContent content;
    QColor ground;
    QColor ink;
};

/// The charts as SVG 1.1: bars of uptime above, response times below. Text is text, in the reader's own font.
QByteArray chartSvg(const ChartDrawing &drawing, const StatePalette &palette);

} // namespace foghorn

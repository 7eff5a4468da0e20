#pragma once

#include "ui/models/servicerow.h"

#include <QRectF>

class QPainter;

namespace foghorn {

class StatePalette;

/// Paints the strip of `marks` into `rect` with bars of whole device pixels. The painter may be scaled evenly, not
/// rotated.
void paintStrip(QPainter &painter, const QRectF &rect, const CheckMarks &marks, int capacity,
    const StatePalette &palette, bool mirrored);

} // namespace foghorn

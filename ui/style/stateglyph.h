#pragma once

#include "ui/style/statelook.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace foghorn {

class StatePalette;

/// Paints the glyph of a state into the square that fits `rect`. Recognisable from 16 pixels on, also in grey.
void paintGlyph(QPainter &painter, const QRectF &rect, const StateLook &look, const StatePalette &palette);

/// The same as an icon that is drawn afresh for every size and screen.
QIcon glyphIcon(const StateLook &look, const StatePalette &palette);

} // namespace foghorn

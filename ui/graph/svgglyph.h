#pragma once

#include "ui/style/statelook.h"

#include <QString>

namespace foghorn {

class StatePalette;

/// The silhouette of a state as SVG elements in a square of 16 units, as stateglyph.h paints it.
QString svgGlyph(const StateLook &look, const StatePalette &palette);

} // namespace foghorn

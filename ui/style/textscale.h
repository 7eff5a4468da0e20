#pragma once

class QWidget;

namespace foghorn {

/// Sizes are multiples of the font's height everywhere, taken when a widget is made. When the font of the whole
/// application becomes `factor` times as large, these follow: explicit fonts, fixed sizes, margins, columns, icons of
/// `widget`, its children not. What widgets work out again themselves on a change of the font stays theirs.
void scaleSizes(QWidget &widget, double factor);

} // namespace foghorn

#pragma once

#include "ui/style/statepalette.h"

namespace foghorn {

/// How many services can be compared in one chart.
inline constexpr int mostCompared = 6;

/// The two lines of a single service, apart for every kind of vision.
QColor averageColor(StatePalette::Ground ground);
QColor p95Color(StatePalette::Ground ground);
/// The line of the `index`th of several services (0 to 5); its name is written in it too.
QColor comparedColor(StatePalette::Ground ground, int index);

} // namespace foghorn

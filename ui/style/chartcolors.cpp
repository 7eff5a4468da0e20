#include "ui/style/chartcolors.h"

#include <array>

namespace foghorn {

namespace {

using Colors = std::array<QRgb, mostCompared>;

// Found by search: at least 13 apart (CIEDE2000) for every kind of vision, 4.5 : 1 as words on the base.
constexpr Colors light{0x2a4fb0, 0xb35c00, 0x1a1a1a, 0x736873, 0x460050, 0x840000};
constexpr Colors dark{0x7cbcff, 0xffb454, 0xebffd7, 0xaf8fa3, 0xa8c4a8, 0xffebff};

} // namespace

QColor averageColor(StatePalette::Ground ground) { return comparedColor(ground, 0); }

QColor p95Color(StatePalette::Ground ground) { return comparedColor(ground, 1); }

QColor comparedColor(StatePalette::Ground ground, int index)
{
    const auto at = static_cast<std::size_t>(index) % light.size();
    return QColor(ground == StatePalette::Ground::Light ? light[at] : dark[at]);
}

} // namespace foghorn

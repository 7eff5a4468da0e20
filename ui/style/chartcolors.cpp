#include "ui/style/chartcolors.h"

#include <array>

namespace foghorn {

namespace {

using Colors = std::array<QRgb, mostCompared>;

constexpr Colors light{0x2a4fb0, 0xb35c00, 0x1f7a5c, 0x8e2a8e, 0x5f6873, 0xb01e4a};
constexpr Colors dark{0x7cbcff, 0xffb454, 0x7fe0b0, 0xe39cf0, 0xb6bdc6, 0xff8fa3};

} // namespace

QColor averageColor(StatePalette::Ground ground) { return comparedColor(ground, 0); }

QColor p95Color(StatePalette::Ground ground) { return comparedColor(ground, 1); }

QColor comparedColor(StatePalette::Ground ground, int index)
{
    const auto at = static_cast<std::size_t>(index) % light.size();
    return QColor(ground == StatePalette::Ground::Light ? light[at] : dark[at]);
}

} // namespace foghorn

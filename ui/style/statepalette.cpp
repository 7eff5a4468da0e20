#include "ui/style/statepalette.h"

#include <QPalette>

#include <cstdlib>

namespace foghorn {

namespace {

FamilyColors lightColors(StateFamily family)
{
    const QColor white(0xffffff);
    switch (family) {
    case StateFamily::Healthy:
        return {QColor(0x2a7d5f), QColor(0x1f6b50), QColor(0xe3f3ec), white};
    case StateFamily::Degraded: // white on this fill is only 3.65 : 1
        return {QColor(0xb57a10), QColor(0x7a4f00), QColor(0xfdf1d8), QColor(0x101214)};
    case StateFamily::Unhealthy:
        return {QColor(0x8e0b16), QColor(0x8e0b16), QColor(0xfbe6e7), white};
    case StateFamily::Busy:
        return {QColor(0x2a4fb0), QColor(0x2a4fb0), QColor(0xe6ecfb), white};
    case StateFamily::Neutral:
        break;
    }
    return {QColor(0x5f6873), QColor(0x4f5761), QColor(0xeceef1), white};
}

FamilyColors darkColors(StateFamily family)
{
    const QColor ink(0x101214);
    switch (family) {
    case StateFamily::Healthy:
        return {QColor(0xa8edc6), QColor(0xa8edc6), QColor(0x143326), ink};
    case StateFamily::Degraded:
        return {QColor(0xfdd131), QColor(0xfdd131), QColor(0x3a2e08), ink};
    case StateFamily::Unhealthy:
        return {QColor(0xe5705c), QColor(0xff9a8a), QColor(0x43181a), ink};
    case StateFamily::Busy:
        return {QColor(0x4aa3ff), QColor(0x7cbcff), QColor(0x14294a), ink};
    case StateFamily::Neutral:
        break;
    }
    return {QColor(0x989fa8), QColor(0xb6bdc6), QColor(0x2f353b), ink};
}

} // namespace

StatePalette StatePalette::forPalette(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const bool dark = window.lightness() < text.lightness();
    const bool isPure = std::abs(window.lightness() - text.lightness()) == 255;
    return StatePalette(dark ? Ground::Dark : Ground::Light, isPure ? Contrast::High : Contrast::Usual);
}

FamilyColors StatePalette::colors(StateFamily family) const
{
    if (isHighContrast())
        return {ink(), ink(), paper(), paper()};
    return m_ground == Ground::Light ? lightColors(family) : darkColors(family);
}

QColor StatePalette::focusRing() const
{
    if (isHighContrast())
        return m_ground == Ground::Light ? QColor(0x003f80) : QColor(0x8fd0ff);
    return m_ground == Ground::Light ? QColor(0x0b5cad) : QColor(0x7cbcff);
}

QColor StatePalette::hairline() const
{
    if (isHighContrast())
        return m_ground == Ground::Light ? QColor(0x707070) : QColor(0x909090);
    return m_ground == Ground::Light ? QColor(0xd4d8dd) : QColor(0x41474d);
}

QColor StatePalette::edge() const
{
    if (isHighContrast())
        return ink();
    return m_ground == Ground::Light ? QColor(0x5f6873) : QColor(0x989fa8);
}

QColor StatePalette::faintEdge() const
{
    if (isHighContrast())
        return m_ground == Ground::Light ? QColor(0x505050) : QColor(0xb0b0b0);
    return m_ground == Ground::Light ? QColor(0x8a929c) : QColor(0x747b84);
}

QColor StatePalette::downstream() const
{
    if (isHighContrast())
        return m_ground == Ground::Light ? QColor(0x5a1d7c) : QColor(0xe4c4ff);
    return m_ground == Ground::Light ? QColor(0x7a3d9c) : QColor(0xd3a4f0);
}

} // namespace foghorn

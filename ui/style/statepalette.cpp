#include "ui/style/statepalette.h"

#include <QPalette>

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
    const bool dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return StatePalette(dark ? Ground::Dark : Ground::Light);
}

FamilyColors StatePalette::colors(StateFamily family) const
{
    return m_ground == Ground::Light ? lightColors(family) : darkColors(family);
}

QColor StatePalette::focusRing() const { return m_ground == Ground::Light ? QColor(0x0b5cad) : QColor(0x7cbcff); }

QColor StatePalette::hairline() const { return m_ground == Ground::Light ? QColor(0xd4d8dd) : QColor(0x41474d); }

QColor StatePalette::edge() const { return m_ground == Ground::Light ? QColor(0x5f6873) : QColor(0x989fa8); }

QColor StatePalette::faintEdge() const { return m_ground == Ground::Light ? QColor(0x8a929c) : QColor(0x747b84); }

} // namespace foghorn

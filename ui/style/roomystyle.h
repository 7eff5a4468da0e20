#pragma once

#include <QProxyStyle>

namespace foghorn {

/// Fusion with room around the words of tables and lists. Under high contrast it draws the rims of controls in the ink:
/// Fusion's own are a shade of the ground, which is nothing on black.
class RoomyStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomyStyle)
public:
    RoomyStyle();
    ~RoomyStyle() override;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    /// What one presses or types into is never too small to be hit, also where text is small.
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
};

} // namespace foghorn

#include "ui/style/roomystyle.h"

#include "ui/style/statepalette.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QSet>
#include <QStyleOption>

#include <algorithm>
#include <array>

namespace foghorn {

namespace {

constexpr std::array Rimmed{QStyle::PE_PanelButtonCommand, QStyle::PE_FrameLineEdit, QStyle::PE_IndicatorCheckBox,
    QStyle::PE_IndicatorItemViewItemCheck, QStyle::PE_FrameMenu, QStyle::PE_FrameGroupBox};

/// In the ink, or paler where the control is disabled.
void drawRim(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(option.palette.color(
        option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

bool isHighContrast(const QStyleOption &option) { return StatePalette::forPalette(option.palette).isHighContrast(); }

/// A tool button without a frame has one only under the pointer or when pressed.
bool isFlatTool(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_AutoRaise)
        && !(option.state & (QStyle::State_Raised | QStyle::State_Sunken | QStyle::State_On));
}

} // namespace

RoomyStyle::RoomyStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

RoomyStyle::~RoomyStyle() = default;

int RoomyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int line = QFontMetrics(QApplication::font()).height();
    if (metric == PM_HeaderMargin)
        return line / 2;
    if (metric == PM_FocusFrameHMargin) // of the words in cells; the style adds one
        return line / 2 - 1;
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    static const QSet<PixelMetric> growing{PM_IndicatorWidth, PM_IndicatorHeight, PM_ExclusiveIndicatorWidth,
        PM_ExclusiveIndicatorHeight, PM_SmallIconSize, PM_ButtonIconSize, PM_ScrollBarExtent,
        PM_TabBarScrollButtonWidth};
    return growing.contains(metric) ? std::max(usual, line * 4 / 5) : usual; // what stands beside large text
}

QSize RoomyStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    constexpr QSize leastTarget(24, 24); // pixels, after WCAG 2.2
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    static const QSet<ContentsType> targets{
        CT_PushButton, CT_ToolButton, CT_CheckBox, CT_RadioButton, CT_ComboBox, CT_LineEdit, CT_SpinBox, CT_TabBarTab};
    return targets.contains(type) ? size.expandedTo(leastTarget) : size;
}

void RoomyStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!option || !isHighContrast(*option))
        return;
    const bool isRimmed = std::find(Rimmed.begin(), Rimmed.end(), element) != Rimmed.end()
        || (element == PE_PanelButtonTool && !isFlatTool(*option));
    if (isRimmed)
        drawRim(*option, *painter);
}

void RoomyStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (option && (control == CC_ComboBox || control == CC_SpinBox) && isHighContrast(*option))
        drawRim(*option, *painter);
}

} // namespace foghorn

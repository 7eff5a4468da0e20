#include "ui/style/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QProxyStyle>
#include <QStyleHints>

namespace foghorn {

namespace {

/// Fusion with room around the words of tables and lists.
class RoomyStyle final : public QProxyStyle
{
public:
    RoomyStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const int line = QFontMetrics(QApplication::font()).height();
        if (metric == PM_HeaderMargin)
            return line / 2;
        if (metric == PM_FocusFrameHMargin) // of the words in cells; the style adds one
            return line / 2 - 1;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
};

struct Tones
{
    QColor window, base, alternate, text, button, highlight, highlighted, link, placeholder, disabled, shadow, tooltip;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette(tones.button, tones.window);
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Button, tones.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, tones.text);
    palette.setColor(QPalette::ToolTipBase, tones.tooltip);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, tones.highlighted);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::PlaceholderText, tones.placeholder);
    palette.setColor(QPalette::Shadow, tones.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    return palette;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    const QPalette before = QApplication::palette();
    m_startedDark = before.color(QPalette::Window).lightness() < before.color(QPalette::WindowText).lightness();
    QApplication::setStyle(new RoomyStyle); // the application owns it
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isDark() const
{
    switch (m_mode) {
    case Mode::Light:
        return false;
    case Mode::Dark:
        return true;
    case Mode::System:
        break;
    }
    return systemIsDark();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_startedDark;
}

void Theme::apply()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // Window frames follow too.
    switch (m_mode) {
    case Mode::System:
        QGuiApplication::styleHints()->unsetColorScheme();
        break;
    case Mode::Light:
        QGuiApplication::styleHints()->setColorScheme(Qt::ColorScheme::Light);
        break;
    case Mode::Dark:
        QGuiApplication::styleHints()->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
#endif
    m_application.setPalette(isDark() ? darkPalette() : lightPalette());
}

QPalette Theme::lightPalette()
{
    return paletteOf({.window = QColor(0xeff0f1),
        .base = QColor(0xffffff),
        .alternate = QColor(0xf5f6f7),
        .text = QColor(0x1b1e20),
        .button = QColor(0xf5f6f7),
        .highlight = QColor(0xcfe0f5),
        .highlighted = QColor(0x101214),
        .link = QColor(0x0b5cad),
        .placeholder = QColor(0x62666c),
        .disabled = QColor(0x8b9096),
        .shadow = QColor(0x9aa0a6),
        .tooltip = QColor(0xffffff)});
}

QPalette Theme::darkPalette()
{
    return paletteOf({.window = QColor(0x2a2e32),
        .base = QColor(0x1b1e20),
        .alternate = QColor(0x232629),
        .text = QColor(0xeceff1),
        .button = QColor(0x34393e),
        .highlight = QColor(0x2c4668),
        .highlighted = QColor(0xffffff),
        .link = QColor(0x7cbcff),
        .placeholder = QColor(0xa4abb3),
        .disabled = QColor(0x7d848b),
        .shadow = QColor(0x0c0d0e),
        .tooltip = QColor(0x34393e)});
}

} // namespace foghorn

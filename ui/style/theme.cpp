#include "ui/style/theme.h"

#include "ui/style/plaintooltips.h"
#include "ui/style/roomystyle.h"
#include "ui/style/textscale.h"

#include <QApplication>
#include <QStyleHints>

#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QAccessibilityHints>
#endif

#include <algorithm>

namespace foghorn {

namespace {

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
    , m_systemFont(QApplication::font())
{
    const QPalette before = QApplication::palette();
    m_startedDark = before.color(QPalette::Window).lightness() < before.color(QPalette::WindowText).lightness();
    application.installEventFilter(new PlainToolTips(this));
    QApplication::setStyle(new RoomyStyle); // the application owns it
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    connect(QGuiApplication::styleHints()->accessibility(), &QAccessibilityHints::contrastPreferenceChanged, this,
        &Theme::apply);
#endif
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
    Q_EMIT modeChanged();
}

bool Theme::isDark() const
{
    switch (m_mode) {
    case Mode::Light:
        return false;
    case Mode::Dark:
        return true;
    case Mode::System:
    case Mode::HighContrast:
        break;
    }
    return systemIsDark();
}

bool Theme::isHighContrast() const
{
    return m_mode == Mode::HighContrast || (m_mode == Mode::System && systemWantsContrast());
}

bool Theme::systemWantsContrast()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    return QGuiApplication::styleHints()->accessibility()->contrastPreference() == Qt::ContrastPreference::HighContrast;
#else
    return false;
#endif
}

void Theme::setTextSize(int percent)
{
    const int wanted = std::clamp(percent, SmallestText, LargestText);
    if (wanted == m_textSize)
        return;
    const double factor = wanted / static_cast<double>(m_textSize);
    m_textSize = wanted;
    // First what was measured with the old font; whoever measures again when the font changes has the last word.
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        scaleSizes(*widget, factor);
    QFont font = m_systemFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * wanted / 100);
    else
        font.setPixelSize(std::max(1, font.pixelSize() * wanted / 100));
    QApplication::setFont(font);
    Q_EMIT textSizeChanged();
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
    case Mode::HighContrast:
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
    if (isHighContrast())
        m_application.setPalette(highContrastPalette(isDark()));
    else
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

QPalette Theme::highContrastPalette(bool dark)
{
    const QColor ink(dark ? Qt::white : Qt::black);
    const QColor ground(dark ? Qt::black : Qt::white);
    // The ground of what is selected: 3 : 1 to the ground, and 7 : 1 to the ink.
    const QColor selected(dark ? 0x105aa0 : 0x7299ba);
    QPalette palette = paletteOf({.window = ground,
        .base = ground,
        .alternate = ground,
        .text = ink,
        .button = ground,
        .highlight = selected,
        .highlighted = ink,
        .link = dark ? QColor(0x8fd0ff) : QColor(0x003f80),
        .placeholder = dark ? QColor(0xd8d8d8) : QColor(0x303030),
        .disabled = dark ? QColor(0xa0a0a0) : QColor(0x606060),
        .shadow = ink,
        .tooltip = ground});
    // Frames and rims: Fusion takes them from these.
    for (const auto role : {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Dark})
        palette.setColor(role, ink);
    return palette;
}

} // namespace foghorn

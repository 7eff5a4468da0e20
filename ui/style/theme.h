#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace foghorn {

/// Light, dark or high contrast, and the size of text, for the whole application, on the Fusion style everywhere. All
/// differences between Qt versions are here.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)
public:
    enum class Mode { System, Light, Dark, HighContrast };
    Q_ENUM(Mode)

    /// Before this is made the application still has the desktop's own palette, which System mode reads on Qt
    /// below 6.5.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;
    bool isHighContrast() const;

    static constexpr int SmallestText = 80;
    static constexpr int LargestText = 200;
    /// In percent of the desktop's own.
    int textSize() const { return m_textSize; }
    /// Out of the limits: the nearest that is in them. Windows that are open follow.
    void setTextSize(int percent);

    static QPalette lightPalette();
    static QPalette darkPalette();
    /// Black on white, or white on black; states go by outline and word alone.
    static QPalette highContrastPalette(bool dark);

Q_SIGNALS:
    void modeChanged();
    void textSizeChanged();

private:
    void apply();
    bool systemIsDark() const;
    static bool systemWantsContrast();

    QApplication &m_application;
    const QFont m_systemFont;
    Mode m_mode = Mode::System;
    int m_textSize = 100;
    bool m_startedDark = false;
};

} // namespace foghorn

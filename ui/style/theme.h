#pragma once

#include <QObject>
#include <QPalette>

class QApplication;

namespace foghorn {

/// Light or dark for the whole application, on the Fusion style everywhere. All differences between Qt versions are
/// here.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Before this is made the application still has the desktop's own palette, which System mode reads on Qt
    /// below 6.5.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;

    static QPalette lightPalette();
    static QPalette darkPalette();

private:
    void apply();
    bool systemIsDark() const;

    QApplication &m_application;
    Mode m_mode = Mode::System;
    bool m_startedDark = false;
};

} // namespace foghorn

#pragma once

#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"

#include <QSize>

#include <functional>

class QDialog;

namespace foghorn {

class Theme;

/// A window on a busy evening with everything in it that there is to see: past, alerts, lines of logs, a message.
class EveningWindow final
{
    Q_DISABLE_COPY_MOVE(EveningWindow)
public:
    /// With these services instead of the ten when there are any; `size` in pixels, the window's own when empty.
    explicit EveningWindow(Theme &theme, const QList<FakeService> &services = {}, QSize size = {});
    ~EveningWindow();

    MainWindow &window() const { return *m_window; }
    FakeRoom &room() { return m_room; }

    /// Each page in turn, settled, with its name.
    void eachPage(const std::function<void(QWidget &, const QString &)> &look);
    /// Each dialog that an item of the menus with "…" at its end or one of the palette opens, other than Qt's own.
    void eachDialog(const std::function<void(QWidget &, const QString &)> &look);
    void eachPlace(const std::function<void(QWidget &, const QString &)> &look);
    void settle() const;

private:
    QDialog *openBy(QAction &action) const;

    FakeRoom m_room;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace foghorn

#pragma once

#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>

namespace foghorn {

/// What tests of the window share: a fleet that is made up, and a window on it that is in front. Made anew for each
/// test function: openWindow() in init(), closeWindow() in cleanup().
class WindowTest
{
protected:
    WindowTest() = default;
    ~WindowTest() { closeWindow(); }
    Q_DISABLE_COPY_MOVE(WindowTest)

    static QString id(const char *text) { return QString::fromLatin1(text); }

    /// On the ten services; `prepare` says how they are. Light.
    template<typename Prepare> void openWindow(Prepare prepare)
    {
        closeWindow();
        if (!m_theme) {
            m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
            m_theme->setMode(Theme::Mode::Light);
        }
        m_room = std::make_unique<FakeRoom>();
        m_room->registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
        prepare(*m_room);
        m_window = std::make_unique<MainWindow>(m_room->sources(), *m_theme, m_room->settings);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void closeWindow()
    {
        if (m_room)
            m_room->commands.end();
        m_window.reset();
        m_room.reset();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace foghorn

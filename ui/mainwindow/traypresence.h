#pragma once

#include "ui/tray/notificationsink.h"
#include "ui/tray/notifier.h"
#include "ui/tray/traycontent.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace foghorn {

class MainWindow;
class UserSettings;
struct WindowSources;

/// The window while nobody looks at it: an icon in the tray, for who wants one, and notifications of the desktop. With
/// the icon, closing the window hides it; should the tray go away meanwhile, the window comes back.
class TrayPresence final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayPresence)
public:
    /// What is outside of us; tests have their own.
    struct Outside
    {
        std::function<bool()> hasTray;
        std::unique_ptr<NotificationSink> sink;
    };
    static Outside desktop();

    /// It belongs to the window, which must outlive `sources` and `settings`.
    TrayPresence(MainWindow &window, const WindowSources &sources, UserSettings &settings, Outside outside);
    ~TrayPresence() override;

    QAction *trayAction() const { return m_trayAction; }
    QAction *pauseAction() const { return m_pause; }
    /// Made afresh each time it opens.
    QMenu *menu() const { return m_menu.get(); }
    const TrayContent &content() const { return m_content; }
    /// Looks whether there is something to tell, and whether the tray is still there; also every few seconds.
    void look();

private:
    void buildActions();
    void connectSink();
    void setTrayShown(bool shown);
    void refreshIcon();
    void fillMenu();
    void addWorst(const TrayContent::Named &service);
    void open();
    void openAt(const ServiceId &service);
    void restart(const ServiceId &service);
    void mute(qint64 alert);
    void tell(const Notification &notification);
    void fallBack(const Notification &notification);
    void onOperationEnded(int id);
    bool isLookedAt() const;

    MainWindow &m_window;
    const WindowSources &m_sources;
    UserSettings &m_settings;
    Outside m_outside;
    Notifier m_notifier;
    TrayContent m_content;
    QAction *m_trayAction = nullptr;
    QAction *m_notesAction = nullptr;
    QAction *m_pause = nullptr;
    std::unique_ptr<QMenu> m_menu; ///< the tray's; goes after the icon
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< null: not shown
    QTimer m_beat;
    QTimer m_soon; ///< several changes become one icon
};

} // namespace foghorn

#pragma once

#include "app/controlroom/controlroom.h"
#include "app/desktop/desktopconnections.h"
#include "app/desktop/desktopoptions.h"
#include "app/support/unixsignals.h"
#include "core/registry/connectionboard.h"
#include "ui/mainwindow/windowsources.h"
#include "ui/models/usersettings.h"
#include "ui/style/languages.h"
#include "ui/style/theme.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace foghorn {

class MainWindow;
class RemoteControlRoom;

/// The desktop program: a window on a control room of its own, or on a daemon that runs already.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desktop)
public:
    explicit Desktop(DesktopOptions options, QObject *parent = nullptr);
    ~Desktop() override;

    /// Once the event loop runs.
    void begin();

private:
    void lookForDaemon();
    void open();
    /// Runs the fleet in this program and shows it; on an error nothing has changed.
    Result<void> runOwn();
    /// The same with its files read already. With `goesOn` nothing that rests is started.
    Result<void> runOwn(const LoadedFleet &loaded, bool goesOn = false);
    /// Of the fleet that this program runs, or would; the first is empty where none was found.
    QList<QString> ownFiles() const;
    /// Reads fleet files in a worker: it may take seconds. Only the last that were wanted are used, and those only
    /// until something else is shown.
    void load(const QList<QString> &files, std::function<void(const LoadedFleet &)> use);
    /// To the daemon at that address.
    void attach(const QString &url);
    void show(const ApiTarget &target, const ConnectionProfile &profile);
    void connectRoom();
    /// The window goes to another fleet.
    void switchTo(const ApiTarget &target, const ConnectionProfile &profile);
    void switchToOwn();
    /// The fleet of that file in the place of the one that this program runs.
    void openFleet(const QString &file);
    /// Whether nothing that this program runs would be stopped, or left; else says why.
    bool mayLeaveRoom();
    void exchangeRoom(const QString &file, const LoadedFleet &loaded);
    /// After a fleet that could not be run, for that reason; nothing is started by that.
    void goBack(const QString &reason);
    /// Shows what is wrong in fleet files that cannot be used, with a way to do `again` what wanted them; false when
    /// they are good.
    bool showsFaults(const LoadedFleet &loaded, const QString &file, const std::function<void()> &again);
    void closeRoom();
    void onSwitchWanted(const ApiTarget &target, const ConnectionProfile &profile, bool stopsOwn);
    void onShutdownFinished();
    void hangUp();
    void connectDesk();
    void showWindow(const WindowSources &sources);
    /// Another one in the place of the one there is.
    void replaceWindow(const WindowSources &sources);
    /// The same window in the language that is spoken now.
    void renewWindow();
    void refuse(const QString &reason, int exitCode);
    void onTerminationAsked(int count);

    DesktopOptions m_options;
    bool m_byName = false; ///< a fleet or a daemon was named: somebody sits at a terminal and reads stderr
    const std::unique_ptr<UserSettings> m_settings; ///< in memory only under --safe
    Languages m_languages;
    Theme m_theme;
    UnixSignals m_signals;
    QNetworkAccessManager m_network;
    DesktopConnections m_desk;
    int m_load = 0; ///< number of the last one; others are not used any more
    std::function<void()> m_afterShutdown; ///< instead of the end of the program
    std::unique_ptr<ControlRoom> m_room; ///< one of the two
    std::unique_ptr<RemoteControlRoom> m_remote;
    ConnectionBoard m_ownConnection; ///< of the room in this program: it always stands
    std::optional<WindowSources> m_sources; ///< what the window shows; of one of the two above
    std::unique_ptr<MainWindow> m_window; ///< reads a room: goes first
};

} // namespace foghorn

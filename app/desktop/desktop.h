#pragma once

#include "app/controlroom/controlroom.h"
#include "app/desktop/desktopoptions.h"
#include "app/support/unixsignals.h"
#include "core/registry/connectionboard.h"
#include "ui/style/theme.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace foghorn {

class MainWindow;
class RemoteControlRoom;
struct WindowSources;

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
    /// To the daemon at that address.
    void attach(const QString &url);
    void showWindow(const WindowSources &sources);
    void refuse(const QString &reason, int exitCode);
    void onTerminationAsked(int count);

    DesktopOptions m_options;
    bool m_byName = false; ///< a fleet or a daemon was named: somebody sits at a terminal and reads stderr
    Theme m_theme;
    UnixSignals m_signals;
    QNetworkAccessManager m_network;
    std::unique_ptr<ControlRoom> m_room; ///< one of the two
    std::unique_ptr<RemoteControlRoom> m_remote;
    ConnectionBoard m_ownConnection; ///< of the room in this program: it always stands
    std::unique_ptr<MainWindow> m_window; ///< reads a room: goes first
};

} // namespace foghorn

#pragma once

#include "app/controlroom/controlroom.h"
#include "app/desktop/desktopoptions.h"
#include "app/support/unixsignals.h"
#include "ui/style/theme.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace foghorn {

class MainWindow;

/// The desktop program: a control room of its own and a window on it.
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
    void refuse(const QString &reason, int exitCode);
    void onTerminationAsked(int count);

    DesktopOptions m_options;
    bool m_byName = false; ///< fleet files were named: somebody sits at a terminal and reads stderr
    Theme m_theme;
    UnixSignals m_signals;
    QNetworkAccessManager m_network;
    std::unique_ptr<ControlRoom> m_room;
    std::unique_ptr<MainWindow> m_window; ///< reads the room: goes first
};

} // namespace foghorn

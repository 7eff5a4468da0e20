#pragma once

#include "app/controlroom/controlroom.h"
#include "app/daemon/daemonoptions.h"
#include "app/daemon/eventprinter.h"
#include "app/support/unixsignals.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace foghorn {

/// The headless program: a control room, signals from outside, and words on stdout and stderr.
class Daemon final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Daemon)
public:
    explicit Daemon(DaemonOptions options, QObject *parent = nullptr);
    ~Daemon() override;

    /// Nothing when the event loop is to run; else the exit code.
    std::optional<int> begin();

private:
    int check() const;
    void onInitialized();
    void onTerminationAsked(int count);
    void onReloadAsked();
    /// A signal that comes during a reload means a file that this one may not have seen: it leads to one more.
    void reloadIfAsked();
    void onReloaded(const ReloadOutcome &outcome);
    /// An upgrade: ends, and leaves the services to the next one.
    void onLeaveAsked();
    void onShutdownFinished();
    void watchUpwards();

    DaemonOptions m_options;
    UnixSignals m_signals;
    ControlRoom m_room;
    std::unique_ptr<EventPrinter> m_printer;
    bool m_isReloadAsked = false; ///< by a signal, and not begun
    bool m_isReloading = false; ///< begun by a signal, and not answered
    QTimer m_watchdog; ///< tells the service manager that the event loop turns
};

} // namespace foghorn

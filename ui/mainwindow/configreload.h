#pragma once

#include "core/commands/commands.h"

#include <QObject>

class QAction;

namespace foghorn {

class ConnectionBoard;
class MainWindow;
class ServiceRegistry;

/// Reads the fleet files again: first what that would do, then, when somebody agrees, that.
class ConfigReload final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigReload)
public:
    /// All must outlive it; `window` must be the parent in the end.
    ConfigReload(
        MainWindow &window, Commands &commands, const ServiceRegistry &registry, const ConnectionBoard &connection);
    ~ConfigReload() override;

    QAction &action() const { return *m_action; }

private:
    void update();
    void plan();
    void show(const ReloadOutcome &plan);
    void apply();

    MainWindow &m_window;
    Commands &m_commands;
    const ServiceRegistry &m_registry;
    const ConnectionBoard &m_connection;
    QAction *m_action;
    bool m_isBusy = false;
    const Actor m_actor;
};

} // namespace foghorn

#pragma once

#include "ui/mainwindow/operations.h"

#include <QObject>

#include <array>

class QAction;

namespace foghorn {

class EventLog;

/// The actions on the whole fleet. Disabled ones say why; all but the check ask first.
class FleetActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetActions)
public:
    /// Dialogs belong to `window`.
    FleetActions(const ServiceRegistry &registry, const EventLog &events, Operations &operations, QWidget &window,
        QObject *parent);
    ~FleetActions() override;

    QAction *action(FleetVerb verb) const { return m_actions[static_cast<std::size_t>(verb)]; }
    void update(const QString &blocked);
    /// The name to be typed before all are stopped or restarted; empty: none.
    void setProtected(const QString &name) { m_toType = name; }

private:
    void trigger(FleetVerb verb);

    const ServiceRegistry &m_registry;
    const EventLog &m_events;
    Operations &m_operations;
    QWidget &m_window;
    QString m_toType;
    std::array<QAction *, 4> m_actions{};
};

} // namespace foghorn

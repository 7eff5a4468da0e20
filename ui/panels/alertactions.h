#pragma once

#include "core/commands/alertcommands.h"
#include "core/model/alert.h"

#include <QFuture>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <chrono>

class QAction;
class QMenu;

namespace foghorn {

/// What can be done about the chosen alerts: one QAction each for page, menu and context menu. Disabled ones say why.
class AlertActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertActions)
public:
    /// Both must outlive it; menus belong to `owner`.
    AlertActions(AlertCommands &commands, QWidget &owner);
    ~AlertActions() override;

    /// The alerts themselves, each once.
    void setChosen(const QList<Alert> &alerts);
    /// Why nothing can be done about alerts now; empty: it can.
    void setBlocked(const QString &why);

    QAction *seen() const { return m_seen; }
    QMenu *muteMenu() const { return m_mute; }
    QMenu *maintenanceMenu() const { return m_maintenance; }
    QAction *showInGraph() const { return m_graph; }
    QAction *restartCause() const { return m_restart; }
    void fill(QMenu &menu) const;
    /// Nobody is asked and nothing is emitted but what came of it.
    void setSeen(const QList<Alert> &alerts, bool seen);
    /// 0: no longer.
    void setMute(const QList<Alert> &alerts, std::chrono::minutes time);

Q_SIGNALS:
    void graphWanted(const foghorn::ServiceId &service);
    void restartWanted(const foghorn::ServiceId &service);
    /// A person has asked for it; the alerts as they were before.
    void seenMarked(const QList<foghorn::Alert> &alerts, bool seen);
    void muteChosen(const QList<foghorn::Alert> &alerts, std::chrono::minutes time);
    void succeeded(const QString &message);
    void failed(const QString &message);

private:
    QAction *make(const QString &text, const QString &tip, const QKeySequence &key = {});
    void buildMenus();
    void markSeen();
    void mute(std::chrono::minutes time);
    void maintain(std::chrono::minutes time);
    void watch(const QFuture<CommandOutcome> &future, const QString &done);
    void update();
    void setReason(QAction *action, const QString &reason);

    AlertCommands &m_commands;
    QWidget &m_owner;
    QList<Alert> m_chosen;
    QString m_blocked;
    QAction *m_seen = nullptr;
    QMenu *m_mute = nullptr;
    QMenu *m_maintenance = nullptr;
    QAction *m_muteHour = nullptr;
    QAction *m_unmute = nullptr;
    QAction *m_endMaintenance = nullptr;
    QAction *m_graph = nullptr;
    QAction *m_restart = nullptr;
};

} // namespace foghorn

#pragma once

#include "ui/mainwindow/operations.h"

#include <QObject>

#include <array>

class QAction;

namespace foghorn {

class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;

/// The actions on services: one QAction each for toolbar, menu and context menu. Disabled ones say why.
class ServiceActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceActions)
public:
    /// Dialogs belong to `window`, which must be the parent in the end.
    ServiceActions(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
        Operations &operations, QWidget &window);
    ~ServiceActions() override;

    QAction *action(Verb verb) const { return m_actions[static_cast<std::size_t>(verb)]; }
    QAction *startAllAction() const { return m_startAll; }
    QAction *stopAllAction() const { return m_stopAll; }
    /// Nothing can be asked of any service, for this reason; empty: it can.
    void setBlocked(const QString &reason);

private:
    QAction *make(const QString &text, const QString &tip, const QKeySequence &shortcut, const QIcon &icon);
    void update();
    void updateVerb(Verb verb, const QList<ServiceRow> &rows);
    void updateAll();
    void setReason(QAction *action, const QString &reason);
    void trigger(Verb verb);
    void stop(const QList<ServiceId> &services);
    void askStopAll();
    QList<ServiceRow> selectedRows() const;

    const ServiceRegistry &m_registry;
    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    Operations &m_operations;
    QWidget &m_window;
    std::array<QAction *, 4> m_actions{};
    QAction *m_startAll = nullptr;
    QAction *m_stopAll = nullptr;
    QString m_blocked;
};

} // namespace foghorn

#pragma once

#include "ui/dialogs/consequences.h"
#include "ui/mainwindow/operations.h"

#include <QObject>

#include <array>

class QAction;

namespace foghorn {

class EventLog;
class FleetActions;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;
class UserSettings;

/// The actions on services: one QAction each for toolbar, menu and context menu. Disabled ones say why; those that
/// would hit others say whom, before anything happens.
class ServiceActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceActions)
public:
    /// What they work on; all of it must outlive them.
    struct Sources
    {
        const ServiceRegistry &registry;
        const EventLog &events; ///< tells how long things usually take
        ServiceTableModel &model;
        ServiceSelection &selection;
        Operations &operations;
        UserSettings &settings; ///< questions that somebody does not want to be asked again
    };

    /// Dialogs belong to `window`, which must be the parent in the end.
    ServiceActions(const Sources &sources, QWidget &window);
    ~ServiceActions() override;

    QAction *action(Verb verb) const { return m_actions[static_cast<std::size_t>(verb)]; }
    /// Restarts what needs the selected services too.
    QAction *restartWithDependents() const { return m_restartWith; }
    /// All on the selection, in the order of menus.
    QList<QAction *> actions() const;
    FleetActions &fleet() const { return *m_fleet; }
    QAction *startAllAction() const;
    QAction *stopAllAction() const;
    Operations &operations() const { return m_sources.operations; }
    /// Asks, then kills this one, selected or not.
    void forceStop(const ServiceId &service);
    /// Nothing can be asked of any service, for this reason; empty: it can.
    void setBlocked(const QString &reason);
    /// The connection is protected and called so: its questions are always asked. Empty: it is not.
    void setProtected(const QString &name);

Q_SIGNALS:
    /// A service was stopped without a question: it can be had back.
    void wayBackOffered(const foghorn::ServiceId &service);

protected:
    bool event(QEvent *event) override;

private:
    /// What is asked for, put together before anybody agrees.
    struct Wish
    {
        Verb verb = Verb::Start;
        QList<ServiceId> services;
        CommandOptions options;
    };

    QAction *make(const QString &text, const QKeySequence &shortcut, const QIcon &icon);
    void update();
    void updateVerb(Verb verb, const QList<ServiceRow> &rows);
    QString busyReason(Verb verb, const QList<ServiceRow> &rows, QList<ServiceRow> &free) const;
    QString hintOf(Verb verb, const QList<ServiceRow> &rows, bool withDependents);
    const StopPlan &planOf(const QList<ServiceId> &services);
    void trigger(Verb verb, bool withDependents);
    void stop(const Wish &wish);
    void restart(const Wish &wish);
    void askToForce(const Wish &wish);
    bool isSpared(const StopPlan &plan, bool isRestart) const;
    /// `key`: where the answer "do not ask again" is kept; empty: it cannot be given.
    void ask(const ConsequenceDialog::Content &content, const Wish &wish, const QString &key);
    QList<ServiceRow> selectedRows() const;

    const Sources m_sources;
    QWidget &m_window;
    FleetActions *m_fleet;
    std::array<QAction *, VerbCount> m_actions{};
    QAction *m_restartWith = nullptr;
    QString m_blocked;
    bool m_isProtected = false;
    QList<ServiceId> m_plannedFor; ///< in this update, which is made ten times a second
    StopPlan m_plan;
};

} // namespace foghorn

#pragma once

#include "core/alerts/alertdesk.h"
#include "core/alerts/alertdispatcher.h"
#include "core/alerts/alertfile.h"
#include "core/alerts/diskwatch.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"
#include "core/store/historywatch.h"
#include "core/store/statestore.h"

#include <QObject>

namespace foghorn {

/// All that has to do with alerts, put together: who judges, who remembers and who tells.
class AlertRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertRoom)
public:
    /// Everything given must outlive the room. `environment`: of programs that are told.
    AlertRoom(const QString &stateDirectory, const QString &fleet, QList<QByteArray> environment,
        ServiceRegistry &registry, EventLog &events, StateStore &store, QObject *parent = nullptr);
    /// Saves what there is.
    ~AlertRoom() override;

    /// Takes what was saved, then follows the registry, which has the fleet's outline already. Blocks while it reads.
    void begin(const AlertsSpec &spec);
    /// What a reload brought.
    void setSpec(const AlertsSpec &spec);
    void setApiUrl(const QString &url) { m_dispatcher.setApiUrl(url); }
    /// What was wrong with what was saved; empty: nothing.
    QString notice() const { return m_file.notice(); }

    AlertBoard &board() { return m_board; }
    AlertCommands &commands() { return m_desk; }

private:
    void save();
    void note(const QString &message);

    EventLog &m_events;
    AlertBoard m_board;
    AlertFile m_file;
    AlertDesk m_desk;
    AlertDispatcher m_dispatcher;
    DiskWatch m_disk;
    HistoryWatch m_history;
    QTimer m_saveSoon;
};

} // namespace foghorn

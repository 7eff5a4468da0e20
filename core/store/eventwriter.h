#pragma once

#include "core/model/event.h"
#include "core/store/storefault.h"

#include <QSqlQuery>

#include <optional>

namespace foghorn {

/// Writes events, and the spans of run state and of health that they begin. All calls but open() happen inside a
/// transaction.
class EventWriter final
{
    Q_DISABLE_COPY_MOVE(EventWriter)
public:
    explicit EventWriter(QSqlDatabase &database);

    MaybeFault open();
    /// `service`: the number of the event's service; nothing when it has none.
    MaybeFault write(const Event &event, std::optional<qint64> service);
    /// Nobody saw the service's state from then on.
    MaybeFault writeUnobserved(qint64 service, WallTime from);
    MaybeFault remove(qint64 service);

private:
    QSqlDatabase &m_database;
    QSqlQuery m_event, m_cutStates, m_cutHealths, m_stateSpan, m_healthSpan;
};

} // namespace foghorn

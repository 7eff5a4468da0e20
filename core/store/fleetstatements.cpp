#include "core/store/fleetstatements.h"

#include "core/store/sqlsteps.h"

namespace foghorn {

MaybeFault FleetStatements::prepare()
{
    const std::initializer_list<std::pair<QSqlQuery *, QString>> all = {
        {&findService, QStringLiteral("SELECT id FROM service WHERE name = ?")},
        {&addService, QStringLiteral("INSERT INTO service (name) VALUES (?)")},
        {&state,
            QStringLiteral(
                "INSERT OR REPLACE INTO state (service, goal, state, cause, since, was_ready, restart_count,"
                " restart_attempts, last_restart, exit_kind, exit_code, exit_signal, exit_core, exit_reason,"
                " last_error, ports, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        {&cutSpans, QStringLiteral("DELETE FROM span WHERE service = ? AND at >= ?")},
        {&span, QStringLiteral("INSERT OR REPLACE INTO span (service, at, condition) VALUES (?, ?, ?)")},
        {&value, QStringLiteral("INSERT OR REPLACE INTO fleet (key, value) VALUES (?, ?)")},
    };
    for (const auto &[query, statement] : all) {
        if (auto fault = foghorn::prepare(*query, statement))
            return fault;
    }
    auto fault = checks.open();
    return fault ? fault : events.open();
}

} // namespace foghorn

#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/alertboard.h"

#include <QJsonObject>

namespace foghorn {

/// One alert as an object: id, status (firing | resolved), rule, severity, service, message, since, resolved_at,
/// duration_seconds, count, affected, acknowledged, acknowledged_by, acknowledged_at, muted_until, in_maintenance,
/// folded_into; what it has not is null.
void writeAlert(JsonWriter &json, const Alert &alert);
/// The inverse; nothing when it is none.
std::optional<Alert> alertFromJson(const QJsonObject &object);

/// Services that are worked on: name to when that ends.
void writeMaintenance(JsonWriter &json, const QMap<ServiceId, WallTime> &maintenance);

/// GET /alerts: total, firing, alerts[] (the newest first), maintenance.
QByteArray alertsAnswer(const QList<const Alert *> &alerts, const AlertBoard &board);
/// To acknowledge and mute: message, alert.
QByteArray alertAnswer(const Alert &alert, const QString &message);
/// POST /service/{name}/maintenance: service, maintenance_until (null: none), message.
QByteArray maintenanceAnswer(const ServiceId &service, const AlertBoard &board, const QString &message);

} // namespace foghorn

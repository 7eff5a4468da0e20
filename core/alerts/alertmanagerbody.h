#pragma once

#include "core/model/alert.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace foghorn {

/// What stands around the alerts that are posted to a Prometheus Alertmanager.
struct AlertmanagerFrame
{
    QString fleet;
    QString generatorUrl; ///< where people find the alerts; empty: nowhere
    WallTime expiry{}; ///< a firing alert that is not sent again by then is over
};

/// The body of POST /api/v2/alerts: labels alertname, severity, fleet, rule and service; annotations summary,
/// description, foghorn_id and acknowledged_by; startsAt, endsAt, generatorURL.
QByteArray alertmanagerBody(const QList<Alert> &alerts, const AlertmanagerFrame &frame);

} // namespace foghorn

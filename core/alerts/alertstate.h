#pragma once

#include "core/alerts/outbox.h"
#include "core/model/alert.h"

#include <QMap>

namespace foghorn {

/// What must outlive the orchestrator.
struct SavedAlerts
{
    qint64 lastId = 0;
    QList<Alert> alerts; ///< open and resolved, the oldest first
    QMap<ServiceId, WallTime> maintenance;
    QList<Delivery> outbox; ///< not told yet
    bool operator==(const SavedAlerts &) const = default;
};

QByteArray toJson(const SavedAlerts &saved);
/// Nothing when it is not what toJson() writes.
std::optional<SavedAlerts> savedAlertsFromJson(const QByteArray &json);

} // namespace foghorn

#pragma once

#include "core/registry/history.h"

#include <QByteArray>
#include <QJsonObject>

namespace foghorn {

/// GET /service/{name}/history: service, from, to, points, checks[], states[], state_spans[], health_spans[]. A point
/// of checks[] has the members of its worst check, and from, to, count, passed_count, and min_ms, mean_ms, p95_ms,
/// max_ms of the response times.
QByteArray historyAnswer(const ServiceHistory &history, const HistoryQuery &query);
/// The inverse, but for the ids of its events.
ServiceHistory historyFromJson(const QJsonObject &object);

} // namespace foghorn

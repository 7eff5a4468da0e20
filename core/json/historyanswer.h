#pragma once

#include "core/registry/history.h"

#include <QByteArray>

namespace foghorn {

/// GET /service/{name}/history: service, from, to, points, checks[], states[], state_spans[], health_spans[]. A point
/// of checks[] has the members of its worst check, and from, to, count, passed_count, and min_ms, mean_ms, p95_ms,
/// max_ms of the response times.
QByteArray historyAnswer(const ServiceHistory &history, const HistoryQuery &query);

} // namespace foghorn

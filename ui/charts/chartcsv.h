#pragma once

#include "ui/charts/responsepoints.h"

namespace foghorn {

struct ServicePoints
{
    ServiceId service;
    QList<ResponsePoint> points;
};

/// The charted values as RFC 4180 says: UTF-8, CRLF, a header row, UTC times of RFC 3339, numbers with a point.
/// Columns: service, time, average_ms, p95_ms, checks, passed, timed_out.
QByteArray chartCsv(const QList<ServicePoints> &services);

} // namespace foghorn

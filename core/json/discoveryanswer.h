#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>

namespace foghorn {

/// GET /sd: what Prometheus's HTTP service discovery reads. One group for each endpoint with a host and a port, and for
/// each port that no endpoint names; of an endpoint called `metrics` also path and scheme hold.
QByteArray discoveryAnswer(const QList<const RegistryEntry *> &entries, const QString &fleet);

} // namespace foghorn

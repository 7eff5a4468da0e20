#pragma once

#include "core/json/prometheustext.h"
#include "core/registry/serviceregistry.h"

namespace foghorn {

/// Every metric of every service that the registry knows, family by family.
void writeServiceMetrics(PrometheusText &text, const ServiceRegistry &registry, WallTime now);

} // namespace foghorn

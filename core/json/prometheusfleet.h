#pragma once

#include "core/json/prometheustext.h"
#include "core/registry/serviceregistry.h"

namespace foghorn {

/// What is true of the fleet as a whole. `version`: of the program.
void writeFleetMetrics(PrometheusText &text, const ServiceRegistry &registry, QStringView version);

} // namespace foghorn

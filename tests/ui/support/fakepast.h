#pragma once

#include "core/registry/serviceregistry.h"

namespace foghorn {

class FakeHistory;

/// Gives each service of the registry a past of a week that ends in what the registry says now: a check every half a
/// minute for the last hours and one point for every ten minutes before; some trouble, restarts, commands and alerts.
/// The same on every run but for the time. `registry` must outlive the history.
void makePast(const ServiceRegistry &registry, FakeHistory &history);

} // namespace foghorn

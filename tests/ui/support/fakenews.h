#pragma once

#include "core/registry/servicelogs.h"

namespace foghorn {

class AlertBoard;
class ServiceRegistry;

/// The alerts of the evening of makeBusyEvening(); with other fleets those of a switch that has failed.
void makeAlerts(AlertBoard &board, const ServiceRegistry &registry);
/// What these services write in the last minutes: levels, colours, JSON, a long line, a trace.
LogNews fakeNews(const QList<ServiceId> &services, int lines);

} // namespace foghorn

#pragma once

#include "core/registry/serviceregistry.h"

#include <QString>

namespace foghorn {

/// How a process ended, in a few words: "exit 1", "ended by SIGKILL (core dumped)", "program not found: foo".
QString exitWords(const ExitInfo &exit);

/// Why a service is in its state, as one English sentence without a full stop: "waiting for edge to become healthy",
/// "restarting after exit 1 (2 of 3)". Holds no running counters, so it stays equal until something happens.
QString whySentence(const ServiceStatus &status, const HealthSummary &health, const ServiceInfo &info);
/// The same, with what the service says of itself.
QString whySentence(const RegistryEntry &entry);

} // namespace foghorn

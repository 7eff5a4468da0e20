#pragma once

#include "core/fleetfile/servicedraft.h"

namespace foghorn {

/// The variables of `env_file`'s files, later ones over earlier ones.
EnvironmentList readEnvironmentFiles(const Value &value);
/// Lays the entries of an `environment` map over `list`. An entry without a value takes that of the orchestrator's own
/// environment, as in Compose.
void readEnvironment(EnvironmentList &list, const Value &value, bool withReferences);

void readServiceEnvironmentFiles(ServiceDraft &draft, const Value &value);
void readServiceEnvironment(ServiceDraft &draft, const Value &value);

} // namespace foghorn

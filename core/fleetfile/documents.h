#pragma once

#include "core/fleetfile/sources.h"

namespace foghorn {

/// One document out of several and what they include. Later ones lie over earlier ones and a file over those it
/// includes; but a service has one place among a file and its includes. Missing when no document could be read.
const YamlNode *mergedDocuments(const std::vector<Sources::Document> &documents, YamlArena &arena, FaultList &faults);

} // namespace foghorn

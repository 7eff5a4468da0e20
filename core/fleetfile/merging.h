#pragma once

#include "core/fleetfile/yamlnode.h"

namespace foghorn {

/// `over` laid over `base`: maps merge entry by entry, everything else is replaced. Two probes in `health` do not
/// merge: the later one replaces the earlier. Neither argument changes; either may be missing.
const YamlNode *merged(const YamlNode *base, const YamlNode *over, YamlArena &arena);

} // namespace foghorn

#pragma once

#include "core/health/httpanswer.h"
#include "core/model/servicespec.h"

namespace foghorn {

/// Whether an HTTP answer is what the probe expects: the status range, then each member of the JSON body. A member's
/// name is looked up as it stands, then as a dotted path ("checks.db.ok", "nodes.0.up"). Empty: it is. Else what is
/// wrong, one printable line: `member 'status' is "degraded", expected "healthy"`.
QString httpFault(const ProbeSpec &expected, const HttpAnswer &answer);

} // namespace foghorn

#pragma once

#include "core/base/serviceid.h"

#include <QHash>

#include <optional>

namespace foghorn {

/// Leader pids and whose they are.
using Leaders = QHash<qint64, ServiceId>;

/// The service whose tree `pid` is in: its own, an ancestor's, or (parents may have ended) the session's leader is a
/// known one; the nearest wins. Nothing when the process has ended or belongs to none. Reads /proc; at most 64
/// generations.
std::optional<ServiceId> serviceOf(qint64 pid, const Leaders &leaders);

} // namespace foghorn

#pragma once

#include "core/model/servicestatus.h"

#include <QList>

namespace foghorn {

/// What people need to know of processes that will not end. Waits for a process whose memory is being changed, so call
/// it in a worker thread. Those that have ended are left out.
QList<LingeringProcess> describeProcesses(const QList<qint64> &pids);

} // namespace foghorn

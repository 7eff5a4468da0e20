#pragma once

#include <QtGlobal>

namespace foghorn {

/// Whether a process of that number lives; a zombie does not. False for 0 and below.
bool isProcessAlive(qint64 pid);

} // namespace foghorn

#pragma once

#include "core/crashes/crashreport.h"

#include <QByteArray>

namespace foghorn {

/// One JSON object, as it is kept and as the API gives it.
QByteArray crashJson(const CrashReport &report);

} // namespace foghorn

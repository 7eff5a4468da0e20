#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

namespace foghorn {

/// Renames a database with its -wal and -shm to `<path>.<why>-<UTC time>` (and `…-wal`, `…-shm`), so that SQLite's own
/// tools can still open what was set aside. Nothing may have it open. Returns the new path.
Result<QString> setAside(const QString &path, const QString &why, WallTime now);

} // namespace foghorn

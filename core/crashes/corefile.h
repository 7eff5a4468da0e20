#pragma once

#include "core/crashes/crashreport.h"

namespace foghorn {

/// Where the kernel puts cores, as /proc/sys/kernel says it.
struct CorePattern
{
    QString pattern; ///< core_pattern
    bool addsPid = false; ///< core_uses_pid

    static CorePattern read();
    /// The program that takes cores over a pipe; empty: they are files.
    QString handler() const;
};

/// The core of a process that was dumped, when there is such a file not older than the run. `directory`: what the
/// process worked in. Call it in a worker thread.
std::optional<CoreFile> findCore(const CorePattern &pattern, const RunEnd &end, const QString &directory);

} // namespace foghorn

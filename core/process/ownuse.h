#pragma once

#include <QtGlobal>

namespace foghorn {

/// What this process uses itself.
struct OwnUse
{
    double cpuSeconds = 0; ///< user and system, since its start
    double startTime = 0; ///< Unix time, seconds
    qint64 residentBytes = 0;
    qint64 virtualBytes = 0;
    int threads = 0;
    int openDescriptors = 0;
    qint64 mostDescriptors = 0; ///< the soft limit; 0: none
};

/// Looks now; some 50 µs.
OwnUse readOwnUse();

} // namespace foghorn

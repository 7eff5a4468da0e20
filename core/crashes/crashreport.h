#pragma once

#include "core/model/checkresult.h"
#include "core/model/runend.h"
#include "core/model/servicespec.h"

#include <QList>
#include <QString>

#include <optional>

namespace foghorn {

/// What a service's tree used at one moment.
struct UseSample
{
    WallTime at{};
    double cpuPercent = 0; ///< of one core
    qint64 memory = 0; ///< resident bytes
    int threads = 0;
    int descriptors = 0;
};

/// One key of the fleet file that differs from what it was. Of the environment only names are known.
struct SpecChange
{
    QString key; ///< "command", "restart.max_attempts", "environment.TOKEN"
    std::optional<QString> before; ///< none: it was not there, or is not shown
    std::optional<QString> after; ///< none: it is not there any more, or is not shown

    bool operator==(const SpecChange &) const = default;
};

/// The file with a process's memory.
struct CoreFile
{
    QString path;
    qint64 size = 0; ///< bytes
};

/// All that is known of one unwanted end.
struct CrashReport
{
    RunEnd end;
    QString version;
    QList<CheckResult> checks; ///< the last ones, oldest first
    QList<UseSample> curve; ///< of the run's last minute, oldest first
    QList<QString> log; ///< the last lines
    std::optional<CoreFile> core;
    QString coreHandler; ///< the program that takes cores instead of a file; empty: none
    std::optional<QList<SpecChange>> changes; ///< since the last good start; none: there was none that is remembered
};

} // namespace foghorn

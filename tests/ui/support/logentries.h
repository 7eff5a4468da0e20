#pragma once

#include "ui/models/logentry.h"

#include "core/base/clock.h"

#include <chrono>
#include <vector>

namespace foghorn {

/// A line that a service wrote so many seconds after noon of 2026-11-23.
inline LogEntry logEntry(int second, const QString &text, LogLevel level = LogLevel::Info, const QString &service = {})
{
    LogEntry made;
    made.at = *fromRfc3339("2026-11-23T12:00:00Z") + std::chrono::seconds(second);
    made.order = made.at;
    made.text = text;
    made.level = level;
    made.service = service;
    return made;
}

/// One line a second, each says which: `from` to `to`, without that.
inline std::vector<LogEntry> numberedEntries(int from, int to)
{
    std::vector<LogEntry> made;
    for (int i = from; i < to; ++i)
        made.push_back(logEntry(i, QString::number(i)));
    return made;
}

} // namespace foghorn

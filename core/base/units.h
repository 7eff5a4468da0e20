#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace foghorn {

/// "250ms", "5s", "10m", "2h", "7d", parts joined ("1h30m"), or a plain number of seconds ("30", "0.5").
/// Nothing when it is none of these, is negative, or is beyond 100 years.
std::optional<std::chrono::milliseconds> parseDuration(QStringView text);
/// The shortest form that parseDuration reads back: "250ms", "5s", "1m30s", "2h".
QString formatDuration(std::chrono::milliseconds duration);

/// "512K", "10M", "2G", "1T" (powers of 1024) or a plain number of bytes. Nothing when it is none of these.
std::optional<qint64> parseSize(QStringView text);

} // namespace foghorn

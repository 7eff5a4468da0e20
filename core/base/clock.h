#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace foghorn {

/// For intervals and timeouts: never jumps. Pure code gets it as an argument.
using MonoTime = std::chrono::steady_clock::time_point;
/// For people and files only: may jump. UTC, milliseconds.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// Both clocks, read together.
struct Now
{
    MonoTime mono;
    WallTime wall;

    static Now read();
};

/// RFC 3339 in UTC with milliseconds and `Z`: "2026-11-23T00:31:07.042Z".
QByteArray toRfc3339(WallTime time);
/// The inverse of toRfc3339 for any RFC 3339 time with zone; nothing when it is none.
std::optional<WallTime> fromRfc3339(QByteArrayView text);

} // namespace foghorn

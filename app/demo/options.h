#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

namespace foghorn::demo {

/// What the command line asked for.
struct Options
{
    std::string name;
    std::uint16_t port = 0; ///< 0: any free one; it is printed
    std::chrono::milliseconds readyDelay{0}; ///< until then /health answers 503
    bool heartbeat = false;
};

/// What is to be printed instead of running, and the exit code.
struct Farewell
{
    std::string text;
    int exitCode = 0; ///< 0: help and version, for stdout; 2: a usage error, for stderr
};

std::variant<Options, Farewell> parseOptions(int argc, const char *const *argv);

} // namespace foghorn::demo

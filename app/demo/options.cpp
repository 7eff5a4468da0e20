#include "app/demo/options.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace foghorn::demo {
namespace {

constexpr std::string_view help =
    "Usage: foghorn-demo --name NAME --port PORT [--delay-ready MS] [--heartbeat]\n"
    "\n"
    "A small service to try Foghorn with: it answers on 127.0.0.1 and fails when it is told to.\n"
    "\n"
    "  --name NAME        the service's name\n"
    "  --port PORT        where to listen, 0 to 65535 (0: any free port)\n"
    "  --delay-ready MS   become ready only after so many milliseconds\n"
    "  --heartbeat        beat every 10 s, or twice per WATCHDOG_USEC\n"
    "  --help, --version\n"
    "\n"
    "GET /health    {\"status\":\"healthy\",\"service\":NAME,\"uptime_seconds\":N}\n"
    "POST /fault    {\"kind\":\"unhealthy|hang|crash|slow|ignore-term|leak\",\"seconds\":N}\n"
    "\n"
    "Environment: NOTIFY_SOCKET and WATCHDOG_USEC as with systemd; FOGHORN_HEARTBEAT_URL, FOGHORN_TOKEN\n"
    "Exit codes: 0 asked to stop, 1 cannot serve, 2 wrong usage\n";

Farewell usageError(std::string_view what)
{
    return {"foghorn-demo: " + std::string(what) + "; see foghorn-demo --help\n", 2};
}

template<typename T> std::optional<T> number(std::string_view text)
{
    T value{};
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

/// A name that may stand in JSON and in a log line as it is.
bool isHarmless(std::string_view name)
{
    for (const char c : name) {
        const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
            || c == '-' || c == '.';
        if (!good)
            return false;
    }
    return !name.empty() && name.size() <= 64;
}

} // namespace

std::variant<Options, Farewell> parseOptions(int argc, const char *const *argv)
{
    Options options;
    bool hasPort = false;
    for (int i = 1; i < argc; ++i) {
        std::string_view option = argv[i];
        if (option == "--help" || option == "-h")
            return Farewell{std::string(help), 0};
        if (option == "--version")
            return Farewell{"foghorn-demo " FOGHORN_VERSION "\n", 0};
        if (option == "--heartbeat") {
            options.heartbeat = true;
            continue;
        }
        std::optional<std::string_view> value;
        if (const auto equals = option.find('='); equals != std::string_view::npos) {
            value = option.substr(equals + 1);
            option = option.substr(0, equals);
        }
        if (option != "--name" && option != "--port" && option != "--delay-ready")
            return usageError("unknown argument '" + std::string(option) + "'");
        if (!value && i + 1 < argc)
            value = argv[++i];
        if (!value)
            return usageError(std::string(option) + " needs a value");
        if (option == "--name") {
            if (!isHarmless(*value))
                return usageError("--name must be 1 to 64 letters, digits, '-', '_' or '.'");
            options.name = *value;
        } else if (option == "--port") {
            const auto port = number<std::uint16_t>(*value);
            if (!port)
                return usageError("--port must be a number from 0 to 65535, not '" + std::string(*value) + "'");
            options.port = *port;
            hasPort = true;
        } else {
            const auto delay = number<std::uint32_t>(*value);
            if (!delay)
                return usageError("--delay-ready must be a number of milliseconds, not '" + std::string(*value) + "'");
            options.readyDelay = std::chrono::milliseconds(*delay);
        }
    }
    if (options.name.empty())
        return usageError("--name is missing");
    if (!hasPort)
        return usageError("--port is missing");
    return options;
}

} // namespace foghorn::demo

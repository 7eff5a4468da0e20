#include "app/demo/service.h"

#include <utility>

namespace foghorn::demo {
namespace {

using namespace std::chrono_literals;

constexpr auto slowness = 2s;

Reply problem(int status, std::string_view title, std::string_view detail)
{
    return {.status = status,
        .body = R"({"title":")" + std::string(title) + R"(","status":)" + std::to_string(status) + R"(,"detail":")"
            + std::string(detail) + R"("})"};
}

Reply wrongMethod(std::string_view allow)
{
    Reply reply = problem(405, "Method not allowed", "see the Allow field");
    reply.allow = allow;
    return reply;
}

/// A text of our own for a JSON string: only its quotes need care.
std::string inQuotes(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace

Service::Service(Options options, Clock::time_point now)
    : m_options(std::move(options))
    , m_startedAt(now)
    , m_readyAt(now + m_options.readyDelay)
{
}

std::string Service::takeLogLine() { return std::exchange(m_logLine, {}); }

Reply Service::handle(std::string_view method, std::string_view target, std::string_view body, Clock::time_point now)
{
    const bool isGet = method == "GET" || method == "HEAD";
    if (target == "/health")
        return isGet ? health(now) : wrongMethod("GET, HEAD");
    if (target == "/fault")
        return method == "POST" ? takeFault(body, now) : wrongMethod("POST");
    if (target == "/") {
        if (!isGet)
            return wrongMethod("GET, HEAD");
        return {.body = "foghorn-demo " + m_options.name + "\nGET /health, POST /fault\n",
            .contentType = "text/plain; charset=utf-8"};
    }
    return problem(404, "Not found", "there are /, /health and /fault");
}

Reply Service::health(Clock::time_point now) const
{
    if (m_faults.isOn(Fault::Hang, now))
        return {.kind = Reply::Kind::Never};
    Reply reply;
    if (m_faults.isOn(Fault::Slow, now))
        reply.delay = slowness;
    const bool isWell = isReady(now) && !m_faults.isOn(Fault::Unhealthy, now);
    if (isWell) {
        const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(now - m_startedAt).count();
        reply.body = R"({"status":"healthy","service":")" + m_options.name + R"(","uptime_seconds":)"
            + std::to_string(uptime) + "}";
    } else {
        reply.status = 503;
        reply.body = isReady(now) ? R"({"status":"unhealthy"})" : R"({"status":"starting"})";
    }
    return reply;
}

Reply Service::takeFault(std::string_view body, Clock::time_point now)
{
    const auto parsed = parseFaultOrder(body);
    if (const auto *const wrong = std::get_if<std::string>(&parsed))
        return problem(400, "Bad request", inQuotes(*wrong));
    const auto &order = std::get<FaultOrder>(parsed);
    const std::string name(faultName(order.fault));
    const std::string seconds = std::to_string(order.duration.count());
    m_faults.set(order, now);
    m_logLine = order.fault == Fault::Crash ? "fault: crash" : "fault: " + name + " for " + seconds + " s";
    return {.body = R"({"success":true,"kind":")" + name + R"(","seconds":)" + seconds + "}",
        .crashesAfter = order.fault == Fault::Crash};
}

} // namespace foghorn::demo

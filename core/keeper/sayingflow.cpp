#include "core/keeper/sayingflow.h"

#include <algorithm>
#include <limits>

namespace foghorn::keeper {
namespace {

/// What a later line of the same kind replaces.
std::string_view kindOf(std::string_view line)
{
    // WATCHDOG=trigger is another thing than WATCHDOG=1.
    return line.starts_with("WATCHDOG=") ? line : line.substr(0, line.find('='));
}

} // namespace

bool SayingFlow::passes(const std::string &service, std::int64_t nowMs)
{
    Flow &flow = m_flows.try_emplace(service, Flow{burst, nowMs, 0, 0, {}}).first->second;
    if (!flow.lines.empty())
        return false; // in the order in which it was said
    const std::int64_t periods = (nowMs - flow.refilledAtMs) / periodMs;
    flow.left = static_cast<int>(std::min<std::int64_t>(flow.left + periods, burst));
    flow.refilledAtMs += periods * periodMs;
    if (flow.left == 0)
        return false;
    --flow.left;
    return true;
}

void SayingFlow::hold(const std::string &service, std::int64_t pid, std::string_view text, std::int64_t nowMs)
{
    Flow &flow = m_flows[service];
    const bool wasEmpty = flow.lines.empty();
    flow.pid = pid;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty())
            merge(flow.lines, line);
    }
    if (wasEmpty && !flow.lines.empty()) {
        flow.heldSinceMs = nowMs;
        ++m_holding;
    }
}

void SayingFlow::merge(std::vector<std::string> &lines, std::string_view line)
{
    const bool isReady = line == "READY=1"; // the end of a reload
    std::erase_if(lines, [line, isReady](const std::string &old) {
        return kindOf(old) == kindOf(line) || (isReady && kindOf(old) == "RELOADING");
    });
    if (lines.size() == mostLines)
        lines.erase(lines.begin());
    lines.emplace_back(line);
}

std::string SayingFlow::joined(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += text.empty() ? line : '\n' + line;
    return text;
}

std::vector<SayingFlow::Held> SayingFlow::takeDue(std::int64_t nowMs)
{
    std::vector<Held> due;
    if (m_holding == 0)
        return due;
    for (auto &[service, flow] : m_flows) {
        if (flow.lines.empty() || nowMs - flow.heldSinceMs < periodMs)
            continue;
        due.push_back({service, flow.pid, joined(flow.lines)});
        flow.lines.clear();
        flow.refilledAtMs = flow.heldSinceMs + periodMs; // what was held was its share
        --m_holding;
    }
    return due;
}

std::vector<SayingFlow::Held> SayingFlow::takeAll() { return takeDue(std::numeric_limits<std::int64_t>::max()); }

SayingFlow::Held SayingFlow::take(const std::string &service)
{
    const auto found = m_flows.find(service);
    if (found == m_flows.end())
        return {};
    Held held{service, found->second.pid, joined(found->second.lines)};
    m_holding -= found->second.lines.empty() ? 0 : 1;
    m_flows.erase(found);
    return held;
}

int SayingFlow::waitMs(std::int64_t nowMs) const
{
    int wait = -1;
    if (m_holding == 0)
        return wait;
    for (const auto &[service, flow] : m_flows) {
        if (flow.lines.empty())
            continue;
        const auto left = static_cast<int>(std::clamp<std::int64_t>(flow.heldSinceMs + periodMs - nowMs, 0, periodMs));
        wait = wait < 0 ? left : std::min(wait, left);
    }
    return wait;
}

} // namespace foghorn::keeper

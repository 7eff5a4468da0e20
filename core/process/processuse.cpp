#include "core/process/processuse.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foghorn {
namespace {

// Fields behind the name, counted from the state on (field 3 of proc(5)).
constexpr std::size_t parentField = 1;
constexpr std::size_t sessionField = 3;
constexpr std::size_t userTimeField = 11;
constexpr std::size_t systemTimeField = 12;
constexpr std::size_t threadsField = 17;
constexpr std::size_t startField = 19;
constexpr std::size_t residentField = 21;
using Fields = std::array<std::string_view, residentField + 1>;

template<typename Number> bool read(std::string_view text, Number &number)
{
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && !text.empty();
}

bool split(std::string_view rest, Fields &fields)
{
    for (std::string_view &field : fields) {
        const std::size_t from = rest.find_first_not_of(" \n");
        if (from == std::string_view::npos)
            return false;
        rest.remove_prefix(from);
        const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
        field = rest.substr(0, end);
        rest.remove_prefix(end);
    }
    return true;
}

} // namespace

std::optional<ProcessUse> parseProcessUse(std::string_view text)
{
    // The name may hold blanks and parentheses.
    const std::size_t open = text.find(" (");
    const std::size_t close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    ProcessUse use;
    Fields fields;
    std::uint64_t user = 0;
    std::uint64_t system = 0;
    if (!split(text.substr(close + 1), fields) || !read(text.substr(0, open), use.pid)
        || !read(fields[parentField], use.parent) || !read(fields[sessionField], use.session)
        || !read(fields[userTimeField], user) || !read(fields[systemTimeField], system)
        || !read(fields[threadsField], use.threads) || !read(fields[startField], use.startTicks)
        || !read(fields[residentField], use.residentPages))
        return std::nullopt;
    use.cpuTicks = user + system;
    return use;
}

std::vector<const ServiceId *> ownersOf(
    const std::vector<ProcessUse> &processes, const QHash<ServiceId, qint64> &leaders)
{
    std::unordered_map<pid_t, const ServiceId *> byLeader;
    for (auto it = leaders.begin(); it != leaders.end(); ++it) {
        if (it.value() > 1)
            byLeader.emplace(static_cast<pid_t>(it.value()), &it.key());
    }
    std::unordered_map<pid_t, std::size_t> places;
    for (std::size_t i = 0; i < processes.size(); ++i)
        places.emplace(processes[i].pid, i);
    std::vector<const ServiceId *> owners(processes.size(), nullptr);
    std::vector<bool> isKnown(processes.size(), false);
    std::vector<std::size_t> chain;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        // Up to the first whose owner is known; then all on the way have the same.
        const ServiceId *owner = nullptr;
        chain.clear();
        for (std::size_t at = i;;) {
            if (isKnown[at]) {
                owner = owners[at];
                break;
            }
            isKnown[at] = true;
            chain.push_back(at);
            auto leader = byLeader.find(processes[at].pid);
            if (leader == byLeader.end())
                leader = byLeader.find(processes[at].session);
            const auto parent = places.find(processes[at].parent);
            if (leader != byLeader.end()) {
                owner = leader->second;
                break;
            }
            if (parent == places.end())
                break;
            at = parent->second;
        }
        for (const std::size_t at : chain)
            owners[at] = owner;
    }
    return owners;
}

void CpuMeter::begin(std::uint64_t now)
{
    m_ticks = m_lastLook == 0 ? 0 : std::max<std::uint64_t>(now - m_lastLook, 1);
    m_lastLook = now;
}

double CpuMeter::percentOf(const ProcessUse &process)
{
    m_now[process.pid] = {process.startTicks, process.cpuTicks};
    if (m_ticks == 0)
        return 0;
    const auto before = m_before.find(process.pid);
    const bool wasSeen = before != m_before.end() && before->second.startTicks == process.startTicks;
    // One that is new to us but old has used its time before.
    if (!wasSeen && process.startTicks + m_ticks < m_lastLook)
        return 0;
    const std::uint64_t used = wasSeen ? before->second.cpuTicks : 0;
    const std::uint64_t ticks = process.cpuTicks > used ? process.cpuTicks - used : 0;
    return 100.0 * static_cast<double>(ticks) / static_cast<double>(m_ticks);
}

std::uint64_t CpuMeter::newTicksOf(const ProcessUse &process) const
{
    const auto before = m_before.find(process.pid);
    const bool wasSeen = before != m_before.end() && before->second.startTicks == process.startTicks;
    const std::uint64_t used = wasSeen ? before->second.cpuTicks : 0;
    return process.cpuTicks > used ? process.cpuTicks - used : 0;
}

void CpuMeter::end() { m_before = std::exchange(m_now, {}); }

} // namespace foghorn

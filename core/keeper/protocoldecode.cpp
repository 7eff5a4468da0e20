#include "core/keeper/protocol.h"
#include "core/keeper/wire.h"

#include <algorithm>

// Frames as orders and reports. They may be anybody's: whatever does not fit is refused.

namespace foghorn::keeper {
namespace {

constexpr std::size_t leastTextBytes = sizeof(std::uint32_t);
constexpr int lastSignal = 64;

bool readFlag(FrameReader &r)
{
    const std::uint32_t value = r.number();
    if (value > 1)
        r.refuse();
    return value == 1;
}

std::string readName(FrameReader &r)
{
    std::string name = r.text();
    if (!isSafeName(name))
        r.refuse();
    return name;
}

/// A name, or nothing.
std::string readMark(FrameReader &r)
{
    std::string mark = r.text();
    if (!mark.empty() && !isSafeName(mark))
        r.refuse();
    return mark;
}

std::string readPath(FrameReader &r)
{
    std::string path = r.text();
    if (!path.starts_with('/'))
        r.refuse();
    return path;
}

std::vector<std::string> readTexts(FrameReader &r)
{
    std::vector<std::string> texts(r.count(leastTextBytes));
    for (std::string &text : texts)
        text = r.text();
    return texts;
}

std::optional<std::int64_t> readLimit(FrameReader &r)
{
    const bool given = readFlag(r);
    const std::int64_t value = r.wide();
    if (value < 0)
        r.refuse();
    return given ? std::optional(value) : std::nullopt;
}

Ending readEnding(FrameReader &r)
{
    Ending ending;
    ending.known = readFlag(r);
    ending.status = static_cast<int>(r.number());
    return ending;
}

void read(FrameReader &r, SpawnOrder &order)
{
    order.service = readName(r);
    order.argv = readTexts(r);
    order.environment = readTexts(r);
    order.workingDirectory = readPath(r);
    order.user = r.text();
    order.logFile = readPath(r);
    order.nofile = readLimit(r);
    order.memory = readLimit(r);
    order.core = readLimit(r);
    order.fingerprint = readMark(r);
    if (order.argv.empty() || order.argv.front().empty())
        r.refuse();
}

void read(FrameReader &r, SignalOrder &order)
{
    order.service = readName(r);
    const std::uint32_t signal = r.number();
    const std::uint32_t target = r.number();
    if (signal < 1 || signal > lastSignal || target > static_cast<std::uint32_t>(SignalTarget::Tree))
        r.refuse();
    order.target = static_cast<SignalTarget>(target);
    order.signal = static_cast<int>(signal);
}

void read(FrameReader &r, ForgetOrder &order) { order.service = readName(r); }
void read(FrameReader &r, ListTreeOrder &order) { order.service = readName(r); }
void read(FrameReader &, EndOrder &) { }

void read(FrameReader &r, KeptReport &report)
{
    constexpr std::size_t leastServiceBytes = 48;
    report.services.resize(r.count(leastServiceBytes));
    for (KeptService &kept : report.services) {
        kept.service = readName(r);
        kept.pid = r.wide();
        kept.startedAtMs = r.wide();
        kept.leaderAlive = readFlag(r);
        kept.treeEmpty = readFlag(r);
        kept.ending = readEnding(r);
        kept.endedAtMs = r.wide();
        kept.fingerprint = readMark(r);
    }
}

void read(FrameReader &r, SpawnedReport &report)
{
    report.service = readName(r);
    report.pid = r.wide();
    report.startedAtMs = r.wide();
}

void read(FrameReader &r, SpawnFailedReport &report)
{
    report.service = readName(r);
    const std::uint32_t step = r.number();
    if (step > static_cast<std::uint32_t>(lastSpawnStep))
        r.refuse();
    report.failure.step = static_cast<SpawnStep>(step);
    report.failure.error = static_cast<int>(r.number());
    report.failure.detail = r.text();
}

void read(FrameReader &r, ExitedReport &report)
{
    report.service = readName(r);
    report.ending = readEnding(r);
    report.treeEmpty = readFlag(r);
}

void read(FrameReader &r, TreeEmptyReport &report) { report.service = readName(r); }

void read(FrameReader &r, TreeListedReport &report)
{
    report.service = readName(r);
    report.pids.resize(r.count(sizeof(std::int64_t)));
    for (std::int64_t &pid : report.pids)
        pid = r.wide();
}

void read(FrameReader &r, RefusedReport &report) { report.holder = r.wide(); }

void read(FrameReader &r, NotifySocketsReport &report)
{
    report.own = r.text();
    report.others = r.text();
}

void read(FrameReader &r, NotifiedReport &report)
{
    report.service = readName(r);
    report.pid = r.wide();
    report.text = r.text();
}

void read(FrameReader &r, LeaderReport &report)
{
    report.service = readName(r);
    report.pid = r.wide();
    report.isRefused = readFlag(r);
}

/// The alternative number `type` of Variant, read from the frame's rest.
template<typename Variant, std::size_t Index = 0>
std::optional<Variant> readAlternative(FrameReader &r, std::uint32_t type)
{
    if constexpr (Index < std::variant_size_v<Variant>) {
        if (type != Index)
            return readAlternative<Variant, Index + 1>(r, type);
        std::variant_alternative_t<Index, Variant> value;
        read(r, value);
        if (r.isComplete())
            return Variant(std::in_place_index<Index>, std::move(value));
    }
    return std::nullopt;
}

} // namespace

std::optional<Order> decodeOrder(std::string_view frame)
{
    FrameReader r(frame);
    const std::uint32_t head = r.number();
    if (!r.isGood() || head >> 16U != protocolVersion)
        return std::nullopt;
    return readAlternative<Order>(r, head & 0xffffU);
}

std::optional<Report> decodeReport(std::string_view frame)
{
    FrameReader r(frame);
    const std::uint32_t head = r.number();
    if (!r.isGood() || head >> 16U != protocolVersion || (head & 0xffffU) < reportBase)
        return std::nullopt;
    return readAlternative<Report>(r, (head & 0xffffU) - reportBase);
}

bool isSafeName(std::string_view name)
{
    constexpr std::size_t longest = 64;
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == '-';
    };
    return !name.empty() && name.size() <= longest && name.front() != '.' && std::ranges::all_of(name, isPlain);
}

} // namespace foghorn::keeper

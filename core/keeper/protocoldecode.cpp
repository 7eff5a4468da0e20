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

std::optional<std::uint64_t> readCapabilities(FrameReader &r)
{
    const bool isGiven = readFlag(r);
    const auto mask = static_cast<std::uint64_t>(r.wide());
    if (!isGiven && mask != 0)
        r.refuse();
    return isGiven ? std::optional(mask) : std::nullopt;
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
    order.noNewPrivileges = readFlag(r);
    order.capabilities = readCapabilities(r);
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

void read(FrameReader &r, NoteOrder &order)
{
    order.service = readName(r);
    order.note = readMark(r);
}

void read(FrameReader &r, KeptReport &report)
{
    constexpr std::size_t leastServiceBytes = 52;
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
        kept.note = readMark(r);
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

void read(FrameReader &r, NotUnderstoodReport &report) { report.type = r.number(); }

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

FrameHead readHead(FrameReader &r)
{
    const std::uint32_t head = r.number();
    return r.isGood() ? FrameHead{head >> 16U, head & 0xffffU} : FrameHead();
}

} // namespace

std::optional<Order> decodeOrder(std::string_view frame)
{
    FrameReader r(frame);
    const FrameHead head = readHead(r);
    return head.version == protocolVersion ? readAlternative<Order>(r, head.type) : std::nullopt;
}

std::optional<Report> decodeReport(std::string_view frame)
{
    FrameReader r(frame);
    const FrameHead head = readHead(r);
    if (head.version != protocolVersion || head.type < reportBase)
        return std::nullopt;
    return readAlternative<Report>(r, head.type - reportBase);
}

FrameHead headOf(std::string_view frame)
{
    FrameReader r(frame);
    return readHead(r);
}

bool isRefusal(const FrameHead &head)
{
    constexpr std::size_t place = 6;
    static_assert(std::is_same_v<std::variant_alternative_t<place, Report>, RefusedReport>);
    return head.version != 0 && head.type == reportBase + place;
}

bool isUnknownOrder(const FrameHead &head)
{
    return head.version == protocolVersion && head.type >= std::variant_size_v<Order> && head.type < reportBase;
}

bool isUnknownReport(const FrameHead &head)
{
    return head.version == protocolVersion && head.type >= reportBase + std::variant_size_v<Report>;
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

#include "core/registry/uptime.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foghorn {
namespace {

// Checks are noted in the order they end, so a time may be older than the last one by a check's time-out.
constexpr std::chrono::minutes clockTolerance{5};
/// Each of these newest ones stays as it was.
constexpr std::size_t exactSpans = UptimeLedger::mostSpans / 2;
/// A clock that is set to a wrong time is set right within this time, or nobody cares.
constexpr std::chrono::hours settingTime{24};
/// Spans that are forgotten here and not yet by whoever keeps a copy.
constexpr std::size_t mostForgotten = 32;

using Span = UptimeLedger::Span;

/// A past that ended at `end` ends at `newEnd`, which is no later: unobserved and unwanted time shrinks for that, from
/// the newest on, and only what lies behind it moves.
std::vector<Span> makeWay(std::vector<Span> past, WallTime end, WallTime newEnd)
{
    auto room = end - newEnd;
    for (auto span = past.rbegin(); span != past.rend() && room.count() > 0; ++span) {
        const WallTime from = span->from;
        if (span->condition == UptimeLedger::Condition::Excluded)
            room -= std::min(room, end - from);
        end = from;
        span->from -= room;
    }
    for (auto span = past.begin(); span != past.end();) {
        const bool isLast = span + 1 == past.end();
        span = span->from >= (isLast ? newEnd : (span + 1)->from) ? past.erase(span) : span + 1;
    }
    return past;
}

} // namespace

void UptimeLedger::note(WallTime at, Condition condition)
{
    if (m_own == m_spans.size())
        return beginRun(at, condition);
    if (at < m_spans.back().from) {
        const auto back = m_spans.back().from - at;
        if (back > clockTolerance)
            shift(-back);
        at = m_spans.back().from;
    }
    if (std::exchange(m_wasSet, false))
        m_forgetsFrom = at + settingTime;
    if (m_spans.back().condition == condition)
        return;
    if (m_spans.back().from == at)
        m_spans.pop_back(); // it lasted no time
    if (m_spans.size() == m_own || m_spans.back().condition != condition)
        m_spans.push_back({at, condition});
    keepBounds(at);
}

void UptimeLedger::beginRun(WallTime at, Condition condition)
{
    if (!m_spans.empty()) {
        m_pastEnd = std::max(at, m_spans.back().from);
        if (m_spans.back().from == m_pastEnd)
            m_spans.pop_back(); // it lasted no time
    }
    m_own = m_spans.size();
    m_spans.push_back({at, condition});
    m_forgetsFrom = at + settingTime;
    if (at < m_pastEnd)
        placePast();
}

void UptimeLedger::closePast()
{
    m_own = m_spans.size();
    m_written.clear();
    m_hasGap = false;
}

void UptimeLedger::shift(std::chrono::milliseconds jump)
{
    if (m_own == m_spans.size())
        return;
    for (std::size_t index = m_own; index < m_spans.size(); ++index)
        m_spans[index].from += jump;
    m_wasSet = true;
    ++m_rewrites;
    if (m_own > 0)
        placePast();
}

void UptimeLedger::shiftSince(WallTime from, std::chrono::milliseconds jump)
{
    const auto first =
        std::find_if(m_spans.begin(), m_spans.end(), [from](const Span &span) { return span.from >= from; });
    if (first == m_spans.end())
        return;
    m_own = static_cast<std::size_t>(first - m_spans.begin());
    m_pastEnd = first->from;
    shift(jump);
    m_wasSet = false;
}

/// After this run's spans have moved.
void UptimeLedger::placePast()
{
    const auto own = m_spans.begin() + static_cast<std::ptrdiff_t>(m_own);
    std::vector<Span> past(m_spans.begin(), own - (m_hasGap ? 1 : 0));
    if (!m_written.empty())
        past = m_written;
    const WallTime begin = own->from;
    m_written = begin < m_pastEnd ? past : std::vector<Span>{};
    WallTime end = std::min(begin, m_pastEnd);
    past = makeWay(std::move(past), m_pastEnd, end);
    m_hasGap = begin > end && !past.empty() && past.back().condition != Condition::Excluded;
    if (m_hasGap)
        past.push_back({end, Condition::Excluded});
    m_own = past.size();
    past.insert(past.end(), own, m_spans.end());
    m_spans = std::move(past);
    ++m_rewrites;
}

void UptimeLedger::leaveOut(WallTime until, std::chrono::milliseconds length)
{
    if (length.count() == 0 || m_spans.empty() || m_spans.back().condition == Condition::Excluded)
        return;
    const Condition condition = m_spans.back().condition;
    note(std::max(until - length, m_spans.back().from), Condition::Excluded);
    note(until, condition);
}

void UptimeLedger::leaveUnobservedFrom(WallTime at)
{
    if (!m_spans.empty())
        note(std::max(at, m_spans.back().from), Condition::Excluded);
}

std::optional<double> UptimeLedger::share(WallTime now, std::chrono::milliseconds window) const
{
    if (m_spans.empty())
        return std::nullopt;
    const WallTime end = std::max(now, m_spans.back().from);
    const WallTime begin = end - window;
    std::array<std::chrono::milliseconds, 3> held{};
    WallTime until = end;
    for (auto span = m_spans.rbegin(); span != m_spans.rend() && until > begin; ++span) {
        held[static_cast<std::size_t>(span->condition)] += until - std::max(begin, span->from);
        until = span->from;
    }
    const auto up = held[static_cast<std::size_t>(Condition::Up)];
    const auto meant = up + held[static_cast<std::size_t>(Condition::Down)];
    if (meant.count() == 0)
        return std::nullopt;
    return static_cast<double>(up.count()) / static_cast<double>(meant.count());
}

bool UptimeLedger::wasEverUp() const
{
    return std::any_of(
        m_spans.begin(), m_spans.end(), [](const Span &span) { return span.condition == Condition::Up; });
}

UptimeLedger UptimeLedger::fromSpans(std::vector<Span> spans)
{
    std::stable_sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.from < b.from; });
    UptimeLedger ledger;
    for (const Span &span : spans) {
        ledger.note(span.from, span.condition);
        ledger.m_forgetsFrom = WallTime::max(); // whether the newest ones' clock was right is not known yet
    }
    return ledger;
}

void UptimeLedger::keepBounds(WallTime now)
{
    if (now >= m_forgetsFrom)
        forgetBefore(now - reach);
    // a quarter is made free at once, so that this is not done for each span
    for (std::chrono::milliseconds slot = std::chrono::hours(1); m_spans.size() > mostSpans; slot *= 6) {
        pushTogether(slot);
        if (m_spans.size() <= mostSpans * 3 / 4)
            break;
    }
}

/// Drops what ended before `time`.
void UptimeLedger::forgetBefore(WallTime time)
{
    const auto kept =
        std::find_if(m_spans.begin() + 1, m_spans.end(), [time](const Span &span) { return span.from > time; }) - 1;
    const auto number = static_cast<std::size_t>(kept - m_spans.begin());
    m_spans.erase(m_spans.begin(), kept);
    m_hasGap = m_hasGap && number < m_own;
    m_own -= std::min(m_own, number);
    m_forgotten += number;
    if (m_forgotten >= mostForgotten) {
        m_forgotten = 0;
        ++m_rewrites;
    }
}

/// Makes one span per condition of the older ones that began in the same slot of time, each as long as they were
/// together. The last one of a slot stays where it is: it may last for days. A past that makes way stays where it is
/// from now on.
void UptimeLedger::pushTogether(std::chrono::milliseconds slot)
{
    std::vector<Span> pushed;
    std::size_t own = 0;
    const auto add = [&pushed, &own](WallTime from, Condition condition) {
        if (pushed.size() == own || pushed.back().condition != condition)
            pushed.push_back({from, condition});
    };
    const auto slotOf = [this, slot](std::size_t index) { return m_spans[index].from.time_since_epoch() / slot; };
    const std::size_t exact = m_spans.size() - exactSpans;
    for (std::size_t first = 0; first < exact;) {
        if (first == m_own)
            own = pushed.size();
        std::size_t last = first;
        std::array<std::chrono::milliseconds, 3> held{};
        for (; last + 1 < exact && last + 1 != m_own && slotOf(last + 1) == slotOf(first); ++last)
            held[static_cast<std::size_t>(m_spans[last].condition)] += m_spans[last + 1].from - m_spans[last].from;
        const Condition next = m_spans[last].condition;
        WallTime from = m_spans[first].from;
        for (const Condition condition : {Condition::Excluded, Condition::Down, Condition::Up}) {
            const auto length = held[static_cast<std::size_t>(condition)];
            if (length.count() == 0 || condition == next)
                continue;
            add(from, condition);
            from += length;
        }
        add(from, next); // and so takes in what its own condition held before
        first = last + 1;
    }
    for (std::size_t index = exact; index < m_spans.size(); ++index) {
        if (index == m_own)
            own = pushed.size();
        add(m_spans[index].from, m_spans[index].condition);
    }
    if (m_own > 0)
        m_pastEnd = m_spans[m_own].from;
    m_written.clear();
    m_hasGap = false;
    m_own = own;
    m_spans = std::move(pushed);
    ++m_rewrites;
}

} // namespace foghorn

#include "core/registry/uptime.h"

#include <algorithm>
#include <array>

namespace foghorn {
namespace {

// Checks are noted in the order they end, so a time may be older than the last one by a check's time-out.
constexpr std::chrono::minutes clockTolerance{5};
/// Each of these newest ones stays as it was.
constexpr std::size_t exactSpans = UptimeLedger::mostSpans / 2;

} // namespace

void UptimeLedger::note(WallTime at, Condition condition)
{
    if (!m_spans.empty() && at < m_spans.back().from) {
        const auto back = m_spans.back().from - at;
        if (back > clockTolerance)
            shift(-back);
        at = m_spans.back().from;
    }
    if (!m_spans.empty() && m_spans.back().condition == condition)
        return;
    if (!m_spans.empty() && m_spans.back().from == at)
        m_spans.pop_back(); // it lasted no time
    if (m_spans.empty() || m_spans.back().condition != condition)
        m_spans.push_back({at, condition});
    forgetBefore(at - reach);
    // a quarter is made free at once, so that this is not done for each span
    for (std::chrono::milliseconds slot = std::chrono::hours(1); m_spans.size() > mostSpans; slot *= 6) {
        pushTogether(slot);
        if (m_spans.size() <= mostSpans * 3 / 4)
            break;
    }
}

void UptimeLedger::shift(std::chrono::milliseconds jump)
{
    for (Span &span : m_spans)
        span.from += jump;
    ++m_rewrites;
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
    for (const Span &span : spans)
        ledger.note(span.from, span.condition);
    return ledger;
}

/// Drops what ended before `time`.
void UptimeLedger::forgetBefore(WallTime time)
{
    const auto kept =
        std::find_if(m_spans.begin() + 1, m_spans.end(), [time](const Span &span) { return span.from > time; }) - 1;
    m_spans.erase(m_spans.begin(), kept);
}

/// Makes one span per condition of the older ones that began in the same slot of time, each as long as they were
/// together. The last one of a slot stays where it is: it may last for days.
void UptimeLedger::pushTogether(std::chrono::milliseconds slot)
{
    std::vector<Span> pushed;
    const auto add = [&pushed](WallTime from, Condition condition) {
        if (pushed.empty() || pushed.back().condition != condition)
            pushed.push_back({from, condition});
    };
    const auto slotOf = [this, slot](std::size_t index) { return m_spans[index].from.time_since_epoch() / slot; };
    const std::size_t exact = m_spans.size() - exactSpans;
    for (std::size_t first = 0; first < exact;) {
        std::size_t last = first;
        std::array<std::chrono::milliseconds, 3> held{};
        for (; last + 1 < exact && slotOf(last + 1) == slotOf(first); ++last)
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
    for (std::size_t index = exact; index < m_spans.size(); ++index)
        add(m_spans[index].from, m_spans[index].condition);
    m_spans = std::move(pushed);
    ++m_rewrites;
}

} // namespace foghorn

#include "core/registry/uptime.h"

#include <algorithm>
#include <array>

namespace foghorn {
namespace {

// Checks are noted in the order they end, so a time may be older than the last one by a check's time-out.
constexpr std::chrono::minutes clockTolerance{5};
constexpr std::size_t pushedAtOnce = 64;

} // namespace

void UptimeLedger::note(WallTime at, Condition condition)
{
    if (!m_spans.empty() && at < m_spans.back().from) {
        const auto back = m_spans.back().from - at;
        if (back > clockTolerance) {
            for (Span &span : m_spans)
                span.from -= back;
        }
        at = m_spans.back().from;
    }
    if (!m_spans.empty() && m_spans.back().condition == condition)
        return;
    if (!m_spans.empty() && m_spans.back().from == at)
        m_spans.pop_back(); // it lasted no time
    if (m_spans.empty() || m_spans.back().condition != condition)
        m_spans.push_back({at, condition});
    forgetBefore(at - reach);
    if (m_spans.size() > mostSpans)
        pushTogether();
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

/// Makes one span per condition of the oldest ones, each as long as they were together: shares over windows that hold
/// them all stay as they were.
void UptimeLedger::pushTogether()
{
    std::array<std::chrono::milliseconds, 3> held{};
    for (std::size_t i = 0; i < pushedAtOnce; ++i)
        held[static_cast<std::size_t>(m_spans[i].condition)] += m_spans[i + 1].from - m_spans[i].from;
    WallTime from = m_spans.front().from;
    const Condition next = m_spans[pushedAtOnce].condition;
    std::vector<Span> pushed;
    for (const Condition condition : {Condition::Excluded, Condition::Down, Condition::Up}) {
        const auto length = held[static_cast<std::size_t>(condition)];
        if (length.count() == 0 || condition == next)
            continue;
        pushed.push_back({from, condition});
        from += length;
    }
    m_spans.erase(m_spans.begin(), m_spans.begin() + pushedAtOnce);
    m_spans.front().from = from; // and so takes in what its own condition held before
    m_spans.insert(m_spans.begin(), pushed.begin(), pushed.end());
}

} // namespace foghorn

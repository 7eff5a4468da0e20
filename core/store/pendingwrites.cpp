#include "core/store/pendingwrites.h"

namespace foghorn {
namespace {

template<typename T> void dropOldest(std::deque<T> &values, std::size_t limit)
{
    while (values.size() > limit)
        values.pop_front();
}

template<typename T> void prepend(std::deque<T> &values, std::deque<T> &&older)
{
    older.insert(older.end(), std::make_move_iterator(values.begin()), std::make_move_iterator(values.end()));
    values = std::move(older);
}

} // namespace

void PendingWrites::add(const CheckResult &result)
{
    checks.push_back(result);
    dropOldest(checks, checkLimit);
}

void PendingWrites::add(const ServiceId &service, const SavedSpan &span)
{
    spans.push_back({service, span});
    dropOldest(spans, spanLimit);
}

void PendingWrites::add(const Event &event)
{
    events.push_back(event);
    dropOldest(events, eventLimit);
}

void PendingWrites::addGap(const ServiceId &service, WallTime from)
{
    gaps.append({service, from, events.empty() ? 0 : events.back().id});
}

void PendingWrites::replaceLedger(const ServiceId &service, const QList<SavedSpan> &replacement)
{
    std::erase_if(spans, [&](const Span &span) { return span.service == service; });
    ledgers.insert(service, replacement);
}

/// Events stay: they tell of the removal, too.
void PendingWrites::forget(const ServiceId &service)
{
    services.remove(service);
    ledgers.remove(service);
    std::erase_if(checks, [&](const CheckResult &check) { return check.service == service; });
    std::erase_if(spans, [&](const Span &span) { return span.service == service; });
    gaps.removeIf([&](const Gap &gap) { return gap.service == service; });
}

void PendingWrites::remove(const ServiceId &service)
{
    forget(service);
    // Beyond the limit a record stays behind in the file, which nobody asks for.
    if (removed.size() < removalLimit)
        removed.insert(service);
}

void PendingWrites::putBack(PendingWrites older)
{
    for (const ServiceId &service : std::as_const(removed))
        older.forget(service);
    for (auto saved = older.services.cbegin(); saved != older.services.cend(); ++saved) {
        if (!services.contains(saved.key()))
            services.insert(saved.key(), saved.value());
    }
    for (auto ledger = ledgers.cbegin(); ledger != ledgers.cend(); ++ledger)
        older.replaceLedger(ledger.key(), ledger.value());
    ledgers = std::move(older.ledgers);
    prepend(checks, std::move(older.checks));
    prepend(spans, std::move(older.spans));
    prepend(events, std::move(older.events));
    gaps = older.gaps + gaps;
    for (auto service = older.removed.cbegin(); service != older.removed.cend() && removed.size() < removalLimit;
         ++service)
        removed.insert(*service);
    if (!lastEventId)
        lastEventId = older.lastEventId;
    if (!endedCleanly)
        endedCleanly = older.endedCleanly;
    if (!alive)
        alive = older.alive;
    trim();
}

PendingWrites PendingWrites::takeCounters()
{
    PendingWrites counters;
    counters.removed.swap(removed);
    counters.services.swap(services);
    counters.ledgers.swap(ledgers);
    counters.spans.swap(spans);
    std::swap(counters.lastEventId, lastEventId);
    std::swap(counters.endedCleanly, endedCleanly);
    std::swap(counters.alive, alive);
    return counters;
}

bool PendingWrites::isEmpty() const { return !isUrgent() && checks.empty() && !alive; }

bool PendingWrites::isUrgent() const
{
    return !removed.isEmpty() || !services.isEmpty() || !ledgers.isEmpty() || !spans.empty() || !gaps.isEmpty()
        || !events.empty() || lastEventId || endedCleanly;
}

void PendingWrites::trim()
{
    dropOldest(checks, checkLimit);
    dropOldest(spans, spanLimit);
    dropOldest(events, eventLimit);
}

} // namespace foghorn

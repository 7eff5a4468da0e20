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

void PendingWrites::remove(const ServiceId &service)
{
    services.remove(service);
    std::erase_if(checks, [&](const CheckResult &check) { return check.service == service; });
    std::erase_if(spans, [&](const Span &span) { return span.service == service; });
    // Beyond the limit a record stays behind in the file, which nobody asks for.
    if (removed.size() < removalLimit)
        removed.insert(service);
}

void PendingWrites::putBack(PendingWrites older)
{
    for (const ServiceId &service : std::as_const(removed)) {
        older.services.remove(service);
        std::erase_if(older.checks, [&](const CheckResult &check) { return check.service == service; });
        std::erase_if(older.spans, [&](const Span &span) { return span.service == service; });
    }
    for (auto saved = older.services.cbegin(); saved != older.services.cend(); ++saved) {
        if (!services.contains(saved.key()))
            services.insert(saved.key(), saved.value());
    }
    prepend(checks, std::move(older.checks));
    prepend(spans, std::move(older.spans));
    for (auto service = older.removed.cbegin(); service != older.removed.cend() && removed.size() < removalLimit;
         ++service)
        removed.insert(*service);
    if (!lastEventId)
        lastEventId = older.lastEventId;
    if (!endedCleanly)
        endedCleanly = older.endedCleanly;
    trim();
}

bool PendingWrites::isEmpty() const { return !isUrgent() && checks.empty(); }

bool PendingWrites::isUrgent() const
{
    return !removed.isEmpty() || !services.isEmpty() || !spans.empty() || lastEventId || endedCleanly;
}

void PendingWrites::trim()
{
    dropOldest(checks, checkLimit);
    dropOldest(spans, spanLimit);
}

} // namespace foghorn

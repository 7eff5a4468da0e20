#include "ui/dialogs/usualtimes.h"

#include "core/model/words.h"
#include "core/registry/serviceregistry.h"

#include <QMap>

#include <algorithm>

namespace foghorn {

using std::chrono::milliseconds;

UsualTimes::UsualTimes(const EventLog &events, RunState from, RunState to)
{
    EventQuery query;
    query.kind = EventKind::StateChanged;
    query.limit = 10'000;
    const QString begin = toWord(from);
    const QString end = toWord(to);
    const QString failed = toWord(RunState::Failed);
    QHash<ServiceId, WallTime> begun;
    const QList<Event> found = events.select(query);
    for (const Event &event : found) {
        if (event.to == begin)
            begun.insert(event.service, event.at);
        else if (event.to == end && begun.contains(event.service))
            m_times.insert(event.service, std::max(milliseconds(0), event.at - begun.take(event.service)));
        else if (event.to == failed)
            begun.remove(event.service);
    }
}

std::optional<milliseconds> UsualTimes::of(const ServiceId &service) const
{
    const auto found = m_times.constFind(service);
    return found == m_times.cend() ? std::nullopt : std::optional(*found);
}

std::optional<milliseconds> UsualTimes::of(const QList<ServiceId> &services, const ServiceRegistry &registry) const
{
    QMap<int, milliseconds> slowest; // of each layer
    for (const ServiceId &id : services) {
        const RegistryEntry *entry = registry.find(id);
        const std::optional<milliseconds> time = of(id);
        if (!entry || !time)
            continue;
        milliseconds &layer = slowest[entry->info.layer];
        layer = std::max(layer, *time);
    }
    if (slowest.isEmpty())
        return std::nullopt;
    milliseconds sum{0};
    for (const milliseconds time : std::as_const(slowest))
        sum += time;
    return sum;
}

} // namespace foghorn

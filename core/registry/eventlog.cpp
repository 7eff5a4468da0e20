#include "core/registry/eventlog.h"

#include <algorithm>

namespace foghorn {

EventLog::EventLog(QObject *parent)
    : QObject(parent)
{
}
EventLog::~EventLog() = default;

void EventLog::continueAfter(qint64 lastId) { m_lastId = std::max(m_lastId, lastId); }

qint64 EventLog::append(Event event)
{
    event.id = ++m_lastId;
    m_events.append(event);
    Q_EMIT appended(event);
    return event.id;
}

void EventLog::keep(const Event &event)
{
    if (event.id <= m_lastId)
        return;
    m_lastId = event.id;
    m_events.append(event);
    Q_EMIT appended(event);
}

void EventLog::beginAnew()
{
    m_events.clear();
    m_lastId = 0;
    m_oldestKept = 0;
    Q_EMIT forgotten();
}

qint64 EventLog::firstId() const { return m_events.isEmpty() ? m_lastId + 1 : m_events.at(0).id; }

QList<Event> EventLog::after(qint64 after, qsizetype limit) const
{
    // ids rise but may have gaps (continueAfter), so the place is searched for
    std::size_t low = 0;
    std::size_t high = m_events.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_events.at(middle).id > after)
            high = middle;
        else
            low = middle + 1;
    }
    QList<Event> found;
    const auto left = static_cast<qsizetype>(m_events.size() - low);
    found.reserve(std::clamp<qsizetype>(limit, 0, left));
    for (std::size_t i = low; i < m_events.size() && found.size() < limit; ++i)
        found.append(m_events.at(i));
    return found;
}

QList<Event> EventLog::select(const EventQuery &query) const
{
    QList<Event> found;
    const bool fromNewest = !query.after;
    for (std::size_t i = 0; i < m_events.size() && found.size() < query.limit; ++i) {
        const Event &event = m_events.at(fromNewest ? m_events.size() - 1 - i : i);
        if (query.matches(event))
            found.append(event);
    }
    if (fromNewest)
        std::reverse(found.begin(), found.end());
    return found;
}

} // namespace foghorn

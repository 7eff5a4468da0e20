#include "core/alerts/outbox.h"

#include <QSet>

#include <algorithm>

namespace foghorn {

/// Which of those that are not under way is missed least; there must be one.
std::size_t Outbox::leastWorth(const Queue &queue)
{
    const std::size_t first = queue.isBusy ? 1 : 0;
    std::size_t found = first;
    QSet<qint64> told; ///< later
    for (std::size_t i = queue.waiting.size(); i-- > first;) {
        const qint64 alert = queue.waiting[i].alert;
        if (told.contains(alert))
            found = i;
        if (alert != 0)
            told.insert(alert);
    }
    return found;
}

void Outbox::drop(Queue &queue, std::size_t index)
{
    queue.bytes -= queue.waiting[index].body.size();
    queue.waiting.erase(queue.waiting.begin() + static_cast<std::ptrdiff_t>(index));
}

void Outbox::setSinks(const QList<QString> &sinks)
{
    m_queues.removeIf([&sinks](const auto &entry) { return !sinks.contains(entry.key()); });
    for (const QString &sink : sinks)
        m_queues[sink];
}

std::size_t Outbox::push(const Delivery &delivery)
{
    const auto queue = m_queues.find(delivery.sink);
    if (queue == m_queues.end())
        return 0; // nobody is there to be told
    const qsizetype share = mostBytes / std::max<qsizetype>(m_queues.size(), 1);
    if (delivery.body.size() > share)
        return 1;
    queue->waiting.push_back(delivery);
    queue->bytes += delivery.body.size();
    std::size_t dropped = 0;
    const std::size_t fixed = queue->isBusy ? 2 : 1; // the one under way stays, and the newest
    while (queue->waiting.size() > fixed && (queue->waiting.size() > mostWaiting || queue->bytes > share)) {
        drop(*queue, leastWorth(*queue));
        ++dropped;
    }
    return dropped;
}

std::optional<Delivery> Outbox::take(MonoTime now)
{
    for (Queue &queue : m_queues) {
        if (queue.isBusy || queue.waiting.empty() || queue.due > now)
            continue;
        queue.isBusy = true;
        return queue.waiting.front();
    }
    return std::nullopt;
}

void Outbox::finish(const QString &sink)
{
    const auto queue = m_queues.find(sink);
    if (queue == m_queues.end() || !std::exchange(queue->isBusy, false))
        return; // a reload took it away meanwhile
    drop(*queue, 0);
    queue->failures = 0;
    queue->due = {};
}

void Outbox::postpone(const QString &sink, MonoTime now)
{
    const auto queue = m_queues.find(sink);
    if (queue == m_queues.end() || !std::exchange(queue->isBusy, false))
        return;
    constexpr int mostDoublings = 10;
    const auto pause = firstPause * (1 << std::min(queue->failures, mostDoublings));
    ++queue->failures;
    queue->due = now + std::min<std::chrono::seconds>(pause, longestPause);
}

std::optional<MonoTime> Outbox::nextDue() const
{
    std::optional<MonoTime> next;
    for (const Queue &queue : m_queues) {
        if (!queue.isBusy && !queue.waiting.empty() && (!next || queue.due < *next))
            next = queue.due;
    }
    return next;
}

QList<Delivery> Outbox::waiting() const
{
    QList<Delivery> all;
    for (const Queue &queue : m_queues) {
        for (const Delivery &delivery : queue.waiting)
            all.append(delivery);
    }
    return all;
}

} // namespace foghorn

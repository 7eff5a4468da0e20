#include "core/alerts/outbox.h"

#include <algorithm>

namespace foghorn {

void Outbox::setSinks(const QList<QString> &sinks)
{
    m_queues.removeIf([&sinks](const auto &entry) { return !sinks.contains(entry.key()); });
    for (const QString &sink : sinks)
        m_queues[sink];
}

bool Outbox::push(const Delivery &delivery)
{
    const auto queue = m_queues.find(delivery.sink);
    if (queue == m_queues.end())
        return true; // nobody is there to be told
    const bool isFull = queue->waiting.size() >= mostWaiting;
    if (isFull) // the one under way stays
        queue->waiting.erase(queue->waiting.begin() + (queue->isBusy ? 1 : 0));
    queue->waiting.push_back(delivery);
    return !isFull;
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
    queue->waiting.pop_front();
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

// The part of EventStream that gives a listener what it missed.
#include "core/api/eventstream.h"
#include "core/registry/eventlog.h"

namespace foghorn {
namespace {

constexpr qsizetype pageSize = 250; ///< events of a page: what one turn of the loop writes for one listener

QByteArray frameOf(const Event &event) { return webSocketFrame(WebSocketOpcode::Text, eventMessage(event)); }

} // namespace

bool EventStream::canResume(qint64 after) const { return after >= m_log.oldestKept() - 1 && after <= m_log.lastId(); }

void EventStream::catchUp(const ListenerPtr &listener)
{
    if (!listener->isCatchingUp || listener->awaitsStore || !listener->socket || !listener->socket->isOpen()
        || listener->socket->queuedBytes() > 0)
        return;
    if (!canResume(listener->sent)) // the journal moved on faster than it reads
        return listener->socket->close(WebSocketClose::ReadsTooSlowly, "too slow: what is missing is no longer held");
    if (listener->sent < m_log.firstId() - 1)
        return catchUpFromStore(listener);
    const QList<Event> missed = m_log.after(listener->sent, pageSize);
    QByteArray page;
    for (const Event &event : missed) {
        if (event.id > m_flushedId)
            break; // goes to all with the next flush
        page += frameOf(event);
        listener->sent = event.id;
    }
    if (page.isEmpty())
        join(*listener);
    else
        listener->socket->sendAsked(page);
}

void EventStream::join(Listener &listener)
{
    listener.isCatchingUp = false;
    disconnect(listener.socket, &WebSocket::drained, this, nullptr);
}

void EventStream::catchUpFromStore(const ListenerPtr &listener)
{
    listener->awaitsStore = true;
    m_stored.ask({listener->sent, m_log.firstId(), pageSize},
        [this, listener, before = m_log.firstId()](
            const Result<EventPage> &page) { takeStored(listener, page, before); });
}

void EventStream::takeStored(const ListenerPtr &listener, const Result<EventPage> &page, qint64 before)
{
    listener->awaitsStore = false;
    if (!listener->socket || !listener->socket->isOpen())
        return;
    if (!page)
        return listener->socket->close(WebSocketClose::InternalError, "the journal cannot be read");
    const qint64 oldest = page.value().firstId;
    if (oldest == 0 || oldest > listener->sent + 1)
        return beginAnew(listener); // what it missed was thrown away since it asked
    const QList<Event> &events = page.value().events;
    QByteArray frames;
    for (const Event &event : events)
        frames += frameOf(event);
    // ids may have gaps: what the store does not have before the first one in memory does not exist
    listener->sent = events.size() < pageSize ? before - 1 : events.constLast().id;
    if (frames.isEmpty())
        catchUp(listener);
    else
        listener->socket->sendAsked(frames);
}

void EventStream::beginAnew(const ListenerPtr &listener)
{
    flush(); // so that what the snapshot holds is not told again
    if (!listener->socket)
        return;
    join(*listener);
    listener->socket->sendAsked(snapshot(placeOf(listener->wish)));
}

} // namespace foghorn

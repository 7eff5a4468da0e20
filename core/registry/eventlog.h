#pragma once

#include "core/base/ringbuffer.h"
#include "core/registry/history.h"

#include <QList>
#include <QObject>

namespace foghorn {

/// The journal: the last events in memory, with ids that rise for ever.
class EventLog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventLog)
public:
    explicit EventLog(QObject *parent = nullptr);
    ~EventLog() override;

    /// Ids go on after `lastId` (what an earlier orchestrator gave).
    void continueAfter(qint64 lastId);
    /// Gives the event its id and keeps it. Returns the id.
    qint64 append(Event event);
    /// Keeps an event that another log gave its id; ignored unless that is above all that are held.
    void keep(const Event &event);
    /// Forgets everything, ids too: the log that is followed is another one now.
    void beginAnew();
    qint64 lastId() const { return m_lastId; }
    /// The oldest id still held; lastId()+1 when none is.
    qint64 firstId() const;
    /// Events with an id above `after`, oldest first, at most `limit`.
    QList<Event> after(qint64 after, qsizetype limit) const;
    /// Those held that the query asks for, with rising ids.
    QList<Event> select(const EventQuery &query) const;

    /// The oldest event that is kept anywhere, here or in the store; firstId() unless told otherwise.
    qint64 oldestKept() const { return m_oldestKept > 0 ? m_oldestKept : firstId(); }
    void setOldestKept(qint64 id) { m_oldestKept = id; }

Q_SIGNALS:
    void appended(const foghorn::Event &event);
    /// All of it, because it began anew.
    void forgotten();

private:
    RingBuffer<Event> m_events{10'000};
    qint64 m_lastId = 0;
    qint64 m_oldestKept = 0;
};

} // namespace foghorn

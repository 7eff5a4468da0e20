#pragma once

#include "core/registry/history.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace foghorn {

/// Asks the store for pages of old events, on behalf of many listeners who come back at once: few questions at a time,
/// the same one only once, and none is refused because the store is busy with others.
class StoredPages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoredPages)
public:
    static constexpr int mostUnderWay = 4;

    /// Events between two ids, both excluded; the lowest first.
    struct Range
    {
        qint64 after = 0;
        qint64 before = 0;
        qint64 limit = 0;

        bool operator==(const Range &) const = default;
    };
    /// Called once, later, from the event loop.
    using Taker = std::function<void(const Result<EventPage> &)>;

    explicit StoredPages(History &history);
    ~StoredPages() override;

    void ask(const Range &range, Taker taker);

private:
    struct Question
    {
        Range range;
        std::vector<Taker> takers;
    };
    using QuestionPtr = std::shared_ptr<Question>;

    void askNext();
    void put(const QuestionPtr &question);

    History &m_history;
    std::deque<QuestionPtr> m_waiting;
    std::vector<QuestionPtr> m_underWay;
    QTimer m_retry; ///< while the store is busy with others' questions
};

} // namespace foghorn

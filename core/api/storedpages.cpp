#include "core/api/storedpages.h"

#include <QFutureWatcher>

#include <algorithm>

namespace foghorn {

StoredPages::StoredPages(History &history)
    : m_history(history)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(50);
    connect(&m_retry, &QTimer::timeout, this, &StoredPages::askNext);
}

StoredPages::~StoredPages() = default;

void StoredPages::ask(const Range &range, Taker taker)
{
    const auto isSame = [&range](const QuestionPtr &question) { return question->range == range; };
    const auto underWay = std::find_if(m_underWay.begin(), m_underWay.end(), isSame);
    if (underWay != m_underWay.end())
        return (*underWay)->takers.push_back(std::move(taker));
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(), isSame);
    if (waiting != m_waiting.end())
        return (*waiting)->takers.push_back(std::move(taker));
    m_waiting.push_back(std::make_shared<Question>(Question{range, {std::move(taker)}}));
    askNext();
}

void StoredPages::askNext()
{
    while (!m_waiting.empty() && m_underWay.size() < mostUnderWay) {
        if (m_history.isBusy())
            return m_retry.start();
        const QuestionPtr question = m_waiting.front();
        m_waiting.pop_front();
        put(question);
    }
}

void StoredPages::put(const QuestionPtr &question)
{
    m_underWay.push_back(question);
    EventQuery query;
    query.after = question->range.after;
    query.before = question->range.before;
    query.limit = question->range.limit;
    auto *watcher = new QFutureWatcher<Result<EventPage>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, question] {
        watcher->deleteLater();
        m_underWay.erase(std::remove(m_underWay.begin(), m_underWay.end(), question), m_underWay.end());
        const QFuture<Result<EventPage>> done = watcher->future();
        const Result<EventPage> page =
            done.resultCount() > 0 ? done.result() : Error{QStringLiteral("the journal was closed")};
        for (const Taker &taker : question->takers)
            taker(page);
        askNext();
    });
    watcher->setFuture(m_history.events(query));
}

} // namespace foghorn

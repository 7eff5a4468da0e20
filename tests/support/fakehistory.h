#pragma once

#include "core/registry/history.h"

#include <QPromise>

#include <algorithm>
#include <functional>

namespace foghorn {

/// Answers every question at once with what it holds.
class FakeHistory final : public History
{
public:
    ServiceHistory kept;
    std::function<ServiceHistory(const HistoryQuery &)> makeUp; ///< where it is given, instead of `kept`
    QList<Event> keptEvents;
    QString fault; ///< not empty: the answer to all
    bool busy = false;
    QList<HistoryQuery> asked;
    QList<EventQuery> askedForEvents;

    QFuture<Result<ServiceHistory>> ofService(const HistoryQuery &query) override
    {
        asked.append(query);
        return done(makeUp ? makeUp(query) : kept);
    }
    QFuture<Result<EventPage>> events(const EventQuery &query) override
    {
        askedForEvents.append(query);
        EventPage page{{}, keptEvents.isEmpty() ? 0 : keptEvents.first().id};
        for (const Event &event : std::as_const(keptEvents)) {
            if (query.matches(event))
                page.events.append(event);
        }
        const qsizetype surplus = std::max<qsizetype>(0, page.events.size() - query.limit);
        page.events = page.events.mid(query.after ? 0 : surplus, query.limit);
        return done(page);
    }
    bool isBusy() const override { return busy; }

private:
    template<typename T> QFuture<Result<T>> done(const T &value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(fault.isEmpty() ? Result<T>(value) : Result<T>(Error{fault}));
        promise.finish();
        return promise.future();
    }
};

} // namespace foghorn

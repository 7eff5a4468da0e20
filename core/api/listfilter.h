#pragma once

#include "core/api/apicontext.h"
#include "core/api/apirequest.h"

#include <functional>
#include <variant>

namespace foghorn {

/// Whether a request asks for a part of a list.
bool isFiltered(const ApiRequest &request);

/// The entries that ?names=a,b and ?status=x,y ask for, in the registry's order; or the 400 or 404 that says what is
/// wrong. `wordOf` gives the word by which ?status= chooses; `words` are all there are.
std::variant<QList<const RegistryEntry *>, HttpReply> filteredEntries(const ApiRequest &request,
    const ApiContext &context, const QList<QString> &words,
    const std::function<QLatin1String(const RegistryEntry &)> &wordOf);

/// The words of ?status= in lists of services.
const QList<QString> &statusWords();
/// The words of ?status= in lists of health.
const QList<QString> &healthWords();

/// A whole number from the query, or `fallback` when it is not there; the 400 when it is none or out of bounds.
std::variant<qint64, HttpReply> wholeNumber(
    const ApiRequest &request, const QByteArray &name, qint64 fallback, qint64 low, qint64 high);
/// A time from the query, nothing when it is not there; the 400 when it is none.
std::variant<std::optional<WallTime>, HttpReply> timeOf(const ApiRequest &request, const QByteArray &name);

/// ?from= and ?to=, both ends included.
struct TimeWindow
{
    std::optional<WallTime> from;
    std::optional<WallTime> to;
};
/// The window of the query, open where it says nothing; the 400 when an end is no time or they are in the wrong order.
std::variant<TimeWindow, HttpReply> windowOf(const ApiRequest &request);

} // namespace foghorn

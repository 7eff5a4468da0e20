// The inverse of historyanswer.cpp.
#include "core/json/historyanswer.h"

#include "core/json/jsonreading.h"
#include "core/json/statusmembers.h"
#include "core/model/words.h"

#include <QJsonArray>

namespace foghorn {
namespace {

using Key = QLatin1String;

std::optional<CheckPoint> pointFromJson(const QJsonObject &object, const ServiceId &)
{
    const auto worst = checkFromJson(object);
    const auto from = readTime(object, Key("from"));
    const auto to = readTime(object, Key("to"));
    if (!worst || !from || !to)
        return std::nullopt;
    return CheckPoint{*from, *to, object.value(u"count").toInteger(), object.value(u"passed_count").toInteger(),
        readMicroseconds(object, Key("min_ms")), readMicroseconds(object, Key("mean_ms")),
        readMicroseconds(object, Key("p95_ms")), readMicroseconds(object, Key("max_ms")), *worst};
}

std::optional<Event> stateFromJson(const QJsonObject &object, const ServiceId &service)
{
    const auto at = readTime(object, Key("timestamp"));
    if (!at)
        return std::nullopt;
    Event event;
    event.at = *at;
    event.kind = EventKind::StateChanged;
    event.service = service;
    event.from = object.value(u"from").toString();
    event.to = object.value(u"to").toString();
    event.cause = object.value(u"cause").toString();
    event.message = object.value(u"message").toString();
    return event;
}

std::optional<StateSpan> stateSpanFromJson(const QJsonObject &object, const ServiceId &)
{
    const auto from = readTime(object, Key("from"));
    if (!from)
        return std::nullopt;
    return StateSpan{*from, readTime(object, Key("to")), runStateFromWord(object.value(u"state").toString()),
        causeFromWord(object.value(u"cause").toString()).value_or(Cause::None)};
}

std::optional<HealthSpan> healthSpanFromJson(const QJsonObject &object, const ServiceId &)
{
    const auto from = readTime(object, Key("from"));
    if (!from)
        return std::nullopt;
    return HealthSpan{*from, readTime(object, Key("to")),
        healthFromWord(object.value(u"health").toString()).value_or(Health::Unknown)};
}

template<typename T>
QList<T> readSeries(
    const QJsonObject &object, QLatin1String name, std::optional<T> (*read)(const QJsonObject &, const ServiceId &))
{
    const ServiceId service = object.value(u"service").toString();
    const QJsonArray array = object.value(name).toArray();
    QList<T> series;
    series.reserve(array.size());
    for (const QJsonValue &value : array) {
        if (const std::optional<T> entry = read(value.toObject(), service))
            series.append(*entry);
    }
    return series;
}

} // namespace

ServiceHistory historyFromJson(const QJsonObject &object)
{
    return {readSeries(object, Key("checks"), &pointFromJson), readSeries(object, Key("states"), &stateFromJson),
        readSeries(object, Key("state_spans"), &stateSpanFromJson),
        readSeries(object, Key("health_spans"), &healthSpanFromJson)};
}

} // namespace foghorn

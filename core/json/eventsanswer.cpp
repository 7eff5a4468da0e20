#include "core/json/eventsanswer.h"

#include "core/json/jsonreading.h"
#include "core/model/words.h"

#include <QJsonArray>

namespace foghorn {

using Key = QLatin1String;

void writeEvent(JsonWriter &json, const Event &event)
{
    json.beginObject();
    json.member(Key("id"), event.id);
    json.member(Key("timestamp"), event.at);
    json.member(Key("kind"), toWord(event.kind));
    json.key(Key("service")).textOrNull(event.service);
    json.key(Key("from")).textOrNull(event.from);
    json.key(Key("to")).textOrNull(event.to);
    json.key(Key("cause")).textOrNull(event.cause);
    json.key(Key("actor")).textOrNull(event.actor);
    json.member(Key("message"), event.message);
    json.endObject();
}

std::optional<Event> eventFromJson(const QJsonObject &object)
{
    const auto kind = eventKindFromWord(object.value(u"kind").toString());
    const auto at = readTime(object, Key("timestamp"));
    const qint64 id = object.value(u"id").toInteger();
    if (!kind || !at || id <= 0)
        return std::nullopt;
    return Event{id, *at, *kind, object.value(u"service").toString(), object.value(u"from").toString(),
        object.value(u"to").toString(), object.value(u"cause").toString(), object.value(u"actor").toString(),
        object.value(u"message").toString()};
}

QByteArray eventsAnswer(const QList<Event> &events, qint64 firstId, qint64 lastId)
{
    JsonWriter json(256 * (events.size() + 1));
    json.beginObject();
    json.member(Key("success"), true);
    json.key(Key("events")).beginArray();
    for (const Event &event : events)
        writeEvent(json, event);
    json.endArray();
    json.member(Key("first_id"), firstId);
    json.member(Key("last_id"), lastId);
    json.endObject();
    return json.take();
}

EventPage eventPageFromJson(const QJsonObject &object)
{
    EventPage page;
    page.firstId = object.value(u"first_id").toInteger();
    const QJsonArray events = object.value(u"events").toArray();
    for (const QJsonValue &value : events) {
        if (const std::optional<Event> event = eventFromJson(value.toObject()))
            page.events.append(*event);
    }
    return page;
}

} // namespace foghorn

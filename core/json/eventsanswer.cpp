#include "core/json/eventsanswer.h"

#include "core/model/words.h"

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

} // namespace foghorn

#include "core/json/fleetanswers.h"

#include "core/json/jsonwriter.h"

namespace foghorn {

using Key = QLatin1String;

QByteArray reloadAnswer(const ReloadOutcome &outcome, bool planOnly)
{
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("message"), outcome.message);
    json.member(Key("plan"), planOnly);
    json.member(Key("added"), outcome.added);
    json.member(Key("removed"), outcome.removed);
    json.member(Key("restarted"), outcome.restarted);
    json.member(Key("updated"), outcome.updated);
    json.member(Key("untouched"), outcome.untouched);
    json.member(Key("warnings"), outcome.warnings);
    json.endObject();
    return json.take();
}

QByteArray messageAnswer(const QString &message)
{
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("message"), message);
    json.endObject();
    return json.take();
}

} // namespace foghorn

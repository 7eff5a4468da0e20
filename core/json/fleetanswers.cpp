#include "core/json/fleetanswers.h"

#include "core/json/jsonreading.h"
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

ReloadOutcome reloadFromJson(const QJsonObject &object)
{
    ReloadOutcome outcome;
    outcome.message = object.value(u"message").toString();
    outcome.warnings = readTexts(object, Key("warnings"));
    outcome.added = readTexts(object, Key("added"));
    outcome.removed = readTexts(object, Key("removed"));
    outcome.restarted = readTexts(object, Key("restarted"));
    outcome.updated = readTexts(object, Key("updated"));
    outcome.untouched = static_cast<qsizetype>(object.value(u"untouched").toInteger());
    return outcome;
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

#include "core/json/historyanswer.h"

#include "core/json/statusmembers.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

double inMilliseconds(std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000.0; }

void writePoint(JsonWriter &json, const CheckPoint &point)
{
    json.beginObject();
    writeCheckMembers(json, point.worst);
    json.member(Key("from"), point.from);
    json.member(Key("to"), point.to);
    json.member(Key("count"), point.count);
    json.member(Key("passed_count"), point.passed);
    json.member(Key("min_ms"), inMilliseconds(point.least));
    json.member(Key("mean_ms"), inMilliseconds(point.mean));
    json.member(Key("p95_ms"), inMilliseconds(point.p95));
    json.member(Key("max_ms"), inMilliseconds(point.most));
    json.endObject();
}

void writeState(JsonWriter &json, const Event &event)
{
    json.beginObject();
    json.member(Key("timestamp"), event.at);
    json.member(Key("from"), event.from);
    json.member(Key("to"), event.to);
    json.key(Key("cause")).textOrNull(event.cause);
    json.member(Key("message"), event.message);
    json.endObject();
}

void writeStateSpan(JsonWriter &json, const StateSpan &span)
{
    json.beginObject();
    json.member(Key("from"), span.from);
    json.member(Key("to"), span.to);
    json.key(Key("state"));
    span.state ? json.value(toWord(*span.state)) : json.null();
    json.member(Key("cause"), toWord(span.cause));
    json.endObject();
}

void writeHealthSpan(JsonWriter &json, const HealthSpan &span)
{
    json.beginObject();
    json.member(Key("from"), span.from);
    json.member(Key("to"), span.to);
    json.member(Key("health"), toWord(span.health));
    json.endObject();
}

template<typename T>
void writeSeries(JsonWriter &json, QLatin1String name, const QList<T> &series, void (*write)(JsonWriter &, const T &))
{
    json.key(name).beginArray();
    for (const T &entry : series)
        write(json, entry);
    json.endArray();
}

} // namespace

QByteArray historyAnswer(const ServiceHistory &history, const HistoryQuery &query)
{
    JsonWriter json(4096 + 400 * history.checks.size());
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("service"), query.service);
    json.member(Key("from"), query.from);
    json.member(Key("to"), query.to);
    json.member(Key("points"), query.points);
    writeSeries(json, Key("checks"), history.checks, &writePoint);
    writeSeries(json, Key("states"), history.states, &writeState);
    writeSeries(json, Key("state_spans"), history.stateSpans, &writeStateSpan);
    writeSeries(json, Key("health_spans"), history.healthSpans, &writeHealthSpan);
    json.endObject();
    return json.take();
}

} // namespace foghorn

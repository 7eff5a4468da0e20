#include "core/json/historyanswer.h"

#include "core/json/statusmembers.h"

#include <algorithm>

namespace foghorn {
namespace {

using Key = QLatin1String;

bool saysLess(const CheckResult &a, const CheckResult &b)
{
    if (a.passed != b.passed)
        return a.passed;
    return a.responseTime < b.responseTime;
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

} // namespace

QList<CheckResult> thinned(const QList<CheckResult> &checks, qint64 points)
{
    if (checks.size() <= points)
        return checks;
    QList<CheckResult> out;
    out.reserve(points);
    for (qint64 bundle = 0; bundle < points; ++bundle) {
        const auto first = checks.cbegin() + bundle * checks.size() / points;
        const auto last = checks.cbegin() + (bundle + 1) * checks.size() / points;
        out << *std::max_element(first, last, saysLess);
    }
    return out;
}

QList<Event> statesOf(const EventLog &events, const ServiceId &service, const HistoryWindow &window)
{
    QList<Event> states;
    for (const Event &event : events.after(events.firstId() - 1, events.lastId() - events.firstId() + 1)) {
        if (event.kind == EventKind::StateChanged && event.service == service && window.holds(event.at))
            states << event;
    }
    return states.mid(std::max<qsizetype>(0, states.size() - window.points));
}

QByteArray historyAnswer(const RegistryEntry &entry, const QList<Event> &states, const HistoryWindow &window)
{
    QList<CheckResult> checks;
    for (std::size_t i = 0; i < entry.checks.size(); ++i) {
        if (window.holds(entry.checks.at(i).at))
            checks << entry.checks.at(i);
    }
    JsonWriter json(4096);
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("service"), entry.info.name);
    json.member(Key("from"), window.from);
    json.member(Key("to"), window.to);
    json.member(Key("points"), window.points);
    json.key(Key("checks")).beginArray();
    for (const CheckResult &check : thinned(checks, window.points))
        writeCheck(json, check);
    json.endArray();
    json.key(Key("states")).beginArray();
    for (const Event &state : states)
        writeState(json, state);
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace foghorn

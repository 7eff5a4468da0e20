#include "core/json/packedchecks.h"

#include "core/json/statusmembers.h"
#include "core/json/streammessages.h"

#include <QHash>
#include <QJsonArray>

namespace foghorn {
namespace {

using Key = QLatin1String;

constexpr int passedFlag = 1;
constexpr int timedOutFlag = 2;

qint64 toNumber(WallTime time) { return time.time_since_epoch().count(); }
WallTime timeOf(const QJsonValue &value) { return WallTime(std::chrono::milliseconds(value.toInteger())); }

QLatin1String letterOf(UptimeLedger::Condition condition)
{
    switch (condition) {
    case UptimeLedger::Condition::Up:
        return Key("u");
    case UptimeLedger::Condition::Down:
        return Key("d");
    case UptimeLedger::Condition::Excluded:
        return Key("x");
    }
    Q_UNREACHABLE();
}

UptimeLedger::Condition conditionOf(QStringView letter)
{
    if (letter == u"u")
        return UptimeLedger::Condition::Up;
    return letter == u"d" ? UptimeLedger::Condition::Down : UptimeLedger::Condition::Excluded;
}

Health healthOf(QStringView letter)
{
    if (letter == u"h")
        return Health::Healthy;
    if (letter == u"d")
        return Health::Degraded;
    return letter == u"u" ? Health::Unhealthy : Health::Unknown;
}

} // namespace

void writePackedChecks(JsonWriter &json, const RegistryEntry &entry)
{
    const QByteArray letters = checkLetters(entry);
    QHash<QString, qsizetype> indexes;
    QList<QString> words;
    json.key(Key("checks")).beginArray();
    for (std::size_t i = 0; i < entry.checks.size(); ++i) {
        const CheckResult &check = entry.checks.at(i);
        const auto known = indexes.constFind(check.message);
        const qsizetype index = known == indexes.constEnd() ? words.size() : *known;
        if (known == indexes.constEnd()) {
            indexes.insert(check.message, index);
            words.append(check.message);
        }
        json.beginArray();
        json.value(toNumber(check.at));
        json.value(QString(QLatin1Char(letters.at(static_cast<qsizetype>(i)))));
        json.value((check.passed ? passedFlag : 0) + (check.timedOut ? timedOutFlag : 0));
        json.value(check.responseTime.count());
        json.value(index);
        json.endArray();
    }
    json.endArray();
    json.member(Key("words"), words);
    json.key(Key("last_check"));
    entry.lastCheck ? writeCheck(json, *entry.lastCheck) : void(json.null());
}

QList<CheckResult> packedChecksFromJson(const ServiceId &service, const QJsonObject &object)
{
    const QJsonArray words = object.value(u"words").toArray();
    const QJsonArray packed = object.value(u"checks").toArray();
    QList<CheckResult> checks;
    checks.reserve(packed.size());
    for (const QJsonValue &value : packed) {
        const QJsonArray fields = value.toArray();
        CheckResult check;
        check.service = service;
        check.at = timeOf(fields.at(0));
        check.healthAfter = healthOf(fields.at(1).toString());
        const int flags = fields.at(2).toInt();
        check.passed = (flags & passedFlag) != 0;
        check.timedOut = (flags & timedOutFlag) != 0;
        check.responseTime = std::chrono::microseconds(fields.at(3).toInteger());
        check.message = words.at(fields.at(4).toInt()).toString();
        checks.append(std::move(check));
    }
    if (const std::optional<CheckResult> last = checkFromJson(object.value(u"last_check").toObject())) {
        if (!checks.isEmpty() && checks.constLast().at == last->at)
            checks.last() = *last;
        else
            checks.append(*last);
    }
    return checks;
}

void writeUptimeSpans(JsonWriter &json, const UptimeLedger &uptime)
{
    json.key(Key("uptime_spans")).beginArray();
    for (const UptimeLedger::Span &span : uptime.spans()) {
        json.beginArray();
        json.value(toNumber(span.from));
        json.value(letterOf(span.condition));
        json.endArray();
    }
    json.endArray();
}

UptimeLedger uptimeFromJson(const QJsonObject &object)
{
    std::vector<UptimeLedger::Span> spans;
    const QJsonArray packed = object.value(u"uptime_spans").toArray();
    spans.reserve(static_cast<std::size_t>(packed.size()));
    for (const QJsonValue &span : packed)
        spans.push_back({timeOf(span[0]), conditionOf(span[1].toString())});
    return UptimeLedger::fromSpans(std::move(spans));
}

} // namespace foghorn

#include "core/fleetfile/probeexpectation.h"

#include "core/fleetfile/keytable.h"
#include "core/fleetfile/servicedraft.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace foghorn {
namespace {

bool isStatus(int status) { return status >= 100 && status <= 599; }

void readStatus(ProbeSpec &probe, const Value &value)
{
    const QString wanted = QStringLiteral("a status or a range of them");
    if (!value.node->isScalar())
        return value.wrongType(wanted, QStringLiteral("200-299"));
    const auto text = value.text();
    if (!text)
        return;
    const qsizetype dash = text->indexOf(u'-');
    bool fromGood = false;
    bool toGood = false;
    const int from = text->left(dash).trimmed().toInt(&fromGood);
    const int to = text->mid(dash + 1).trimmed().toInt(&toGood);
    if (!fromGood || !toGood || !isStatus(from) || !isStatus(to) || from > to)
        return value.wrongType(wanted, QStringLiteral("200-299"));
    probe.statusFrom = from;
    probe.statusTo = to;
}

void readJson(ProbeSpec &probe, const Value &value)
{
    if (!value.isMap(QStringLiteral("{status: healthy}")))
        return;
    for (const YamlMember &member : value.node->members) {
        const Value entry = value.entry(member);
        const bool isNull = entry.node->kind == YamlNode::Kind::Null;
        const auto text = isNull ? std::optional(QStringLiteral("null")) : entry.text();
        if (text)
            probe.json.append(
                {QString::fromStdString(*member.key), scalarAsJson(*text, entry.node->kind == YamlNode::Kind::Quoted)});
    }
}

constexpr std::array<Key<ProbeSpec>, 2> expectationKeys{{{"status", readStatus}, {"json", readJson, anyName}}};

} // namespace

void readExpectation(ProbeSpec &probe, const Value &value)
{
    if (value.isMap(QStringLiteral("{status: 200-299}")))
        readKeys(probe, value, expectationKeys);
}

QList<QString> expectationKeyNames() { return dottedKeys(expectationKeys); }

QString scalarAsJson(const QString &text, bool quoted)
{
    // only JSON's own words and numbers are not text
    const auto parsed = quoted ? QJsonDocument() : QJsonDocument::fromJson("[" + text.toUtf8() + "]");
    const QJsonArray values = parsed.array();
    const bool isScalar = values.size() == 1 && !values[0].isArray() && !values[0].isObject() && !values[0].isString();
    const QJsonArray out{isScalar ? values[0] : QJsonValue(text)};
    const QByteArray json = QJsonDocument(out).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

} // namespace foghorn

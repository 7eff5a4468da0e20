#include "core/health/httpverdict.h"

#include "core/health/probewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace foghorn {
namespace {

QJsonValue step(const QJsonValue &from, const QString &name)
{
    if (from.isObject())
        return from.toObject().value(name);
    bool isIndex = false;
    const int index = name.toInt(&isIndex);
    if (from.isArray() && isIndex)
        return from.toArray().at(index);
    return QJsonValue(QJsonValue::Undefined);
}

QJsonValue member(const QJsonValue &root, const QString &name)
{
    QJsonValue found = step(root, name);
    if (!found.isUndefined() || !name.contains(u'.'))
        return found;
    found = root;
    const QStringList path = name.split(u'.');
    for (const QString &part : path) {
        found = step(found, part);
        if (found.isUndefined())
            break;
    }
    return found;
}

QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return shownLine(QString::fromUtf8(list.mid(1, list.size() - 2)));
}

QJsonValue fromCompact(const QString &text) { return QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().at(0); }

QString jsonFault(const ProbeSpec &expected, const HttpAnswer &answer)
{
    if (answer.state() == HttpAnswer::State::TooLong)
        return QStringLiteral("answer is longer than 64 KiB; its members were not looked at");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body(), &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("answer is not JSON, expected member '%1'").arg(shownLine(expected.json.first().name));
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const ProbeSpec::JsonMember &wanted : expected.json) {
        const QJsonValue found = member(root, wanted.name);
        const QJsonValue value = fromCompact(wanted.value);
        if (found.isUndefined())
            return QStringLiteral("member '%1' is missing, expected %2").arg(shownLine(wanted.name), compact(value));
        if (found != value)
            return QStringLiteral("member '%1' is %2, expected %3")
                .arg(shownLine(wanted.name), compact(found), compact(value));
    }
    return {};
}

} // namespace

QString httpFault(const ProbeSpec &expected, const HttpAnswer &answer)
{
    if (answer.status() < expected.statusFrom || answer.status() > expected.statusTo) {
        const QString range = expected.statusFrom == expected.statusTo
            ? QString::number(expected.statusFrom)
            : QStringLiteral("%1-%2").arg(expected.statusFrom).arg(expected.statusTo);
        return QStringLiteral("HTTP %1, expected %2").arg(answer.status()).arg(range);
    }
    return expected.json.isEmpty() ? QString() : jsonFault(expected, answer);
}

} // namespace foghorn

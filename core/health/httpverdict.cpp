#include "core/health/httpverdict.h"

#include "core/health/probewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace

HttpVerdict::HttpVerdict(const ProbeSpec &expected)
    : m_statusFrom(expected.statusFrom)
    , m_statusTo(expected.statusTo)
{
    for (const ProbeSpec::JsonMember &wanted : expected.json)
        m_members.append({wanted.name, fromCompact(wanted.value)});
}

QString HttpVerdict::jsonFault(const HttpAnswer &answer) const
{
    if (answer.state() == HttpAnswer::State::TooLong)
        return QStringLiteral("answer is longer than 64 KiB; its members were not looked at");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body(), &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("answer is not JSON, expected member '%1'").arg(shownLine(m_members.first().first));
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const auto &[name, value] : m_members) {
        const QJsonValue found = member(root, name);
        if (found.isUndefined())
            return QStringLiteral("member '%1' is missing, expected %2").arg(shownLine(name), compact(value));
        if (found != value)
            return QStringLiteral("member '%1' is %2, expected %3")
                .arg(shownLine(name), compact(found), compact(value));
    }
    return {};
}

QString HttpVerdict::fault(const HttpAnswer &answer) const
{
    if (answer.status() < m_statusFrom || answer.status() > m_statusTo) {
        const QString range = m_statusFrom == m_statusTo ? QString::number(m_statusFrom)
                                                         : QStringLiteral("%1-%2").arg(m_statusFrom).arg(m_statusTo);
        return QStringLiteral("HTTP %1, expected %2").arg(answer.status()).arg(range);
    }
    return m_members.isEmpty() ? QString() : jsonFault(answer);
}

} // namespace foghorn

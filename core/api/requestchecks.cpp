#include "core/api/requestchecks.h"

#include "core/api/percentencoding.h"
#include "core/base/names.h"
#include "core/registry/history.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace foghorn {
namespace {

QString listOf(const QList<QByteArray> &names)
{
    return names.isEmpty() ? QStringLiteral("none") : QString::fromLatin1(names.join(", "));
}

QString shown(const QString &text) { return printable(QStringView(text).left(64)); }

QLatin1String typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool:
        return QLatin1String("true or false");
    case QJsonValue::Double:
        return QLatin1String("a number");
    case QJsonValue::String:
        return QLatin1String("a string");
    case QJsonValue::Array:
        return QLatin1String("an array");
    case QJsonValue::Object:
        return QLatin1String("an object");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QLatin1String("something else");
}

bool isJsonType(QByteArrayView type)
{
    const qsizetype semicolon = type.indexOf(';');
    const QByteArrayView media = (semicolon < 0 ? type : type.first(semicolon)).trimmed();
    if (!equalsIgnoringCase(media, "application/json"))
        return false;
    const QByteArrayView parameter = semicolon < 0 ? QByteArrayView() : type.sliced(semicolon + 1).trimmed();
    return parameter.isEmpty() || equalsIgnoringCase(parameter, "charset=utf-8")
        || equalsIgnoringCase(parameter, "charset=\"utf-8\"");
}

HttpReply badBody(const QString &detail) { return HttpReply::problem(400, detail); }

QList<QByteArray> memberNames(const Route &route)
{
    QList<QByteArray> names;
    for (const BodyMember &member : route.members)
        names << QByteArray(member.name.data(), member.name.size());
    return names;
}

std::optional<HttpReply> checkMembers(const QJsonObject &object, const Route &route)
{
    for (auto at = object.begin(); at != object.end(); ++at) {
        const auto known = std::find_if(route.members.begin(), route.members.end(),
            [&at](const BodyMember &member) { return at.key() == member.name; });
        if (known == route.members.end())
            return badBody(QStringLiteral("The body has the unknown member `%1`; known here: %2.")
                               .arg(shown(at.key()), listOf(memberNames(route))));
        if (at.value().type() != known->type)
            return badBody(QStringLiteral("The body's member `%1` must be %2.").arg(at.key(), typeName(known->type)));
    }
    for (const BodyMember &member : route.members) {
        if (member.isRequired && !object.contains(member.name))
            return badBody(QStringLiteral("The body must have the member `%1`.").arg(member.name));
    }
    return std::nullopt;
}

} // namespace

std::variant<QHash<QByteArray, QString>, HttpReply> readQuery(QByteArrayView query, const QList<QByteArray> &known)
{
    QHash<QByteArray, QString> values;
    if (query.isEmpty())
        return values;
    for (const QByteArray &pair : query.toByteArray().split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const std::optional<QString> name = percentDecoded(equals < 0 ? pair : pair.first(equals), true);
        const std::optional<QString> value = percentDecoded(equals < 0 ? QByteArray() : pair.mid(equals + 1), true);
        if (!name || !value)
            return HttpReply::problem(
                400, QStringLiteral("The query has a broken percent-encoding; write it as UTF-8 in %XX."));
        const QByteArray key = name->toUtf8();
        if (!known.contains(key))
            return HttpReply::problem(400,
                QStringLiteral("The query parameter `%1` is not known; known here: %2.")
                    .arg(shown(*name), listOf(known)));
        if (values.contains(key))
            return HttpReply::problem(
                400, QStringLiteral("The query parameter `%1` was given twice; give it once.").arg(*name));
        values.insert(key, *value);
    }
    return values;
}

std::variant<QJsonObject, HttpReply> readBody(const HttpHead &head, const QByteArray &body, const Route &route)
{
    QJsonObject object;
    if (!body.isEmpty()) {
        if (!isJsonType(head.header("content-type")))
            return HttpReply::problem(
                415, QStringLiteral("The body must be JSON: send `Content-Type: application/json`."));
        if (route.method == "GET")
            return badBody(QStringLiteral("A GET takes no body; leave it out."));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(body, &error);
        // a document of one word, number or text is JSON too, but not for Qt's parser
        const bool isScalar =
            error.error != QJsonParseError::NoError && QJsonDocument::fromJson('[' + body + ']').array().size() == 1;
        if (error.error != QJsonParseError::NoError && !isScalar)
            return badBody(
                QStringLiteral("The body is no JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
        if (!document.isObject())
            return badBody(QStringLiteral("The body must be a JSON object, like {}."));
        object = document.object();
    }
    if (std::optional<HttpReply> wrong = checkMembers(object, route))
        return *wrong;
    return object;
}

bool isReading(QByteArrayView method) { return method == "GET" || method == "HEAD"; }

HttpReply revalidated(const HttpHead &head, HttpReply reply, const QByteArray &instance)
{
    if (reply.status != 200 || !isReading(head.method))
        return reply;
    if (reply.etag.isEmpty())
        reply.etag = etagOf(instance, reply.body);
    if (!isStillCurrent(head, reply.etag))
        return reply;
    HttpReply unchanged;
    unchanged.status = 304;
    unchanged.etag = reply.etag;
    unchanged.closes = reply.closes;
    return unchanged;
}

std::optional<HttpReply> whyStoreIsBusy(const History &history)
{
    if (!history.isBusy())
        return std::nullopt;
    HttpReply reply = HttpReply::problem(
        429, QStringLiteral("Too many questions about the history wait already; try again in a second."));
    reply.addHeader("Retry-After", "1");
    return reply;
}

bool isStillCurrent(const HttpHead &head, const QByteArray &etag)
{
    const QByteArrayView value = head.header("if-none-match");
    if (value.isEmpty() || etag.isEmpty())
        return false;
    if (value == "*")
        return true;
    for (QByteArray candidate : value.toByteArray().split(',')) {
        candidate = candidate.trimmed();
        if (candidate.startsWith("W/"))
            candidate.remove(0, 2);
        if (candidate == etag)
            return true;
    }
    return false;
}

} // namespace foghorn

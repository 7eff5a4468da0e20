#include "core/api/registration.h"

#include "core/base/names.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace foghorn {
namespace {

constexpr qsizetype longestText = 256;
constexpr qsizetype mostItems = 64;

HttpReply wrong(const QString &what) { return HttpReply::problem(400, what); }

bool isPlainText(const QString &text) { return text.size() <= longestText && printable(text) == text; }

std::optional<HttpReply> readText(const QJsonObject &body, QLatin1String name, QString &into)
{
    if (!body.contains(name))
        return std::nullopt;
    into = body.value(name).toString();
    if (!isPlainText(into))
        return wrong(
            QStringLiteral("`%1` must be a text of at most 256 characters without control characters.").arg(name));
    return std::nullopt;
}

std::optional<HttpReply> readNames(const QJsonObject &body, QLatin1String name, QList<ServiceId> &into)
{
    const QJsonArray names = body.value(name).toArray();
    if (names.size() > mostItems)
        return wrong(QStringLiteral("`%1` may hold at most 64 names.").arg(name));
    for (const QJsonValue &value : names) {
        if (!value.isString() || !isServiceName(value.toString()))
            return wrong(QStringLiteral("`%1` must be a list of service names.").arg(name));
        if (!into.contains(value.toString()))
            into << value.toString();
    }
    return std::nullopt;
}

/// Calls `take(key, text)` for each member of an object of texts.
template<typename Take>
std::optional<HttpReply> readTexts(const QJsonObject &body, QLatin1String name, const Take &take)
{
    const QJsonObject texts = body.value(name).toObject();
    if (texts.size() > mostItems)
        return wrong(QStringLiteral("`%1` may hold at most 64 members.").arg(name));
    for (auto at = texts.begin(); at != texts.end(); ++at) {
        if (!at.value().isString() || !isPlainText(at.value().toString()) || !isPlainText(at.key())
            || at.key().isEmpty())
            return wrong(QStringLiteral("`%1` must be an object of texts of at most 256 characters.").arg(name));
        take(at.key(), at.value().toString());
    }
    return std::nullopt;
}

std::optional<HttpReply> readSeconds(const QJsonObject &body, QLatin1String name, milliseconds &into)
{
    if (!body.contains(name))
        return std::nullopt;
    const double seconds = body.value(name).toDouble();
    constexpr double longest = 7.0 * 24 * 3600;
    if (!std::isfinite(seconds) || seconds <= 0 || seconds > longest)
        return wrong(QStringLiteral("`%1` must be a number of seconds above 0 and up to 604800.").arg(name));
    into = milliseconds(std::llround(seconds * 1000));
    return std::nullopt;
}

} // namespace

QList<BodyMember> registrationMembers()
{
    return {{QLatin1String("service_type"), QJsonValue::String}, {QLatin1String("version"), QJsonValue::String},
        {QLatin1String("description"), QJsonValue::String}, {QLatin1String("endpoints"), QJsonValue::Object},
        {QLatin1String("dependencies"), QJsonValue::Array}, {QLatin1String("optional_dependencies"), QJsonValue::Array},
        {QLatin1String("metadata"), QJsonValue::Object}, {QLatin1String("heartbeat_interval"), QJsonValue::Double},
        {QLatin1String("heartbeat_timeout"), QJsonValue::Double}, {QLatin1String("instance"), QJsonValue::String}};
}

std::variant<QString, HttpReply> readInstance(const QJsonObject &body)
{
    QString instance;
    if (auto fault = readText(body, QLatin1String("instance"), instance))
        return *std::move(fault);
    return instance;
}

std::variant<ServiceInfo, HttpReply> readRegistration(const ServiceId &service, const QJsonObject &body)
{
    ServiceInfo info;
    info.name = service;
    info.type = service;
    info.external = true;
    info.critical = false;
    info.beatsItself = true;
    std::optional<HttpReply> fault = readText(body, QLatin1String("service_type"), info.type);
    const auto then = [&fault](std::optional<HttpReply> next) {
        if (!fault)
            fault = std::move(next);
    };
    then(readText(body, QLatin1String("version"), info.version));
    then(readText(body, QLatin1String("description"), info.description));
    then(readTexts(body, QLatin1String("endpoints"), [&info](const QString &name, const QString &url) {
        info.endpoints.append(Endpoint{name, url});
    }));
    then(readTexts(body, QLatin1String("metadata"),
        [&info](const QString &name, const QString &text) { info.labels.insert(name, text); }));
    then(readNames(body, QLatin1String("dependencies"), info.required));
    then(readNames(body, QLatin1String("optional_dependencies"), info.optional));
    then(readSeconds(body, QLatin1String("heartbeat_interval"), info.heartbeat.interval));
    // Who names only an interval gets the usual three of them.
    if (body.contains(QLatin1String("heartbeat_interval")))
        info.heartbeat.timeout = info.heartbeat.interval * 3;
    then(readSeconds(body, QLatin1String("heartbeat_timeout"), info.heartbeat.timeout));
    if (fault)
        return *fault;
    return info;
}

} // namespace foghorn

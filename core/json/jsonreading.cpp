#include "core/json/jsonreading.h"

#include <QJsonArray>

#include <cmath>

namespace foghorn {

std::optional<WallTime> readTime(const QJsonObject &object, QLatin1String name)
{
    return fromRfc3339(object.value(name).toString().toLatin1());
}

QList<QString> readTexts(const QJsonObject &object, QLatin1String name)
{
    QList<QString> texts;
    const QJsonArray array = object.value(name).toArray();
    texts.reserve(array.size());
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

std::chrono::microseconds readMicroseconds(const QJsonObject &object, QLatin1String name)
{
    constexpr double longest = 1e12; // a month, in milliseconds; more is nonsense
    const double value = object.value(name).toDouble();
    return std::chrono::microseconds(std::abs(value) < longest ? std::llround(value * 1000) : 0);
}

std::chrono::milliseconds readMilliseconds(const QJsonObject &object, QLatin1String name)
{
    return std::chrono::milliseconds(object.value(name).toInteger());
}

} // namespace foghorn

#include "core/json/jsonreading.h"

#include <QJsonArray>

#include <cmath>

namespace foghorn {

namespace {

QList<QString> textsOf(const QJsonArray &array)
{
    QList<QString> texts;
    texts.reserve(array.size());
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

} // namespace

std::optional<WallTime> readTime(const QJsonObject &object, QLatin1String name)
{
    return fromRfc3339(object.value(name).toString().toLatin1());
}

QList<QString> readTexts(const QJsonObject &object, QLatin1String name)
{
    return textsOf(object.value(name).toArray());
}

QList<QList<QString>> readTextLists(const QJsonObject &object, QLatin1String name)
{
    QList<QList<QString>> lists;
    const QJsonArray array = object.value(name).toArray();
    lists.reserve(array.size());
    for (const QJsonValue &list : array)
        lists.append(textsOf(list.toArray()));
    return lists;
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

#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace foghorn {

// The inverse of what JsonWriter writes, member by member. What is missing or of another kind is empty, 0 or nothing.

std::optional<WallTime> readTime(const QJsonObject &object, QLatin1String name);
QList<QString> readTexts(const QJsonObject &object, QLatin1String name);
QList<QList<QString>> readTextLists(const QJsonObject &object, QLatin1String name);
/// A number of milliseconds with a fraction.
std::chrono::microseconds readMicroseconds(const QJsonObject &object, QLatin1String name);
/// A whole number of milliseconds.
std::chrono::milliseconds readMilliseconds(const QJsonObject &object, QLatin1String name);

} // namespace foghorn

#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/history.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace foghorn {

/// One event as an object: id, timestamp, kind, service, from, to, cause, actor, message; what it has not is null.
void writeEvent(JsonWriter &json, const Event &event);
/// The inverse; nothing when it is none.
std::optional<Event> eventFromJson(const QJsonObject &object);

/// GET /events. `firstId` is the oldest still held and `lastId` the newest, so a reader sees whether it missed some.
QByteArray eventsAnswer(const QList<Event> &events, qint64 firstId, qint64 lastId);
EventPage eventPageFromJson(const QJsonObject &object);

} // namespace foghorn

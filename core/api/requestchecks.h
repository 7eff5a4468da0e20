#pragma once

#include "core/api/route.h"

#include <QHash>
#include <QJsonObject>

#include <optional>
#include <variant>

namespace foghorn {

class History;

/// The query's parameters by name, or the 400 that says which one is wrong.
std::variant<QHash<QByteArray, QString>, HttpReply> readQuery(QByteArrayView query, const QList<QByteArray> &known);

/// The body's members, or the 400 or 415 that says what is wrong and where. An empty body has no members.
std::variant<QJsonObject, HttpReply> readBody(const HttpHead &head, const QByteArray &body, const Route &route);

/// Whether the method changes nothing: GET and HEAD.
bool isReading(QByteArrayView method);

/// The answer to a reading request with its ETag, or the 304 when the client has it already; others as they are.
/// `instance` is of this run of the server.
HttpReply revalidated(const HttpHead &head, HttpReply reply, const QByteArray &instance);

/// The 429 when the store has too many questions waiting for another one.
std::optional<HttpReply> whyStoreIsBusy(const History &history);

/// Whether If-None-Match holds the ETag.
bool isStillCurrent(const HttpHead &head, const QByteArray &etag);

} // namespace foghorn

#pragma once

#include "core/api/httphead.h"
#include "core/api/httpreply.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

namespace foghorn {

/// What a client offers that asks for a WebSocket.
struct WebSocketOffer
{
    QByteArray key;
    QList<QByteArray> protocols; ///< in its order of preference

    /// What follows `prefix` in the first subprotocol that begins with it ("bearer.", "ticket."); a browser cannot set
    /// the Authorization header.
    std::optional<QByteArray> protocolAfter(QByteArrayView prefix) const;
};

/// The offer in a request that asks for an upgrade, or the answer (400, 405, 426) that says what is wrong with it.
std::variant<WebSocketOffer, HttpReply> readOffer(const HttpHead &head);
/// The subprotocols alone, also of an offer that is wrong otherwise.
QList<QByteArray> offeredProtocols(const HttpHead &head);

/// The 101. `protocol` must be one of the offered ones, or empty: none is chosen.
QByteArray switchingProtocols(const WebSocketOffer &offer, const QByteArray &protocol);

} // namespace foghorn

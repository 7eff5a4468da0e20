#pragma once

#include "core/api/access.h"
#include "core/api/apioptions.h"
#include "core/api/httphead.h"
#include "core/api/httpreply.h"
#include "core/api/peer.h"
#include "core/api/websockethandshake.h"
#include "core/base/clock.h"

#include <QList>

#include <chrono>
#include <deque>
#include <optional>

namespace foghorn {

/// Who may come in: Host and Origin against pages in a browser, tokens against everybody else.
class Gate
{
public:
    explicit Gate(const ApiOptions &options);

    /// From now on it is this one.
    void setDigest(Role role, const QByteArray &digest);
    /// An answer (403) when Host or Origin are not ours.
    std::optional<HttpReply> checkOrigin(const HttpHead &head, const Peer &peer) const;
    struct Identity
    {
        Role role = Role::Nobody;
        std::chrono::milliseconds delay{0}; ///< before a wrong token is answered
    };
    /// Who it is. A wrong token is answered late once several were wrong; a right one never is. `access`: of what is
    /// asked for.
    Identity identify(const HttpHead &head, const Peer &peer, MonoTime now, Access access);
    /// The same for whoever asks for a WebSocket: token by header or by the subprotocol bearer.TOKEN. Tickets are not
    /// the gate's.
    Identity identify(const HttpHead &head, const Peer &peer, MonoTime now, const WebSocketOffer &offer);
    /// The 401 for Nobody.
    static HttpReply unauthorized(const HttpHead &head, Access access);

private:
    Identity identify(const Peer &peer, MonoTime now, const std::optional<QByteArray> &token);
    bool isOwnHost(QByteArrayView host) const;

    QList<QByteArray> m_hosts; ///< lower case, without port
    bool m_tokenRequired;
    TokenDigests m_tokens;
    std::deque<MonoTime> m_wrong; ///< when wrong tokens came, of the last minute
};

/// The host of a Host header or of host:port, lower case, without port and brackets; nothing when it is malformed.
std::optional<QByteArray> hostWithoutPort(QByteArrayView value);
/// Whether a host (without port) names this machine's loopback: localhost, 127.x.x.x, ::1.
bool isLoopbackHost(QByteArrayView host);

} // namespace foghorn

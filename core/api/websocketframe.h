#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace foghorn {

/// RFC 6455, the server's side. Frames that we send are not masked, so the same bytes go to every client: a message is
/// written once, however many listen. (QWebSocket would encode, copy and queue it once for each.)
enum class WebSocketOpcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Why a WebSocket ends. 4000 and above are ours.
enum class WebSocketClose : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    BadText = 1007,
    Policy = 1008,
    TooBig = 1009,
    InternalError = 1011,
    ReadsTooSlowly = 4008,
};

/// One whole frame.
QByteArray webSocketFrame(WebSocketOpcode opcode, QByteArrayView payload);
/// The frame that ends it; `reason` at most 123 bytes of UTF-8.
QByteArray webSocketCloseFrame(quint16 code, QByteArrayView reason);

/// What a client said: a whole message, or a control frame.
struct WebSocketMessage
{
    WebSocketOpcode kind = WebSocketOpcode::Text; ///< never Continuation
    QByteArray payload;

    bool operator==(const WebSocketMessage &) const = default;
};

/// Why a client's bytes cannot be taken.
struct WebSocketFault
{
    WebSocketClose code = WebSocketClose::ProtocolError;
    const char *reason = "";
};

/// How many frames a client may send: at once, and of them again in each second.
struct WebSocketFrameRate
{
    int burst = 64;
    int perSecond = 8;
};

/// Puts the frames of one client together, as they arrive in pieces. Judges each frame by its first bytes, so what is
/// too long is refused before it comes, and counts each one, also the empty ones that make up no message.
class WebSocketReader
{
public:
    /// `longest`: bytes of a whole message, however many frames it has.
    WebSocketReader(qsizetype longest, WebSocketFrameRate rate, MonoTime now)
        : m_longest(longest)
        , m_rate(rate)
        , m_budget(rate.burst)
        , m_budgetAt(now)
    {
    }

    /// Takes what arrived and adds to `messages` what is whole now. After a fault nothing more may be fed; what comes
    /// after a Close is passed over.
    std::optional<WebSocketFault> feed(QByteArrayView bytes, MonoTime now, QList<WebSocketMessage> &messages);

private:
    struct Frame
    {
        WebSocketOpcode opcode = WebSocketOpcode::Text;
        bool isLast = true;
        quint64 size = 0; ///< of the payload
        qsizetype headSize = 0; ///< mask included
    };
    /// The frame that begins at the front of the buffer; size of head 0 when more bytes are needed to tell.
    std::optional<WebSocketFault> readHead(Frame &frame) const;
    std::optional<WebSocketFault> judge(const Frame &frame) const;
    std::optional<WebSocketFault> take(const Frame &frame, QByteArray payload, QList<WebSocketMessage> &messages);

    qsizetype m_longest;
    WebSocketFrameRate m_rate;
    double m_budget; ///< frames that may come now
    MonoTime m_budgetAt;
    bool m_isOver = false; ///< a Close came
    QByteArray m_buffer;
    std::optional<WebSocketMessage> m_unfinished; ///< a message in several frames
};

/// The fault in a Close frame's payload, if there is one.
std::optional<WebSocketFault> faultOfClosePayload(QByteArrayView payload);

} // namespace foghorn

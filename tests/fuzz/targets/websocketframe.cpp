#include "core/api/websocketframe.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

namespace foghorn {
namespace {

constexpr qsizetype longest = 1024;

struct Heard
{
    QList<WebSocketMessage> messages;
    std::optional<WebSocketClose> fault;

    bool operator==(const Heard &) const = default;
};

/// What a reader makes of it when it comes in pieces of that many bytes.
Heard heardInPieces(QByteArrayView input, qsizetype size)
{
    const MonoTime now{};
    WebSocketReader reader(longest, {}, now);
    Heard heard;
    while (!input.isEmpty() && !heard.fault) {
        const QByteArrayView piece = input.first(std::min(size, input.size()));
        input = input.sliced(piece.size());
        if (const auto fault = reader.feed(piece, now, heard.messages))
            heard.fault = fault->code;
    }
    return heard;
}

} // namespace

void fuzzWebSocketFrame(QByteArrayView input)
{
    const Heard whole = heardInPieces(input, input.size());
    qsizetype bytes = 0;
    for (const WebSocketMessage &message : whole.messages) {
        mustHold(message.kind != WebSocketOpcode::Continuation, "a message is whole");
        mustHold(message.payload.size() <= longest, "a message is short");
        bytes += message.payload.size();
    }
    mustHold(bytes <= input.size(), "messages hold no more than was sent");
    mustHold(whole.messages.size() <= 65, "there are only as many as the rate allows, and a Close");
    mustHold(heardInPieces(input, 1) == whole, "pieces say the same as the whole");
    mustHold(heardInPieces(input, 7) == whole, "pieces say the same as the whole");
}

} // namespace foghorn

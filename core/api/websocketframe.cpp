#include "core/api/websocketframe.h"

#include <QUtf8StringView>
#include <QtEndian>

#include <algorithm>

namespace foghorn {
namespace {

constexpr quint64 longestControl = 125;
constexpr qsizetype maskSize = 4;

bool isControl(WebSocketOpcode opcode) { return (static_cast<unsigned>(opcode) & 8U) != 0; }

std::optional<WebSocketOpcode> opcodeOf(unsigned bits)
{
    if (bits <= 2 || (bits >= 8 && bits <= 10))
        return static_cast<WebSocketOpcode>(bits);
    return std::nullopt;
}

bool isUtf8(QByteArrayView bytes) { return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8(); }

WebSocketFault broken(const char *reason) { return {WebSocketClose::ProtocolError, reason}; }

unsigned byteAt(const QByteArray &bytes, qsizetype at) { return static_cast<unsigned char>(bytes[at]); }

} // namespace

QByteArray webSocketFrame(WebSocketOpcode opcode, QByteArrayView payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame += static_cast<char>(0x80U | static_cast<unsigned>(opcode));
    if (payload.size() <= qsizetype(longestControl)) {
        frame += static_cast<char>(payload.size());
    } else if (payload.size() <= 0xFFFF) {
        frame += static_cast<char>(126);
        frame.resize(4);
        qToBigEndian(static_cast<quint16>(payload.size()), frame.data() + 2);
    } else {
        frame += static_cast<char>(127);
        frame.resize(10);
        qToBigEndian(static_cast<quint64>(payload.size()), frame.data() + 2);
    }
    return frame.append(payload);
}

QByteArray webSocketCloseFrame(quint16 code, QByteArrayView reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return webSocketFrame(WebSocketOpcode::Close, payload.append(reason));
}

std::optional<WebSocketFault> WebSocketReader::feed(
    QByteArrayView bytes, MonoTime now, QList<WebSocketMessage> &messages)
{
    if (m_isOver)
        return std::nullopt;
    const double seconds = std::chrono::duration<double>(now - m_budgetAt).count();
    m_budgetAt = now;
    m_budget = std::min<double>(m_rate.burst, m_budget + seconds * m_rate.perSecond);
    m_buffer.append(bytes);
    while (true) {
        Frame frame;
        if (const auto fault = readHead(frame))
            return fault;
        const qsizetype whole = frame.headSize + qsizetype(frame.size);
        if (frame.headSize == 0 || m_buffer.size() < whole)
            return std::nullopt;
        if (frame.opcode != WebSocketOpcode::Close && --m_budget < 0) // the last word is never too much
            return WebSocketFault{WebSocketClose::Policy, "there is nothing to say here that often"};
        QByteArray payload = m_buffer.mid(frame.headSize, qsizetype(frame.size));
        const char *mask = m_buffer.constData() + frame.headSize - maskSize;
        for (qsizetype i = 0; i < payload.size(); ++i)
            payload[i] = static_cast<char>(payload.at(i) ^ mask[i % maskSize]);
        m_buffer.remove(0, whole);
        if (const auto fault = take(frame, std::move(payload), messages); fault || m_isOver)
            return fault;
    }
}

std::optional<WebSocketFault> WebSocketReader::readHead(Frame &frame) const
{
    if (m_buffer.size() < 2)
        return std::nullopt;
    const unsigned first = byteAt(m_buffer, 0);
    const unsigned second = byteAt(m_buffer, 1);
    if (first & 0x70U)
        return broken("a reserved bit is set");
    const std::optional<WebSocketOpcode> opcode = opcodeOf(first & 0x0FU);
    if (!opcode)
        return broken("unknown opcode");
    if (!(second & 0x80U))
        return broken("a client's frames must be masked");
    frame.opcode = *opcode;
    frame.isLast = (first & 0x80U) != 0;
    frame.size = second & 0x7FU;
    const qsizetype lengthSize = frame.size == 127 ? 8 : frame.size == 126 ? 2 : 0;
    if (isControl(frame.opcode) && lengthSize > 0)
        return broken("a control frame is longer than 125 bytes");
    if (m_buffer.size() < 2 + lengthSize)
        return std::nullopt;
    if (lengthSize == 2)
        frame.size = qFromBigEndian<quint16>(m_buffer.constData() + 2);
    else if (lengthSize == 8)
        frame.size = qFromBigEndian<quint64>(m_buffer.constData() + 2);
    if (const auto fault = judge(frame))
        return fault;
    frame.headSize = 2 + lengthSize + maskSize;
    return std::nullopt;
}

std::optional<WebSocketFault> WebSocketReader::judge(const Frame &frame) const
{
    if (isControl(frame.opcode))
        return frame.isLast ? std::nullopt : std::optional(broken("a control frame is in pieces"));
    const bool goesOn = frame.opcode == WebSocketOpcode::Continuation;
    if (goesOn != m_unfinished.has_value())
        return broken(goesOn ? "a continuation without a beginning" : "a message begins within another");
    const quint64 sofar = m_unfinished ? quint64(m_unfinished->payload.size()) : 0;
    if (frame.size > quint64(m_longest) - sofar)
        return WebSocketFault{WebSocketClose::TooBig, "nothing that long is taken here"};
    return std::nullopt;
}

std::optional<WebSocketFault> WebSocketReader::take(
    const Frame &frame, QByteArray payload, QList<WebSocketMessage> &messages)
{
    if (isControl(frame.opcode)) {
        if (frame.opcode == WebSocketOpcode::Close) {
            if (const auto fault = faultOfClosePayload(payload))
                return fault;
        }
        m_isOver = frame.opcode == WebSocketOpcode::Close;
        messages.append({frame.opcode, std::move(payload)});
        return std::nullopt;
    }
    if (!m_unfinished)
        m_unfinished = WebSocketMessage{frame.opcode, {}};
    m_unfinished->payload += payload;
    if (!frame.isLast)
        return std::nullopt;
    if (m_unfinished->kind == WebSocketOpcode::Text && !isUtf8(m_unfinished->payload))
        return WebSocketFault{WebSocketClose::BadText, "a text is not UTF-8"};
    messages.append(*std::exchange(m_unfinished, std::nullopt));
    return std::nullopt;
}

std::optional<WebSocketFault> faultOfClosePayload(QByteArrayView payload)
{
    if (payload.isEmpty())
        return std::nullopt;
    if (payload.size() == 1)
        return broken("half a close code");
    const quint16 code = qFromBigEndian<quint16>(payload.data());
    const bool isRegistered = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
    if (!isRegistered && !(code >= 3000 && code <= 4999))
        return broken("no valid close code");
    if (!isUtf8(payload.sliced(2)))
        return WebSocketFault{WebSocketClose::BadText, "the reason is not UTF-8"};
    return std::nullopt;
}

} // namespace foghorn

#pragma once

#include "core/keeper/descriptor.h"
#include "core/process/stream.h"
#include "core/process/streamaddress.h"

#include <QByteArray>

#include <cstdint>

namespace foghorn {

class StreamEpoll;

/// A stream over a socket that does not block, one of a StreamEpoll.
class SocketStream final : public Stream
{
public:
    SocketStream(StreamEpoll &epoll, quint64 id, StreamListener *listener);
    ~SocketStream() override;

    void write(QByteArrayView bytes) override;
    bool isConnected() const override { return m_state == State::Open; }

    quint64 id() const { return m_id; }
    int descriptor() const { return m_socket.get(); }
    /// The error number of what failed at once, else 0.
    int open(const StreamAddress &address);
    /// `events`: of epoll. `buffer`: to read into. This may be gone afterwards, as after end().
    void onEvents(std::uint32_t events, QByteArray &buffer);
    /// Tells the end. `error`: 0 when the peer closed.
    void end(int error);

private:
    enum class State { Connecting, Open, Ended };

    void settleConnect();
    void flush();
    void read(std::uint32_t events, QByteArray &buffer);
    int pendingError() const;
    bool isConnectedToItself() const;

    StreamEpoll &m_epoll;
    const quint64 m_id;
    StreamListener *m_listener;
    keeper::Descriptor m_socket;
    State m_state = State::Connecting;
    QByteArray m_out; ///< what the socket did not take yet
};

} // namespace foghorn

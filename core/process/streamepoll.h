#pragma once

#include "core/keeper/descriptor.h"
#include "core/process/stream.h"
#include "core/process/streamaddress.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace foghorn {

class SocketStream;

/// TCP connections, by the thousand. Qt's event loop polls each socket it knows at each turn, so that every idle one
/// makes all else dearer; here it knows one descriptor, an epoll that the kernel keeps, and idle streams cost nothing.
/// Belongs to one thread. Streams must go before it.
class StreamEpoll final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamEpoll)
public:
    explicit StreamEpoll(QObject *parent = nullptr);
    ~StreamEpoll() override;

    /// Begins to connect. That this failed is told to the listener too, later. `listener` outlives the stream.
    std::unique_ptr<Stream> connectTo(const StreamAddress &address, StreamListener *listener);

    /// How many descriptors this process may have open: the soft limit, now.
    static int descriptorLimit();

private:
    friend class SocketStream;

    /// From now on `events` (EPOLLIN, EPOLLOUT) are told to the stream; the error number, 0 when it worked.
    int watch(SocketStream &stream, std::uint32_t events, bool isNew);
    /// The stream gets its end from the event loop, unless it goes before.
    void endLater(quint64 id, int error);
    void forget(quint64 id) { m_streams.erase(id); }
    void onActivated();

    keeper::Descriptor m_epoll;
    QSocketNotifier m_notifier;
    std::unordered_map<quint64, SocketStream *> m_streams; ///< by id: numbers of descriptors come back too soon
    quint64 m_lastId = 0;
    QByteArray m_buffer; ///< what is read goes through it
};

} // namespace foghorn

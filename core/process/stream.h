#pragma once

#include <QByteArrayView>
#include <QString>

namespace foghorn {

/// Why a stream is over.
struct StreamEnd
{
    enum class Kind {
        Closed, ///< the peer closed or reset it
        Failed, ///< it did not come about, or broke on the way
        NotTried ///< we ourselves lacked something (descriptors, memory, ports): says nothing about the peer
    };
    Kind kind = Kind::Closed;
    QString reason; ///< one printable phrase: "connection refused"
};

/// Hears of one stream, always from the event loop, never inside a call to the stream. May destroy the stream in any of
/// its functions.
class StreamListener
{
public:
    virtual void onStreamConnected() = 0;
    /// The view is good during the call only.
    virtual void onStreamBytes(QByteArrayView bytes) = 0;
    /// The last call for this stream.
    virtual void onStreamEnded(const StreamEnd &end) = 0;

protected:
    ~StreamListener() = default;
};

/// A connection to a peer, under way or open. Destroying it closes it at once and silences it.
class Stream
{
public:
    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    virtual ~Stream() = default;

    /// Sends now what can be sent, the rest (before the connection is open: all) later. For small messages: what the
    /// peer does not take is held without bound.
    virtual void write(QByteArrayView bytes) = 0;
    virtual bool isConnected() const = 0;
};

} // namespace foghorn

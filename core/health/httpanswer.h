#pragma once

#include <QByteArray>

namespace foghorn {

/// Reads one HTTP/1.x answer to a GET from bytes as they come. Bounded: 16 KiB of head, 64 KiB of body, of which more
/// is read no further. Pure.
class HttpAnswer
{
public:
    enum class State {
        Head, ///< more bytes are needed
        Body, ///< the status is known, more bytes are needed
        Complete, ///< all of it is here
        TooLong, ///< the body is longer than maxBody; what is here is good
        Faulty ///< these bytes are no HTTP answer
    };
    static constexpr qsizetype maxHead = 16 * 1024;
    static constexpr qsizetype maxBody = 64 * 1024;

    /// Takes the next bytes. Those after the answer's end are an error of the peer: the connection is then not kept.
    State feed(QByteArrayView bytes);
    /// The peer closed. Complete when that is how this answer ends.
    State end();

    State state() const { return m_state; }
    int status() const { return m_status; }
    const QByteArray &body() const { return m_body; }
    /// The Location header, empty when there is none.
    const QByteArray &location() const { return m_location; }
    /// Whether another question may follow on the same connection. Only when Complete.
    bool keepsAlive() const { return m_keepsAlive && m_pending.isEmpty() && m_framing != Framing::UntilClose; }

private:
    enum class Framing { Length, Chunked, UntilClose };
    enum class ChunkPart { Size, Data, DataEnd, Trailer };

    void readHead();
    bool readStatusLine(QByteArrayView line);
    bool readField(QByteArrayView line);
    void startBody();
    void readBody();
    void readChunks();
    bool readChunkSize(QByteArrayView line);
    /// The next line of m_pending without its end; null when it is not whole yet.
    bool takeLine(QByteArray *line);
    void takeData(qint64 *left);

    State m_state = State::Head;
    QByteArray m_pending;
    QByteArray m_body;
    QByteArray m_location;
    int m_status = 0;
    qint64 m_left = 0; ///< bytes of the body (Length) or of the chunk (Chunked) to come
    qint64 m_trailerBytes = 0;
    bool m_hasLength = false;
    bool m_keepsAlive = false;
    Framing m_framing = Framing::UntilClose;
    ChunkPart m_chunkPart = ChunkPart::Size;
};

} // namespace foghorn

#include "core/health/httpanswer.h"

#include <QList>

#include <algorithm>

namespace foghorn {
namespace {

bool hasToken(QByteArrayView value, QByteArrayView token)
{
    const QList<QByteArray> parts = value.toByteArray().toLower().split(',');
    for (const QByteArray &part : parts) {
        if (part.trimmed() == token)
            return true;
    }
    return false;
}

bool isNamed(QByteArrayView name, QByteArrayView wanted) { return name.compare(wanted, Qt::CaseInsensitive) == 0; }

} // namespace

HttpAnswer::State HttpAnswer::feed(QByteArrayView bytes)
{
    if (m_state != State::Head && m_state != State::Body) {
        m_keepsAlive = false;
        return m_state;
    }
    m_pending.append(bytes);
    if (m_state == State::Head)
        readHead();
    if (m_state == State::Body)
        readBody();
    return m_state;
}

HttpAnswer::State HttpAnswer::end()
{
    if (m_state == State::Body && m_framing == Framing::UntilClose)
        m_state = State::Complete;
    return m_state;
}

bool HttpAnswer::takeLine(QByteArray *line)
{
    const qsizetype end = m_pending.indexOf('\n');
    if (end < 0)
        return false;
    *line = m_pending.left(end > 0 && m_pending.at(end - 1) == '\r' ? end - 1 : end);
    m_pending.remove(0, end + 1);
    return true;
}

void HttpAnswer::readHead()
{
    for (;;) {
        // Junk is recognised by its first bytes: no peer can make us wait for a line end that never comes.
        const QByteArrayView magic("HTTP/1.");
        const qsizetype known = std::min(m_pending.size(), magic.size());
        if (QByteArrayView(m_pending).first(known) != magic.first(known)) {
            m_state = State::Faulty;
            return;
        }
        const qsizetype crlf = m_pending.indexOf("\r\n\r\n");
        const qsizetype lf = m_pending.indexOf("\n\n");
        if (crlf < 0 && lf < 0) {
            if (m_pending.size() > maxHead)
                m_state = State::Faulty;
            return;
        }
        m_keepsAlive = m_hasLength = false;
        m_framing = Framing::UntilClose;
        QByteArray line;
        bool good = takeLine(&line) && readStatusLine(line);
        while (good && takeLine(&line) && !line.isEmpty())
            good = readField(line);
        if (!good) {
            m_state = State::Faulty;
            return;
        }
        if (m_status >= 200) {
            startBody();
            return;
        }
        // 1xx: the real answer follows.
    }
}

bool HttpAnswer::readStatusLine(QByteArrayView line)
{
    // HTTP/1.x SP 3DIGIT [SP reason]
    if (line.size() < 12 || !line.startsWith("HTTP/1.") || line[8] != ' ' || (line.size() > 12 && line[12] != ' '))
        return false;
    bool isNumber = false;
    m_status = line.sliced(9, 3).toInt(&isNumber);
    m_keepsAlive = line[7] != '0';
    return isNumber && m_status >= 100;
}

bool HttpAnswer::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (isNamed(name, "content-length")) {
        bool isNumber = false;
        const qint64 length = value.toLongLong(&isNumber);
        if (!isNumber || length < 0 || (m_hasLength && length != m_left))
            return false;
        m_left = length;
        m_hasLength = true;
    } else if (isNamed(name, "transfer-encoding")) {
        if (!hasToken(value, "chunked"))
            return false;
        m_framing = Framing::Chunked;
    } else if (isNamed(name, "connection")) {
        if (hasToken(value, "close"))
            m_keepsAlive = false;
        else if (hasToken(value, "keep-alive"))
            m_keepsAlive = true;
    } else if (isNamed(name, "location") && value.size() <= 2048) {
        m_location = value.toByteArray();
    }
    return true;
}

void HttpAnswer::startBody()
{
    m_state = State::Body;
    if (m_framing == Framing::Chunked) {
        m_left = 0;
    } else if (m_status == 204 || m_status == 304) {
        m_framing = Framing::Length;
        m_left = 0;
    } else if (m_hasLength) {
        m_framing = Framing::Length;
    }
}

void HttpAnswer::takeData(qint64 *left)
{
    const qsizetype count = static_cast<qsizetype>(std::min<qint64>(*left, m_pending.size()));
    const qsizetype room = maxBody - m_body.size();
    m_body.append(QByteArrayView(m_pending).first(std::min(count, room)));
    m_pending.remove(0, count);
    *left -= count;
    if (count > room)
        m_state = State::TooLong;
}

void HttpAnswer::readBody()
{
    switch (m_framing) {
    case Framing::Chunked:
        readChunks();
        return;
    case Framing::UntilClose: {
        qint64 all = m_pending.size();
        takeData(&all);
        return;
    }
    case Framing::Length:
        takeData(&m_left);
        if (m_state == State::Body && m_left == 0)
            m_state = State::Complete;
        else if (m_state == State::Body && m_body.size() + m_left > maxBody)
            m_state = State::TooLong;
        return;
    }
}

bool HttpAnswer::readChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArrayView digits = (extension < 0 ? line : line.first(extension)).trimmed();
    bool isNumber = false;
    m_left = digits.toLongLong(&isNumber, 16);
    return isNumber && m_left >= 0 && digits.size() <= 15;
}

void HttpAnswer::readChunks()
{
    QByteArray line;
    while (m_state == State::Body) {
        if (m_chunkPart == ChunkPart::Data) {
            takeData(&m_left);
            if (m_left > 0)
                return;
            m_chunkPart = ChunkPart::DataEnd;
            continue;
        }
        if (!takeLine(&line)) {
            if (m_pending.size() > 1024)
                m_state = State::Faulty;
            return;
        }
        if (m_chunkPart == ChunkPart::DataEnd) {
            m_chunkPart = ChunkPart::Size;
            if (!line.isEmpty())
                m_state = State::Faulty;
        } else if (m_chunkPart == ChunkPart::Size) {
            m_chunkPart = ChunkPart::Data;
            if (!readChunkSize(line))
                m_state = State::Faulty;
            else if (m_left == 0)
                m_chunkPart = ChunkPart::Trailer;
        } else {
            m_trailerBytes += line.size() + 1;
            if (line.isEmpty())
                m_state = State::Complete;
            else if (m_trailerBytes > maxHead)
                m_state = State::Faulty;
        }
    }
}

} // namespace foghorn

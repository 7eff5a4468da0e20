#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace foghorn {

// Numbers in as few bytes as they need, seven bits in each, the lowest first.

inline void putNumber(QByteArray &out, quint64 number)
{
    for (; number >= 0x80; number >>= 7)
        out.append(static_cast<char>(static_cast<quint8>(number) | 0x80U));
    out.append(static_cast<char>(number));
}

/// Small whichever sign it has.
inline void putSigned(QByteArray &out, qint64 number)
{
    putNumber(out, (static_cast<quint64>(number) << 1U) ^ static_cast<quint64>(number >> 63));
}

inline void putText(QByteArray &out, QByteArrayView text)
{
    putNumber(out, static_cast<quint64>(text.size()));
    out.append(text);
}

/// Reads what the functions above wrote. Beyond the end, or where bytes make no sense, everything is 0 and isGood()
/// false.
class NumberReader
{
public:
    explicit NumberReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool atEnd() const { return m_position >= m_bytes.size(); }
    bool isGood() const { return m_isGood; }

    quint64 number()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (atEnd())
                return fail();
            const auto byte = static_cast<quint8>(m_bytes[m_position++]);
            value |= static_cast<quint64>(byte & 0x7fU) << shift;
            if (!(byte & 0x80U))
                return value;
        }
        return fail();
    }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return static_cast<qint64>(value >> 1U) ^ -static_cast<qint64>(value & 1U);
    }
    /// Bytes that came from elsewhere may say numbers with which nobody could reckon: beyond `most` in either direction
    /// makes no sense.
    qint64 signedWithin(qint64 most)
    {
        const qint64 value = signedNumber();
        if (value > most || value < -most)
            fail();
        return m_isGood ? value : 0;
    }
    QByteArrayView text()
    {
        const quint64 size = number();
        if (size > static_cast<quint64>(m_bytes.size() - m_position)) {
            fail();
            return {};
        }
        const QByteArrayView found = m_bytes.sliced(m_position, static_cast<qsizetype>(size));
        m_position += static_cast<qsizetype>(size);
        return found;
    }

private:
    quint64 fail()
    {
        m_isGood = false;
        m_position = m_bytes.size();
        return 0;
    }

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_isGood = true;
};

} // namespace foghorn

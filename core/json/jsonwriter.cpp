#include "core/json/jsonwriter.h"

#include <QList>
#include <QString>

#include <cmath>

namespace foghorn {
namespace {

void appendUtf8(QByteArray &out, char32_t code)
{
    const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

void appendEscape(QByteArray &out, char16_t c)
{
    switch (c) {
    case u'\n':
        out += "\\n";
        return;
    case u'\r':
        out += "\\r";
        return;
    case u'\t':
        out += "\\t";
        return;
    default: {
        static constexpr char digits[] = "0123456789abcdef";
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            out += digits[(c >> shift) & 0xF];
    }
    }
}

/// What a terminal or a reader could be led astray by: control characters of the upper half, marks that turn the
/// direction of writing, line ends that JavaScript knows and JSON does not.
bool misleads(char16_t c)
{
    return (c >= 0x80 && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

JsonWriter &JsonWriter::key(QLatin1String name)
{
    separate();
    m_out += '"';
    m_out += QByteArrayView(name.data(), name.size());
    m_out += "\":";
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    quote(name);
    m_out += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(double number, int decimals)
{
    if (!std::isfinite(number))
        return null();
    QByteArray text = QByteArray::number(number, 'f', decimals);
    if (text.contains('.')) {
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    return token(text == "-0" ? QByteArrayView("0") : QByteArrayView(text));
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    quote(text);
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::value(QLatin1String text) { return value(QString(text)); }

JsonWriter &JsonWriter::value(WallTime time)
{
    separate();
    m_out += '"';
    m_out += toRfc3339(time);
    m_out += '"';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::value(const QList<QString> &texts)
{
    beginArray();
    for (const QString &text : texts)
        value(text);
    return endArray();
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_out += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::token(QByteArrayView text)
{
    separate();
    m_out += text;
    m_needsComma = true;
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out += ',';
}

void JsonWriter::quote(QStringView text)
{
    m_out += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'"' || c == u'\\') {
            m_out += '\\';
            m_out += static_cast<char>(c);
        } else if (c < 0x20 || c == 0x7F || misleads(c)) {
            appendEscape(m_out, c);
        } else if (c < 0x7F) {
            m_out += static_cast<char>(c);
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            appendUtf8(m_out, QChar::surrogateToUcs4(c, text[++i].unicode()));
        } else {
            appendUtf8(m_out, QChar::isSurrogate(c) ? char32_t(0xFFFD) : char32_t(c));
        }
    }
    m_out += '"';
}

} // namespace foghorn

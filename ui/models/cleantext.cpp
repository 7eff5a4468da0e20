#include "ui/models/cleantext.h"

#include <algorithm>
#include <optional>

namespace foghorn {

namespace {

constexpr QChar Escape(0x1b);
constexpr QChar Box(0x25a1); ///< stands for what must not reach a view
constexpr qsizetype longestSequence = 64;

bool isStrange(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/// 0 to 7 as terminals count them: black, red, green, yellow, blue, magenta, cyan, white.
std::optional<StateFamily> familyOfColour(int colour)
{
    switch (colour) {
    case 1:
        return StateFamily::Unhealthy;
    case 2:
        return StateFamily::Healthy;
    case 3:
        return StateFamily::Degraded;
    case 4:
    case 5:
    case 6:
        return StateFamily::Busy;
    default: // NOLINT: black and white are whatever the ground is not
        return std::nullopt;
    }
}

/// What the colour is after "\x1b[1;31m".
std::optional<StateFamily> colourAfter(QStringView parameters, std::optional<StateFamily> now)
{
    if (parameters.isEmpty())
        return std::nullopt;
    const auto numbers = parameters.split(u';');
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int number = numbers.at(i).toInt();
        if (number == 38 || number == 48) // 256 colours or a mixed one: ours are five
            break;
        if (number == 0 || number == 39)
            now = std::nullopt;
        else if (number == 2 || number == 90)
            now = StateFamily::Neutral;
        else if (number >= 30 && number <= 37)
            now = familyOfColour(number - 30);
        else if (number >= 91 && number <= 97)
            now = familyOfColour(number - 90);
    }
    return now;
}

class Cleaner
{
public:
    explicit Cleaner(const QString &raw)
        : m_raw(raw)
    {
        m_text.reserve(raw.size());
    }

    void run()
    {
        for (qsizetype i = 0; i < m_raw.size();) {
            const QChar c = m_raw.at(i);
            if (c == Escape) {
                if (const qsizetype length = sequenceAt(i); length > 0) {
                    i += length;
                    continue;
                }
            }
            if (c.isHighSurrogate() && i + 1 < m_raw.size() && m_raw.at(i + 1).isLowSurrogate()) {
                m_text.append(c);
                m_text.append(m_raw.at(i + 1));
                i += 2;
                continue;
            }
            append(c);
            ++i;
        }
        endSpan();
    }
    QString text() const { return m_text; }
    QList<ColourSpan> spans() const { return m_spans; }

private:
    void append(QChar c)
    {
        if (c == u'\t')
            m_text.append(QStringLiteral("    "));
        else
            m_text.append(c.isSurrogate() || isStrange(c.unicode()) ? Box : c);
    }
    /// The length of the colour sequence there; other sequences are shown as what they are.
    qsizetype sequenceAt(qsizetype at)
    {
        if (at + 1 >= m_raw.size() || m_raw.at(at + 1) != u'[')
            return 0;
        qsizetype end = at + 2;
        const qsizetype limit = std::min(m_raw.size(), at + longestSequence);
        while (end < limit && (m_raw.at(end).isDigit() || m_raw.at(end) == u';'))
            ++end;
        if (end >= limit || (m_raw.at(end) != u'm' && m_raw.at(end) != u'K'))
            return 0;
        if (m_raw.at(end) == u'm') {
            endSpan();
            m_family = colourAfter(QStringView(m_raw).sliced(at + 2, end - at - 2), m_family);
            m_spanFrom = m_text.size();
        }
        return end + 1 - at;
    }
    void endSpan()
    {
        if (m_family && m_text.size() > m_spanFrom)
            m_spans.append({m_spanFrom, m_text.size() - m_spanFrom, *m_family});
    }

    const QString &m_raw;
    QString m_text;
    QList<ColourSpan> m_spans;
    std::optional<StateFamily> m_family;
    qsizetype m_spanFrom = 0;
};

bool isPlain(const QByteArray &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace

QString cleanText(const QByteArray &bytes, QList<ColourSpan> *spans)
{
    if (isPlain(bytes))
        return QString::fromLatin1(bytes);
    const QString raw = QString::fromUtf8(bytes); // what is no UTF-8 becomes U+FFFD
    Cleaner cleaner(raw);
    cleaner.run();
    if (spans)
        *spans = cleaner.spans();
    return cleaner.text();
}

} // namespace foghorn

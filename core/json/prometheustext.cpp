#include "core/json/prometheustext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace foghorn {
namespace {

QByteArrayView wordOf(PrometheusText::Type type)
{
    switch (type) {
    case PrometheusText::Type::Counter:
        return "counter";
    case PrometheusText::Type::Gauge:
        return "gauge";
    case PrometheusText::Type::Histogram:
        return "histogram";
    }
    Q_UNREACHABLE();
}

bool isLabelByte(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

/// A number as text, without memory of its own.
struct Digits
{
    std::array<char, 32> text{};
    qsizetype size = 0;
    QByteArrayView view() const { return {text.data(), size}; }
};

Digits digitsOf(double value)
{
    Digits digits;
    const QByteArrayView special = std::isnan(value) ? "NaN" : std::isinf(value) ? (value > 0 ? "+Inf" : "-Inf") : "";
    if (!special.isEmpty()) {
        std::copy(special.begin(), special.end(), digits.text.begin());
        digits.size = special.size();
        return digits;
    }
    const char *end = std::to_chars(digits.text.data(), digits.text.data() + digits.text.size(), value).ptr;
    digits.size = end - digits.text.data();
    return digits;
}

/// A lone surrogate, a control character or a mark that turns the direction of writing cannot be told.
QChar tellable(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const bool isPaired = c.isHighSurrogate() ? at + 1 < text.size() && text[at + 1].isLowSurrogate()
                                              : !c.isLowSurrogate() || (at > 0 && text[at - 1].isHighSurrogate());
    const bool isControl = (c < u' ' && c != u'\n') || (c >= QChar(0x7f) && c < QChar(0xa0));
    const bool turns = c == QChar(0x61c) || c == QChar(0x200e) || c == QChar(0x200f)
        || (c >= QChar(0x2028) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    return isPaired && !isControl && !turns ? c : QChar(QChar::ReplacementCharacter);
}

} // namespace

PrometheusText::PrometheusText(Format format, qsizetype reserve)
    : m_format(format)
{
    m_out.reserve(reserve);
}

QByteArray PrometheusText::contentType(Format format)
{
    return format == Format::OpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                         : "text/plain; version=0.0.4; charset=utf-8";
}

void PrometheusText::family(QByteArrayView name, Type type, QByteArrayView help)
{
    Q_ASSERT((type == Type::Counter) == name.endsWith("_total"));
    m_name = name.toByteArray();
    QByteArrayView shown = m_name; // OpenMetrics knows a counter without its ending
    if (m_format == Format::OpenMetrics && type == Type::Counter)
        shown.chop(6);
    m_out.append("# HELP ").append(shown).append(' ').append(help);
    m_out.append("\n# TYPE ").append(shown).append(' ').append(wordOf(type)).append('\n');
}

void PrometheusText::sample(QByteArrayView labels, double value)
{
    beginSample({}, labels);
    endSample(value);
}

void PrometheusText::sample(QByteArrayView labels, QByteArrayView name, QByteArrayView word, double value)
{
    beginSample({}, labels, name, word);
    endSample(value);
}

QByteArray PrometheusText::label(QByteArrayView name, QStringView value)
{
    QString told;
    told.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i)
        told += tellable(value, i);
    const QByteArray escaped = told.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return name.toByteArray() + "=\"" + escaped + '"';
}

QByteArray PrometheusText::labelName(QStringView text)
{
    QByteArray name;
    for (const QChar c : text)
        name += isLabelByte(c) ? c.toLatin1() : '_';
    return name;
}

QByteArray PrometheusText::take()
{
    if (m_format == Format::OpenMetrics)
        m_out.append("# EOF\n");
    return std::move(m_out);
}

void PrometheusText::writeBucket(QByteArrayView labels, double bound, quint64 count)
{
    const Digits digits = digitsOf(bound);
    QByteArrayView text = digits.view();
    std::array<char, 40> canonical{}; // as OpenMetrics wants bounds: "1.0", "0.25"
    if (!text.contains('.') && !text.contains('e')) {
        std::copy(text.begin(), text.end(), canonical.begin());
        std::copy_n(".0", 2, canonical.begin() + text.size());
        text = QByteArrayView(canonical.data(), text.size() + 2);
    }
    beginSample("_bucket", labels, "le", text);
    endSample(static_cast<qint64>(count));
}

void PrometheusText::beginSample(QByteArrayView suffix, QByteArrayView labels, QByteArrayView name, QByteArrayView word)
{
    add(m_name);
    add(suffix);
    if (!labels.isEmpty() || !name.isEmpty()) {
        add("{");
        add(labels);
        if (!name.isEmpty()) {
            add(labels.isEmpty() ? "" : ",");
            add(name);
            add("=\"");
            add(word);
            add("\"");
        }
        add("}");
    }
    add(" ");
}

void PrometheusText::endSample(double value)
{
    add(digitsOf(value).view());
    add("\n");
}

void PrometheusText::endSample(qint64 value)
{
    std::array<char, 24> text{};
    const char *end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    add(QByteArrayView(text.data(), end));
    add("\n");
}

} // namespace foghorn

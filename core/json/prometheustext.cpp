#include "core/json/prometheustext.h"

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

/// A lone surrogate or a control character cannot be told.
QChar tellable(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const bool isPaired = c.isHighSurrogate() ? at + 1 < text.size() && text[at + 1].isLowSurrogate()
                                              : !c.isLowSurrogate() || (at > 0 && text[at - 1].isHighSurrogate());
    const bool isControl = (c < u' ' && c != u'\n') || (c >= QChar(0x7f) && c < QChar(0xa0));
    return isPaired && !isControl ? c : QChar(QChar::ReplacementCharacter);
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

void PrometheusText::sample(QByteArrayView labels, double value) { writeSample({}, labels, {}, number(value)); }

void PrometheusText::sample(QByteArrayView labels, QByteArrayView name, QByteArrayView word, double value)
{
    writeSample({}, labels, oneMore(name, word), number(value));
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

QByteArray PrometheusText::number(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), static_cast<qsizetype>(end - text.data())};
}

QByteArray PrometheusText::canonical(double bound)
{
    QByteArray text = number(bound);
    if (!text.contains('.') && !text.contains('e'))
        text.append(".0");
    return text;
}

QByteArray PrometheusText::oneMore(QByteArrayView name, QByteArrayView word)
{
    QByteArray text;
    text.reserve(name.size() + word.size() + 3);
    return text.append(name).append("=\"").append(word).append('"');
}

void PrometheusText::writeBucket(QByteArrayView labels, QByteArrayView bound, quint64 count)
{
    writeSample("_bucket", labels, oneMore("le", bound), number(count));
}

void PrometheusText::writeSample(
    QByteArrayView suffix, QByteArrayView labels, QByteArrayView more, QByteArrayView value)
{
    m_out.append(m_name).append(suffix);
    if (!labels.isEmpty() || !more.isEmpty()) {
        m_out.append('{').append(labels);
        if (!labels.isEmpty() && !more.isEmpty())
            m_out.append(',');
        m_out.append(more).append('}');
    }
    m_out.append(' ').append(value).append('\n');
}

} // namespace foghorn

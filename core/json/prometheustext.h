#pragma once

#include "core/base/histogram.h"

#include <QByteArray>
#include <QString>

#include <concepts>

namespace foghorn {

/// Writes metrics as Prometheus reads them: its text format 0.0.4, or OpenMetrics 1.0. Families one after the other,
/// the samples of one family together; labels come ready made from label().
class PrometheusText
{
public:
    enum class Format { Text, OpenMetrics };
    enum class Type { Counter, Gauge, Histogram };

    explicit PrometheusText(Format format, qsizetype reserve = 4096);
    static QByteArray contentType(Format format);

    /// `name` of a counter ends in _total. What follows until the next family belongs to it.
    void family(QByteArrayView name, Type type, QByteArrayView help);
    /// `labels`: as `a="b",c="d"`, may be empty.
    void sample(QByteArrayView labels, double value);
    void sample(QByteArrayView labels, std::integral auto value) { writeSample({}, labels, {}, number(value)); }
    /// One label more, with a value that needs no escaping.
    void sample(QByteArrayView labels, QByteArrayView name, QByteArrayView word, std::integral auto value)
    {
        writeSample({}, labels, oneMore(name, word), number(value));
    }
    void sample(QByteArrayView labels, QByteArrayView name, QByteArrayView word, double value);
    template<const auto &bounds> void histogram(QByteArrayView labels, const Histogram<bounds> &values)
    {
        quint64 below = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            below += values.countIn(i);
            writeBucket(labels, canonical(bounds[i]), below);
        }
        writeBucket(labels, "+Inf", values.total());
        writeSample("_sum", labels, {}, number(values.sum()));
        writeSample("_count", labels, {}, number(values.total()));
    }

    /// `name="value"`, escaped; control characters other than a line's end become U+FFFD.
    static QByteArray label(QByteArrayView name, QStringView value);
    /// What can be part of a label's name of `text`: everything but a-z, A-Z, 0-9 and _ becomes _.
    static QByteArray labelName(QStringView text);

    /// The whole text, ended as the format wants it.
    QByteArray take();

private:
    static QByteArray number(double value);
    static QByteArray number(std::integral auto value) { return QByteArray::number(static_cast<qint64>(value)); }
    /// As OpenMetrics wants bounds: "1.0", "0.25".
    static QByteArray canonical(double bound);
    static QByteArray oneMore(QByteArrayView name, QByteArrayView word);
    void writeBucket(QByteArrayView labels, QByteArrayView bound, quint64 count);
    void writeSample(QByteArrayView suffix, QByteArrayView labels, QByteArrayView more, QByteArrayView value);

    const Format m_format;
    QByteArray m_out;
    QByteArray m_name; ///< of the family under way
};

} // namespace foghorn

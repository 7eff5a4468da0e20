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
    void sample(QByteArrayView labels, std::integral auto value)
    {
        beginSample({}, labels);
        endSample(static_cast<qint64>(value));
    }
    /// One label more, with a value that needs no escaping.
    void sample(QByteArrayView labels, QByteArrayView name, QByteArrayView word, std::integral auto value)
    {
        beginSample({}, labels, name, word);
        endSample(static_cast<qint64>(value));
    }
    void sample(QByteArrayView labels, QByteArrayView name, QByteArrayView word, double value);
    template<const auto &bounds> void histogram(QByteArrayView labels, const Histogram<bounds> &values)
    {
        quint64 below = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            below += values.countIn(i);
            writeBucket(labels, bounds[i], below);
        }
        beginSample("_bucket", labels, "le", "+Inf");
        endSample(static_cast<qint64>(values.total()));
        beginSample("_sum", labels);
        endSample(values.sum());
        beginSample("_count", labels);
        endSample(static_cast<qint64>(values.total()));
    }

    /// `name="value"`, escaped; control characters other than a line's end become U+FFFD.
    static QByteArray label(QByteArrayView name, QStringView value);
    /// What can be part of a label's name of `text`: everything but a-z, A-Z, 0-9 and _ becomes _.
    static QByteArray labelName(QStringView text);

    /// The whole text, ended as the format wants it.
    QByteArray take();

private:
    // Nothing is allocated for a sample: a fleet of thousands has a hundred thousand of them.
    void add(QByteArrayView text) { m_out.append(text.data(), text.size()); }
    void beginSample(QByteArrayView suffix, QByteArrayView labels, QByteArrayView name = {}, QByteArrayView word = {});
    void endSample(double value);
    void endSample(qint64 value);
    void writeBucket(QByteArrayView labels, double bound, quint64 count);

    const Format m_format;
    QByteArray m_out;
    QByteArray m_name; ///< of the family under way
};

} // namespace foghorn

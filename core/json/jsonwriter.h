#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QLatin1String>
#include <QStringView>

#include <concepts>
#include <optional>

namespace foghorn {

/// Writes JSON from front to back, so members keep the order in which they are written. UTF-8, no white space.
/// The caller opens and closes in pairs; the writer places the commas.
class JsonWriter
{
public:
    explicit JsonWriter(qsizetype reserve = 512) { m_out.reserve(reserve); }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    /// Before the value of a member.
    JsonWriter &key(QLatin1String name);
    JsonWriter &key(QStringView name);

    JsonWriter &null() { return token("null"); }
    JsonWriter &value(std::same_as<bool> auto truth) { return token(truth ? "true" : "false"); }
    JsonWriter &value(std::integral auto number) requires(!std::same_as<decltype(number), bool>)
    {
        return token(QByteArray::number(static_cast<qint64>(number)));
    }
    /// At most `decimals` digits after the point, zeros at the end cut off; NaN and infinity become null.
    JsonWriter &value(double number, int decimals = 3);
    /// Unpaired surrogates become U+FFFD; control characters are escaped.
    JsonWriter &value(QStringView text);
    JsonWriter &value(const QString &text) { return value(QStringView(text)); }
    JsonWriter &value(QLatin1String text);
    JsonWriter &value(WallTime time);
    template<typename T> JsonWriter &value(const std::optional<T> &maybe) { return maybe ? value(*maybe) : null(); }
    /// Strings in an array.
    JsonWriter &value(const QList<QString> &texts);
    /// A text that is null when it is empty.
    JsonWriter &textOrNull(QStringView text) { return text.isEmpty() ? null() : value(text); }
    /// `json` must be one whole value, or whole members joined by commas inside an object.
    JsonWriter &raw(QByteArrayView json) { return token(json); }

    template<typename T> JsonWriter &member(QLatin1String name, const T &content)
    {
        key(name);
        return value(content);
    }

    const QByteArray &bytes() const { return m_out; }
    QByteArray take() { return std::move(m_out); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    JsonWriter &token(QByteArrayView text);
    void separate();
    void quote(QStringView text);

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace foghorn

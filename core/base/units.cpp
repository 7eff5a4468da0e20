#include "core/base/units.h"

#include <array>
#include <cmath>

namespace foghorn {
namespace {

struct Unit
{
    QStringView name;
    double milliseconds;
};
// "ms" stands before "m", so that the longer name is tried first
constexpr std::array<Unit, 5> durationUnits{
    {{u"ms", 1}, {u"d", 86'400'000}, {u"h", 3'600'000}, {u"m", 60'000}, {u"s", 1'000}}};
constexpr double longestMilliseconds = 100.0 * 365 * 86'400'000;

qsizetype numberLength(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && ((text[length] >= u'0' && text[length] <= u'9') || text[length] == u'.'))
        ++length;
    return length;
}

std::optional<double> takeNumber(QStringView &text)
{
    const qsizetype length = numberLength(text);
    bool ok = false;
    const double value = text.left(length).toDouble(&ok);
    if (!ok)
        return std::nullopt;
    text = text.mid(length);
    return value;
}

std::optional<double> takeUnit(QStringView &text)
{
    for (const Unit &unit : durationUnits) {
        if (text.startsWith(unit.name)) {
            text = text.mid(unit.name.size());
            return unit.milliseconds;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    double total = 0;
    bool first = true;
    while (!text.isEmpty()) {
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        if (text.isEmpty() && first) {
            total = *number * 1000;
            break;
        }
        const auto unit = takeUnit(text);
        if (!unit)
            return std::nullopt;
        total += *number * *unit;
        first = false;
    }
    if (total > longestMilliseconds)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(total));
}

QString formatDuration(std::chrono::milliseconds duration)
{
    qint64 rest = duration.count();
    if (rest == 0)
        return QStringLiteral("0s");
    QString text;
    const auto part = [&](qint64 size, QStringView name) {
        if (rest >= size) {
            text += QString::number(rest / size);
            text += name;
            rest %= size;
        }
    };
    part(86'400'000, u"d");
    part(3'600'000, u"h");
    part(60'000, u"m");
    part(1'000, u"s");
    part(1, u"ms");
    return text;
}

std::optional<qint64> parseSize(QStringView text)
{
    text = text.trimmed();
    const auto number = takeNumber(text);
    if (!number)
        return std::nullopt;
    double factor = 1;
    if (!text.isEmpty()) {
        const qsizetype power = QStringView(u"KMGT").indexOf(text[0]) + 1;
        const QStringView rest = text.mid(1);
        if (power == 0 || !(rest.isEmpty() || rest == u"B" || rest == u"iB"))
            return std::nullopt;
        factor = std::pow(1024.0, static_cast<double>(power));
    }
    const double bytes = *number * factor;
    if (bytes > 9.0e18)
        return std::nullopt;
    return static_cast<qint64>(bytes);
}

} // namespace foghorn

#include "app/ctl/phrases.h"

#include "core/base/clock.h"

#include <QJsonArray>

namespace foghorn {
namespace {

using namespace std::chrono;

QString spanOf(milliseconds span)
{
    const auto whole = [](auto count, const char *unit) -> QString {
        return QString::number(count) + u' ' + QLatin1String(unit);
    };
    if (span < 2min)
        return whole(duration_cast<seconds>(span).count(), "s");
    if (span < 2h)
        return whole(duration_cast<minutes>(span).count(), "min");
    if (span < 48h)
        return whole(duration_cast<hours>(span).count(), "h");
    return whole(duration_cast<hours>(span).count() / 24, "days");
}

} // namespace

Cell stateCell(const QString &status, const QString &state, const QString &health)
{
    const QString word = state.isEmpty() ? status : state;
    if (status == u"running" && health == u"unhealthy")
        return {QStringLiteral("◆ ") + word + QLatin1String(", unhealthy"), Tone::Bad};
    if (status == u"running" && health == u"degraded")
        return {QStringLiteral("▲ ") + word + QLatin1String(", degraded"), Tone::Warning};
    if (status == u"running")
        return {QStringLiteral("✓ ") + word, Tone::Good};
    if (status == u"starting")
        return {QStringLiteral("◒ ") + word, Tone::Busy};
    if (status == u"stopping")
        return {QStringLiteral("◓ ") + word, Tone::Busy};
    if (status == u"failed")
        return {QStringLiteral("✕ ") + word, Tone::Bad};
    return {QStringLiteral("□ ") + word, Tone::Faint};
}

Cell healthCell(const QString &health)
{
    if (health == u"healthy")
        return {QStringLiteral("✓ healthy"), Tone::Good};
    if (health == u"degraded")
        return {QStringLiteral("▲ degraded"), Tone::Warning};
    if (health == u"unhealthy")
        return {QStringLiteral("◆ unhealthy"), Tone::Bad};
    return {QStringLiteral("? ") + (health.isEmpty() ? QStringLiteral("unknown") : health), Tone::Faint};
}

QString agoOf(const QJsonValue &time)
{
    const auto at = fromRfc3339(time.toString().toUtf8());
    if (!at)
        return QStringLiteral("-");
    const milliseconds age = Now::read().wall - *at;
    if (age < -1s)
        return QLatin1String("in ") + spanOf(-age);
    if (age < 1s)
        return QStringLiteral("just now");
    return spanOf(age) + QLatin1String(" ago");
}

QString percentOf(const QJsonValue &percent)
{
    return percent.isDouble() ? QString::number(percent.toDouble(), 'f', 2) + QLatin1String(" %") : QStringLiteral("-");
}

QString plainOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QStringList wordsOf(const QJsonValue &array)
{
    QStringList words;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        words.append(value.toString());
    return words;
}

} // namespace foghorn

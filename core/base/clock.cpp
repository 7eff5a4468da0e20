#include "core/base/clock.h"

#include <QDateTime>

#include <ctime>

namespace foghorn {

Now Now::read()
{
    return {std::chrono::steady_clock::now(),
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now())};
}

QByteArray toRfc3339(WallTime time)
{
    const auto sinceEpoch = time.time_since_epoch().count();
    const auto seconds = static_cast<std::time_t>(sinceEpoch >= 0 ? sinceEpoch / 1000 : (sinceEpoch - 999) / 1000);
    const int milliseconds = static_cast<int>(sinceEpoch - static_cast<qint64>(seconds) * 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    QByteArray text(24, '0');
    char *out = text.data();
    const auto digits = [&out](int value, int width) {
        for (int i = width - 1; i >= 0; --i, value /= 10)
            out[i] = static_cast<char>('0' + value % 10);
        out += width;
    };
    digits(parts.tm_year + 1900, 4);
    *out++ = '-';
    digits(parts.tm_mon + 1, 2);
    *out++ = '-';
    digits(parts.tm_mday, 2);
    *out++ = 'T';
    digits(parts.tm_hour, 2);
    *out++ = ':';
    digits(parts.tm_min, 2);
    *out++ = ':';
    digits(parts.tm_sec, 2);
    *out++ = '.';
    digits(milliseconds, 3);
    *out = 'Z';
    return text;
}

std::optional<WallTime> fromRfc3339(QByteArrayView text)
{
    const auto parsed = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(parsed.toMSecsSinceEpoch()));
}

} // namespace foghorn

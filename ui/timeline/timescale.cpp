#include "ui/timeline/timescale.h"

#include "ui/style/clockwords.h"
#include "ui/style/shownzone.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

using std::chrono::seconds;

constexpr std::array<seconds, 16> steps{
    15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h, 48h, 7 * 24h};

WallTime wallTime(const QDateTime &time) { return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch())); }

TimeTick tickAt(const QDateTime &time)
{
    TimeTick tick;
    tick.at = wallTime(time);
    tick.newDay = time.time() == QTime(0, 0);
    const bool isWholeMinute = time.time().second() == 0;
    tick.label = tick.newDay ? QLocale().toString(time.date(), QStringLiteral("ddd d"))
        : isWholeMinute      ? shortClock(time.time())
                             : exactClock(time.time());
    return tick;
}

} // namespace

double TimeScale::xOf(WallTime time) const
{
    const auto length = static_cast<double>(std::max<qint64>(1, window.length().count()));
    const double x = static_cast<double>((time - window.from).count()) / length * width;
    return mirrored ? width - x : x;
}

WallTime TimeScale::timeAt(double x) const
{
    const double share = (mirrored ? width - x : x) / std::max(1, width);
    return window.from + std::chrono::milliseconds(std::llround(share * static_cast<double>(window.length().count())));
}

std::chrono::milliseconds TimeScale::pixel() const { return window.length() / std::max(1, width); }

QList<TimeTick> ticksOf(const TimeWindow &window, int most)
{
    QList<TimeTick> ticks;
    if (window.to <= window.from || most < 1)
        return ticks;
    seconds step = steps.back();
    for (const seconds candidate : steps) {
        if (window.length() / candidate < most) {
            step = candidate;
            break;
        }
    }
    const bool wholeDays = step >= 24h;
    QDateTime time = beginOfShown(shownTime(window.from).date());
    // Days are counted by the calendar (they may have 23 or 25 hours), all else in seconds from midnight.
    for (int i = 0; wallTime(time) <= window.to && ticks.size() < most && i < 100'000; ++i) {
        if (wallTime(time) >= window.from)
            ticks.append(tickAt(time));
        time = wholeDays ? beginOfShown(time.date().addDays(step / 24h)) : time.addSecs(step.count());
    }
    return ticks;
}

QString readableTime(WallTime time, const TimeWindow &window)
{
    const QDateTime when = shownTime(time);
    const QString clock = exactClock(when.time());
    const QDate today = shownToday();
    if (when.date() == today && shownTime(window.from).date() == today)
        return clock;
    return QLocale().toString(when.date(), QStringLiteral("ddd d MMM")) + u' ' + clock;
}

} // namespace foghorn

#include "ui/timeline/timelinerecord.h"

#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/model/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::Timeline)
};

std::optional<EventMark> markOf(const Event &event)
{
    switch (event.kind) {
    case EventKind::Command:
        return EventMark::Operator;
    case EventKind::Alert:
        return EventMark::Alert;
    case EventKind::StateChanged:
        if (event.from == toWord(RunState::Backoff)
            && (event.to == toWord(RunState::Starting) || event.to == toWord(RunState::Waiting)))
            return EventMark::Restart;
        break;
    case EventKind::HealthChanged:
    case EventKind::Reload:
    case EventKind::Fleet:
    case EventKind::Registry:
        break;
    }
    return std::nullopt;
}

/// The last check at or before `time`; -1 when none is near enough.
qsizetype checkAt(const QList<CheckPoint> &checks, WallTime time, std::chrono::milliseconds tolerance)
{
    const auto after = std::upper_bound(
        checks.begin(), checks.end(), time, [](WallTime at, const CheckPoint &point) { return at < point.from; });
    qsizetype best = after - checks.begin() - 1;
    const auto distance = [&](qsizetype i) {
        const CheckPoint &point = checks.at(i);
        return point.from > time ? point.from - time : point.to < time ? time - point.to : std::chrono::milliseconds(0);
    };
    if (after != checks.end() && (best < 0 || distance(best + 1) < distance(best)))
        ++best;
    return best >= 0 && distance(best) <= tolerance ? best : -1;
}

QStringList wordsOfCheck(const QList<CheckPoint> &checks, qsizetype index)
{
    const CheckPoint &point = checks.at(index);
    QStringList words;
    if (point.passed < point.count && !point.worst.message.isEmpty())
        words.append(isolated(point.worst.message));
    if (point.count == 1)
        words.append(point.worst.timedOut ? Words::tr("no answer") : Wording::response(point.mean));
    else
        words.append(Words::tr("average %1, p95 %2").arg(Wording::response(point.mean), Wording::response(point.p95)));
    if (point.count == 1)
        words.append(Words::tr("check %1 of %2").arg(index + 1).arg(checks.size()));
    else if (point.passed == point.count)
        words.append(Words::tr("%Ln checks passed", nullptr, static_cast<int>(point.count)));
    else
        words.append(Words::tr("%L1 of %Ln checks failed", nullptr, static_cast<int>(point.count))
                         .arg(point.count - point.passed));
    return words;
}

} // namespace

QList<MarkedEvent> markedEvents(const QList<Event> &events)
{
    QList<MarkedEvent> marked;
    for (const Event &event : events) {
        if (const auto mark = markOf(event))
            marked.append({event.at, *mark, event.message});
    }
    std::stable_sort(
        marked.begin(), marked.end(), [](const MarkedEvent &a, const MarkedEvent &b) { return a.at < b.at; });
    return marked;
}

TimelineRecord TimelineRecord::of(const ServiceId &service, const ServiceHistory &history, const QList<Event> &events)
{
    return {service, combinedLane(history.stateSpans, history.healthSpans), stateLane(history.stateSpans),
        healthLane(history.healthSpans), history.checks, markedEvents(events)};
}

void TimelineRecord::append(const CheckResult &check)
{
    if (!checks.isEmpty() && checks.constLast().to >= check.at)
        return; // the answer that we asked for knew it already
    const auto time = check.responseTime;
    checks.append({check.at, check.at, 1, check.passed ? 1 : 0, time, time, time, time, check});
}

std::optional<WallTime> nextCheck(const TimelineRecord &record, WallTime time, bool later)
{
    const QList<CheckPoint> &checks = record.checks;
    if (later) {
        const auto next = std::upper_bound(
            checks.begin(), checks.end(), time, [](WallTime at, const CheckPoint &point) { return at < point.from; });
        return next == checks.end() ? std::nullopt : std::optional(next->from);
    }
    const auto here = std::lower_bound(
        checks.begin(), checks.end(), time, [](const CheckPoint &point, WallTime at) { return point.from < at; });
    return here == checks.begin() ? std::nullopt : std::optional(std::prev(here)->from);
}

std::optional<WallTime> nextChange(const TimelineRecord &record, WallTime time, bool later)
{
    std::optional<WallTime> best;
    const auto consider = [&](WallTime at) {
        if (later ? at > time && (!best || at < *best) : at < time && (!best || at > *best))
            best = at;
    };
    for (const LaneSpan &span : record.combined)
        consider(span.from);
    for (const MarkedEvent &event : record.events)
        consider(event.at);
    return best;
}

QString readOut(
    const TimelineRecord &record, WallTime time, const TimeWindow &window, std::chrono::milliseconds tolerance)
{
    QStringList parts{readableTime(time, window), isolated(record.service)};
    const auto changed = std::find_if(record.combined.begin(), record.combined.end(),
        [&](const LaneSpan &span) { return std::chrono::abs(span.from - time) <= tolerance; });
    const LaneLook before = changed != record.combined.end() && changed != record.combined.begin()
            && std::prev(changed)->to == changed->from
        ? std::prev(changed)->look
        : LaneLook::None;
    if (before != LaneLook::None)
        parts.append(Words::tr("%1 → %2", "from one state to another").arg(wordOf(before), wordOf(changed->look)));
    else if (const LaneLook look = lookAt(record.combined, time); look != LaneLook::None)
        parts.append(wordOf(look));
    else
        parts.append(Words::tr("nothing is known of this time"));
    for (const MarkedEvent &event : record.events) {
        if (std::chrono::abs(event.at - time) <= tolerance && !event.message.isEmpty())
            parts.append(isolated(event.message));
    }
    if (const qsizetype check = checkAt(record.checks, time, tolerance); check >= 0)
        parts.append(wordsOfCheck(record.checks, check));
    return parts.join(QStringLiteral(" · "));
}

QString spokenRecord(const TimelineRecord &record, const TimeWindow &window, WallTime now)
{
    std::array<std::chrono::milliseconds, static_cast<std::size_t>(LaneLook::Failed) + 1> held{};
    std::chrono::milliseconds all{0};
    for (const LaneSpan &span : record.combined) {
        const WallTime from = std::max(span.from, window.from);
        const WallTime to = std::min(span.to == LaneSpan::still ? now : span.to, window.to);
        if (to > from && span.look != LaneLook::Unobserved) {
            held[static_cast<std::size_t>(span.look)] += to - from;
            all += to - from;
        }
    }
    const auto restarts = std::count_if(record.events.begin(), record.events.end(),
        [&](const MarkedEvent &event) { return event.mark == EventMark::Restart && window.contains(event.at); });
    QStringList shares;
    for (std::size_t look = held.size(); look-- > 0 && all.count() > 0;) {
        const double percent = 100.0 * static_cast<double>(held[look].count()) / static_cast<double>(all.count());
        if (held[look].count() > 0)
            shares.append(
                Words::tr("%1 for %2 %").arg(wordOf(static_cast<LaneLook>(look)), QLocale().toString(percent, 'f', 1)));
    }
    if (shares.isEmpty())
        shares.append(Words::tr("nothing is known of this time"));
    if (restarts > 0)
        shares.append(Words::tr("%Ln restarts", nullptr, static_cast<int>(restarts)));
    return shares.join(QStringLiteral(", "));
}

} // namespace foghorn

#include "tests/ui/support/fakepast.h"

#include "tests/support/fakehistory.h"

#include "core/model/words.h"

#include <algorithm>
#include <cmath>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

struct Trouble
{
    WallTime from;
    std::chrono::milliseconds degraded;
    std::chrono::milliseconds unhealthy;
    bool restarted = true;
};

class Past final
{
public:
    Past(const RegistryEntry &entry, int seed, WallTime now)
        : m_entry(entry)
        , m_now(now)
        , m_begin(now - 7 * 24h + std::chrono::minutes(seed % 50))
        , m_seed(seed)
    {
        for (int i = 0; i < 3 + seed % 3; ++i) {
            const auto ago = std::chrono::minutes(17 + (seed * 131 + i * i * 1913 + i * 70) % (i < 2 ? 300 : 9000));
            m_troubles.append({now - ago, 2min + 20s * (seed % 5), 3min + 30s * i, (seed + i) % 2 == 0});
        }
        std::sort(m_troubles.begin(), m_troubles.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
    }

    ServiceHistory history(const HistoryQuery &query) const
    {
        ServiceHistory history;
        const WallTime endOfRun = m_entry.status.state == RunState::Running ? m_now : m_entry.status.since;
        addSpans(history, endOfRun);
        const WallTime begin = std::max(m_begin, query.from.value_or(m_begin));
        const auto wanted = (m_now - begin) / std::max<qint64>(1, query.points);
        const qint64 together = wanted / 30s + 1;
        for (WallTime at = begin; at < endOfRun;) {
            const auto length = together * 30s;
            if (!isDown(at))
                history.checks.append(point(at, length, together));
            at += length;
        }
        return history;
    }

    void addEvents(QList<Event> &events) const
    {
        for (const Trouble &trouble : m_troubles) {
            const WallTime end = trouble.from + trouble.degraded + trouble.unhealthy;
            add(events, trouble.from + trouble.degraded, EventKind::Alert, {}, {},
                QStringLiteral("%1 is unhealthy: no answer within 5 s").arg(m_entry.info.name));
            if (trouble.restarted)
                add(events, end, EventKind::StateChanged, toWord(RunState::Backoff), toWord(RunState::Starting),
                    QStringLiteral("restart 1 of 3"));
            else
                add(events, end, EventKind::Command, {}, QStringLiteral("restart"),
                    QStringLiteral("operator asked to restart %1").arg(m_entry.info.name));
        }
    }

private:
    void add(QList<Event> &events, WallTime at, EventKind kind, const QString &from, const QString &to,
        const QString &message) const
    {
        Event event;
        event.id = events.size() + 1;
        event.at = at;
        event.kind = kind;
        event.service = m_entry.info.name;
        event.from = from;
        event.to = to;
        event.message = message;
        events.append(event);
    }

    void addSpans(ServiceHistory &history, WallTime endOfRun) const
    {
        WallTime at = m_begin;
        history.stateSpans.append({at - 2s, at, RunState::Starting, Cause::StartUp});
        for (const Trouble &trouble : m_troubles) {
            if (trouble.from <= at || trouble.from + trouble.degraded + trouble.unhealthy >= endOfRun)
                continue;
            const WallTime bad = trouble.from + trouble.degraded;
            const WallTime end = bad + trouble.unhealthy;
            history.healthSpans.append({at, trouble.from, Health::Healthy});
            history.healthSpans.append({trouble.from, bad, Health::Degraded});
            history.healthSpans.append({bad, end, Health::Unhealthy});
            history.stateSpans.append({at, end, RunState::Running, Cause::StartUp});
            history.stateSpans.append({end, end + 20s, RunState::Backoff, Cause::Unhealthy});
            history.stateSpans.append({end + 20s, end + 32s, RunState::Starting, Cause::Unhealthy});
            at = end + 32s;
        }
        const bool runs = m_entry.status.state == RunState::Running;
        history.stateSpans.append(
            {at, runs ? std::nullopt : std::optional(endOfRun), RunState::Running, Cause::StartUp});
        if (!runs)
            history.stateSpans.append({endOfRun, {}, m_entry.status.state, m_entry.status.cause});
        const Health health = m_entry.health.health;
        if (runs && (health == Health::Degraded || health == Health::Unhealthy)) {
            const WallTime bad = m_now - (health == Health::Unhealthy ? 9min : 2min);
            history.healthSpans.append({at, bad, Health::Healthy});
            history.healthSpans.append(
                {bad, health == Health::Unhealthy ? std::optional(bad + 2min) : std::nullopt, Health::Degraded});
            if (health == Health::Unhealthy)
                history.healthSpans.append({bad + 2min, {}, Health::Unhealthy});
        } else {
            history.healthSpans.append({at, runs ? std::nullopt : std::optional(endOfRun), Health::Healthy});
        }
    }

    /// Between the end of a run and the next.
    bool isDown(WallTime at) const
    {
        return std::any_of(m_troubles.begin(), m_troubles.end(), [at](const Trouble &trouble) {
            const WallTime end = trouble.from + trouble.degraded + trouble.unhealthy;
            return at >= end && at < end + 32s;
        });
    }

    bool isBad(WallTime at) const
    {
        for (const Trouble &trouble : m_troubles) {
            if (at >= trouble.from && at < trouble.from + trouble.degraded + trouble.unhealthy)
                return true;
        }
        return m_entry.health.health == Health::Unhealthy && at > m_now - 9min;
    }

    CheckPoint point(WallTime at, std::chrono::milliseconds length, qint64 count) const
    {
        const double minutes = static_cast<double>(at.time_since_epoch().count() / 1000) / 60.0;
        const double wave = 1 + 0.35 * std::sin(minutes / 47.0 + m_seed) + 0.2 * std::sin(minutes / 7.3 + m_seed);
        const double spike = std::fmod(minutes * 0.731 + m_seed, 1.0) > 0.93 ? 2.6 : 1.0;
        const auto mean = std::chrono::microseconds(static_cast<qint64>((18'000 + m_seed % 9 * 7'000) * wave * spike));
        CheckPoint point;
        point.from = at;
        point.to = count == 1 ? at : at + length - 30s;
        point.count = count;
        point.passed = isBad(at) ? count / 2 : count;
        point.least = mean * 6 / 10;
        point.mean = mean;
        point.p95 = count == 1 ? mean : mean * 19 / 10;
        point.most = mean * 24 / 10;
        point.worst = {m_entry.info.name, at, point.passed == count, point.passed < count, mean,
            point.passed == count ? QStringLiteral("HTTP 200") : QStringLiteral("no answer within 5 s"), {},
            point.passed == count ? Health::Healthy : Health::Degraded};
        return point;
    }

    const RegistryEntry &m_entry;
    WallTime m_now;
    WallTime m_begin;
    int m_seed;
    QList<Trouble> m_troubles;
};

} // namespace

void makePast(const ServiceRegistry &registry, FakeHistory &history)
{
    const WallTime now = Now::read().wall;
    const auto pastOf = [&registry, now](const ServiceId &id) {
        return Past(*registry.find(id), static_cast<int>(registry.order().indexOf(id)) * 7 % 211, now);
    };
    for (const ServiceId &id : registry.order())
        pastOf(id).addEvents(history.keptEvents);
    history.makeUp = [&registry, pastOf](const HistoryQuery &query) {
        return registry.find(query.service) ? pastOf(query.service).history(query) : ServiceHistory();
    };
}

} // namespace foghorn

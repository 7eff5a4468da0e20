#pragma once

#include "tests/integration/fleetfixture.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QUrlQuery>

#include <algorithm>

namespace foghorn {

/// As RunningDaemon::get(), with a query.
inline QJsonObject asked(FleetFixture &fleet, const QString &path, const QUrlQuery &query)
{
    std::optional<QJsonObject> object;
    QObject context;
    fleet.daemon().client().get(ApiClient::apiPath(path), query, {}, &context,
        [&object](const Result<ApiAnswer> &answer) { object = answer ? answer.value().object() : QJsonObject(); });
    (void)QTest::qWaitFor([&object] { return object.has_value(); }, 20'000);
    return object.value_or(QJsonObject());
}

/// The last 1,000 events, oldest first.
inline QJsonArray eventsOf(FleetFixture &fleet)
{
    return asked(fleet, QStringLiteral("events"), {{QStringLiteral("limit"), QStringLiteral("1000")}})
        .value(u"events")
        .toArray();
}

/// A service's remembered checks (at most 100), oldest first.
inline QJsonArray checksOf(FleetFixture &fleet, const char *service)
{
    return asked(fleet, QStringLiteral("service/") + QLatin1String(service),
        {{QStringLiteral("history"), QStringLiteral("100")}})
        .value(u"health_history")
        .toArray();
}

/// How much later than `intervalMs` after the one before it each check since `from` was; ms.
inline QList<qint64> latenesses(const QJsonArray &checks, qint64 intervalMs, const QDateTime &from)
{
    QList<qint64> found;
    QDateTime last;
    for (const QJsonValue &check : checks) {
        const QDateTime at = QDateTime::fromString(check[u"timestamp"].toString(), Qt::ISODateWithMs);
        if (at < from)
            continue;
        if (last.isValid())
            found.append(last.msecsTo(at) - intervalMs);
        last = at;
    }
    return found;
}

/// The worst of them; -1: there are not two checks.
inline qint64 worstLateness(const QJsonArray &checks, qint64 intervalMs, const QDateTime &from)
{
    const QList<qint64> all = latenesses(checks, intervalMs, from);
    return all.isEmpty() ? -1 : *std::max_element(all.begin(), all.end());
}

/// The slowest of the answers to questions asked one after the other for `durationMs`; ms.
inline qint64 slowestAnswerIn(FleetFixture &fleet, const char *service, qint64 durationMs)
{
    qint64 slowest = 0;
    QElapsedTimer all;
    all.start();
    while (all.elapsed() < durationMs) {
        QElapsedTimer one;
        one.start();
        if (fleet.service(service).isEmpty())
            return durationMs;
        slowest = std::max(slowest, one.elapsed());
    }
    return slowest;
}

/// A line of /metrics that begins with `name` and a blank; -1: there is none.
inline double metricOf(FleetFixture &fleet, const QByteArray &name)
{
    std::optional<QByteArray> text;
    QObject context;
    fleet.daemon().client().get(QStringLiteral("/metrics"), &context,
        [&text](const Result<ApiAnswer> &answer) { text = answer ? answer.value().body : QByteArray(); });
    (void)QTest::qWaitFor([&text] { return text.has_value(); }, 20'000);
    const QList<QByteArray> lines = text.value_or(QByteArray()).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name) && line.mid(name.size(), 1) == " ")
            return line.mid(name.size() + 1).toDouble();
    }
    return -1;
}

/// How often the event loop was looked at, and how often it was at most 50 ms late.
struct LoopTicks
{
    double all = 0;
    double onTime = 0;
};
inline LoopTicks loopTicksOf(FleetFixture &fleet)
{
    return {metricOf(fleet, "foghorn_event_loop_lag_seconds_count"),
        metricOf(fleet, "foghorn_event_loop_lag_seconds_bucket{le=\"0.05\"}")};
}

} // namespace foghorn

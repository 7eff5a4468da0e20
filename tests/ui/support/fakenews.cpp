#include "tests/ui/support/fakenews.h"

#include "core/registry/alertboard.h"
#include "core/registry/serviceregistry.h"

#include <array>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

Alert alertOf(qint64 id, const char *service, AlertSeverity severity, const char *message, std::chrono::minutes age)
{
    Alert alert;
    alert.id = id;
    alert.service = QString::fromLatin1(service);
    alert.severity = severity;
    alert.message = QString::fromUtf8(message);
    alert.since = Now::read().wall - age;
    return alert;
}

constexpr std::array texts{
    "INFO circuit 77 built in 212 ms",
    "DEBUG cell 0x1f from 10.1.0.7",
    "INFO 3 peers, 12 kB/s",
    "\x1b[32mINFO\x1b[0m directory fetched from \x1b[34mfog_coordinator\x1b[0m",
    "WARN no answer from fog_coordinator, trying again in 2 s",
    "INFO GET /health 200 4 ms",
    "ERROR health check timed out after 5 s {\"attempt\":3,\"limit\":\"5s\",\"probe\":\"http\"}",
    "    at Circuit::extend (circuit.cpp:212)",
    "INFO queue drained",
    "INFO a long line that tells of everything that went on in the last minute: 212 circuits, 14 of them slow, 3 given "
    "up, 77 cells dropped, 4 peers gone, 2 peers back, 118 kB in, 96 kB out, 12 % CPU, 41 MB of memory, 0 restarts",
};

} // namespace

void makeAlerts(AlertBoard &board, const ServiceRegistry &registry)
{
    const auto id = [](const char *text) { return QString::fromLatin1(text); };
    const bool ten = registry.find(id("onion")) != nullptr;
    Alert over = alertOf(1, ten ? "dao" : "service-4", AlertSeverity::Warning,
        ten ? "dao answers its checks in 840 ms, usually in 12 ms"
            : "service-4 answers its checks in 840 ms, usually in 12 ms",
        90min);
    over.resolvedAt = over.since + 2min;
    over.duration = 2min;
    board.put(over);
    Alert worst = alertOf(2, ten ? "onion" : "service-0", AlertSeverity::Critical,
        ten ? "onion is unhealthy: no answer within 5 s" : "service-0 is unhealthy: no answer within 5 s", 4min);
    worst.count = 3;
    if (ten)
        worst.affected = {id("betanet"), id("vpn_coordinator")};
    for (int i = 200; !ten && i < 360; i += 4)
        worst.affected.append(QStringLiteral("service-%1").arg(i));
    board.put(worst);
    Alert limit = alertOf(3, ten ? "vpn_coordinator" : "service-7", AlertSeverity::Critical,

        ten ? "vpn_coordinator has failed: all 3 automatic restarts are used up: exit 1"
            : "service-7 has failed: all 3 automatic restarts are used up: exit 1",
        12min);
    limit.acknowledgedBy = id("operator");
    board.put(limit);
    Alert slow = alertOf(4, ten ? "p2p" : "service-11", AlertSeverity::Warning,
        ten ? "p2p has been degraded for 5m: HTTP 503, expected 200-299"
            : "service-11 has been degraded for 5m: HTTP 503, expected 200-299",
        26min);
    slow.mutedUntil = Now::read().wall + 34min;
    board.put(slow);
    Alert disk = alertOf(5, "", AlertSeverity::Warning,
        "The disk of the state directory is nearly full: 212 MB are free, 500 MB should be", 51min);
    board.put(disk);
    for (int i = 0; !ten && i < 60; ++i)
        board.put(alertOf(6 + i, qPrintable(QStringLiteral("service-%1").arg(400 + 3 * i)), AlertSeverity::Warning,
            qPrintable(QStringLiteral("service-%1 answers its checks in 840 ms, usually in 12 ms").arg(400 + 3 * i)),
            std::chrono::minutes(30 + i)));
}

LogNews fakeNews(const QList<ServiceId> &services, int lines)
{
    LogNews news;
    news.isFirst = true;
    const WallTime end = Now::read().wall;
    for (int i = 0; i < lines; ++i) {
        const WallTime at = end - 137ms * (lines - i);
        const ServiceId &service = services.at((i * 7 + i / 10) % services.size());
        const QByteArray text = texts[static_cast<std::size_t>(i) % texts.size()];
        const bool isTrace = text.startsWith(' ');
        news.lines.append({isTrace ? news.lines.last().service : service, at, !isTrace, false,
            isTrace ? text : toRfc3339(at) + ' ' + text});
    }
    news.older.insert(services.first(), QStringLiteral("/var/lib/foghorn/local/logs/%1.log").arg(services.first()));
    return news;
}

} // namespace foghorn

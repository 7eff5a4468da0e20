// What 67 HTTP checks a second (2,000 services every 30 s) cost our process. The servers live in a second process, this
// program started anew with --serve: their work is not counted. Target: under 3 % of one core.
#include "core/health/healthmonitor.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include <sys/resource.h>

using namespace foghorn;

namespace {

void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

double cpuSeconds()
{
    rusage use{};
    ::getrusage(RUSAGE_SELF, &use);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(use.ru_utime) + seconds(use.ru_stime);
}

/// Answers every request on each of `count` ports, whose numbers it prints first.
int serve(QCoreApplication &app, int count)
{
    std::vector<std::unique_ptr<QTcpServer>> servers;
    for (int i = 0; i < count; ++i) {
        auto server = std::make_unique<QTcpServer>();
        if (!server->listen(QHostAddress::LocalHost)) {
            std::fprintf(stderr, "listen: %s\n", qPrintable(server->errorString()));
            return 1;
        }
        std::printf("%d\n", server->serverPort());
        QObject::connect(server.get(), &QTcpServer::newConnection, server.get(), [from = server.get()] {
            QTcpSocket *const peer = from->nextPendingConnection();
            QObject::connect(peer, &QTcpSocket::readyRead, peer, [peer] {
                peer->readAll();
                const QByteArray body = R"({"status":"healthy","service":"edge","uptime_seconds":12})";
                peer->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ");
                peer->write(QByteArray::number(body.size()));
                peer->write("\r\n\r\n");
                peer->write(body);
            });
            QObject::connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        });
        servers.push_back(std::move(server));
    }
    std::printf("done\n");
    std::fflush(stdout);
    return app.exec();
}

/// One load: so many services, each every `interval`, for `length` after one interval to settle.
void measure(const QList<quint16> &ports, int services, milliseconds interval, milliseconds length,
    const std::function<void()> &then)
{
    struct Load
    {
        HealthMonitor monitor;
        int checks = 0;
        int failures = 0;
        double cpuBefore = 0;
        QElapsedTimer clock;
    };
    auto load = std::make_shared<Load>();
    HealthPolicy policy;
    policy.interval = interval;
    policy.timeout = 2s;
    for (int i = 0; i < services; ++i) {
        ProbeSpec probe;
        probe.kind = ProbeSpec::Kind::Http;
        probe.url = QStringLiteral("http://127.0.0.1:%1/health").arg(ports.at(i));
        probe.json = {{QStringLiteral("status"), QStringLiteral("\"healthy\"")}};
        const ServiceId name = QStringLiteral("s%1").arg(i);
        load->monitor.configure(name, probe, policy, {}, QStringLiteral("/"));
        load->monitor.serviceAdopted(name, 1, {Health::Healthy, 0, 1});
    }
    QObject::connect(
        &load->monitor, &HealthMonitor::checked, &load->monitor, [raw = load.get()](const CheckResult &result) {
            ++raw->checks;
            raw->failures += result.passed ? 0 : 1;
        });
    // Each service is asked once before: what counts is the path over the connection that was kept.
    const milliseconds settle = interval + 500ms;
    QTimer::singleShot(settle, qApp, [load] {
        load->checks = load->failures = 0;
        load->cpuBefore = cpuSeconds();
        load->clock.start();
    });
    QTimer::singleShot(settle + length, qApp, [=] {
        const double wall = static_cast<double>(load->clock.nsecsElapsed()) / 1e9;
        const double cpu = cpuSeconds() - load->cpuBefore;
        std::printf("%4d services every %5lld ms: %5.1f checks/s, %d failed, %4.2f %% of a core, %3.0f us a check\n",
            services, static_cast<long long>(interval.count()), load->checks / wall, load->failures, 100 * cpu / wall,
            load->checks > 0 ? 1e6 * cpu / load->checks : 0.0);
        std::fflush(stdout);
        QTimer::singleShot(0, qApp, then);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    constexpr int servers = 2000;
    raiseDescriptorLimit();
    if (app.arguments().contains(QStringLiteral("--serve")))
        return serve(app, servers);
    QProcess helper;
    QList<quint16> ports;
    QObject::connect(&helper, &QProcess::readyReadStandardOutput, &app, [&] {
        while (helper.canReadLine()) {
            const QByteArray line = helper.readLine().trimmed();
            if (line != "done") {
                ports.append(line.toUShort());
                continue;
            }
            measure(ports, 2000, 30s, 10s, [&] { measure(ports, 200, 3s, 10s, [&] { helper.kill(); }); });
        }
    });
    QObject::connect(&helper, &QProcess::finished, &app, [&] { QCoreApplication::exit(ports.isEmpty() ? 1 : 0); });
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve")});
    return app.exec();
}

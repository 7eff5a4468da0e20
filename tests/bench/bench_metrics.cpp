// How long GET /metrics takes for a fleet of 2,000 services, from the request to the last byte, and how long the event
// loop stands still for it: bench_metrics [SERVICES [ROUNDS]]. Each round follows a check of every service, so that
// nothing of the answer before is of use.

#include "core/json/prometheusservices.h"
#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"
#include "tests/support/loopwatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace foghorn;

namespace {

void checkAll(FakeFleet &fleet, bool passes)
{
    for (const ServiceId &service : fleet.registry.order())
        fleet.registry.recordCheck(fleet.check(service, passes), {Health::Healthy, 0, 1});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto number = [](int index, int fallback) {
        const QList<QString> arguments = QCoreApplication::arguments();
        return arguments.size() > index ? arguments.at(index).toInt() : fallback;
    };
    FakeFleet fleet(number(1, 2000));
    if (!fleet.open())
        return 1;
    RawClient client(fleet.server->port());
    const QByteArray ask = request("GET", "/metrics", FakeFleet::viewerToken);
    std::vector<double> times;
    std::chrono::milliseconds longestStall{0};
    qsizetype size = 0;
    for (int round = 0; round < number(2, 20); ++round) {
        checkAll(fleet, round % 2 == 0);
        test::LoopWatch watch;
        QElapsedTimer timer;
        timer.start();
        client.send(ask);
        const RawReply reply = client.read(false, 30'000);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        longestStall = std::max(longestStall, watch.longestStall());
        size = reply.body.size();
        if (reply.status != 200)
            return 1;
    }
    std::sort(times.begin(), times.end());
    QElapsedTimer timer;
    timer.start();
    PrometheusText text(PrometheusText::Format::Text, size);
    writeServiceMetrics(text, fleet.registry, fleet.at);
    const double composed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    QTextStream(stdout) << "metrics services " << fleet.registry.order().size() << " bytes " << size << " median_ms "
                        << times[times.size() / 2] << " max_ms " << times.back() << " composing_alone_ms " << composed
                        << " loop_stall_ms " << longestStall.count() << Qt::endl;
    return 0;
}

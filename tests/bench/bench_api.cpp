// Serves a filled registry over the REST API so that wrk can be set at it: bench_api [SERVICES [SECONDS
// [CHANGES_A_SECOND]]] Prints the address and the header to send, then runs for the given time.

#include "tests/core/api/fakefleet.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

using namespace foghorn;

namespace {

/// One check of one service after the other, so many a second.
void keepChanging(FakeFleet &fleet, QTimer &timer, int changesASecond)
{
    if (changesASecond <= 0)
        return;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&fleet, next = 0]() mutable {
        const QList<ServiceId> &order = fleet.registry.order();
        fleet.registry.recordCheck(fleet.check(order.at(next++ % order.size())), {Health::Healthy, 0, next});
    });
    timer.start(std::chrono::milliseconds(1000 / changesASecond));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto number = [](int index, int fallback) {
        const QList<QString> arguments = QCoreApplication::arguments();
        return arguments.size() > index ? arguments.at(index).toInt() : fallback;
    };
    FakeFleet fleet(number(1, 10));
    for (const ServiceId &service : fleet.registry.order())
        fleet.registry.recordCheck(fleet.check(service), {Health::Healthy, 0, 1});
    if (!fleet.open())
        return 1;
    QTimer changes;
    keepChanging(fleet, changes, number(3, 0));
    QTextStream(stdout) << "url " << fleet.server->url() << "/api/orchestration/services\n"
                        << "header Authorization: Bearer " << FakeFleet::operatorToken << Qt::endl;
    QTimer::singleShot(std::chrono::seconds(number(2, 15)), &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

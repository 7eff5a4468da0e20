#include "core/fleetfile/fleetfile.h"
#include "tests/support/fleetgenerator.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

using namespace foghorn;

namespace {

long peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

/// Prints how long a fleet file of N services (10,000) takes to be read, checked and ordered, to have its ports filled
/// in and to be compared, and what memory that took at most.
int main(int argc, char **argv)
{
    const int services = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fleet.yaml"));
    const QByteArray text = generateFleet(services);
    if (!write(path, text))
        return 1;
    const auto seconds = [](const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e9; };

    QElapsedTimer timer;
    timer.start();
    const LoadedFleet loaded = loadFleet({path}, {});
    std::printf("read, checked and ordered  %6.3f s  %d services, %lld bytes, %lld faults\n", seconds(timer), services,
        static_cast<long long>(text.size()), static_cast<long long>(loaded.faults.size()));

    QHash<QPair<ServiceId, QString>, quint16> chosen;
    for (const ServiceSpec &service : loaded.fleet.services)
        chosen.insert({service.name, QStringLiteral("http")}, static_cast<quint16>(20000 + chosen.size() % 40000));
    timer.start();
    const FleetSpec resolved = resolvePorts(loaded.fleet, chosen);
    std::printf("ports filled in            %6.3f s\n", seconds(timer));
    timer.start();
    const FleetDifference difference = differenceOf(loaded.fleet, resolved);
    std::printf("compared                   %6.3f s  %lld differ\n", seconds(timer),
        static_cast<long long>(difference.restarted.size()));
    std::printf("peak memory                %4ld MiB\n", peakMebibytes());
    return loaded.isGood() ? 0 : 1;
}

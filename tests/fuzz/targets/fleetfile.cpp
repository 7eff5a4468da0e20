// The input is up to four files, divided by lines of five equal signs: fleet.yaml, later.yaml (merged over it, when it
// is there), more.yaml and .env, which the first two may name.
#include "core/fleetfile/fleetfile.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace foghorn {
namespace {

constexpr std::array fileNames{"fleet.yaml", "later.yaml", "more.yaml", ".env"};

const QTemporaryDir &folder()
{
    static const QTemporaryDir made(QDir(QStringLiteral("/dev/shm")).exists()
            ? QStringLiteral("/dev/shm/foghorn-fuzz-XXXXXX")
            : QDir::tempPath() + QStringLiteral("/foghorn-fuzz-XXXXXX"));
    return made;
}

/// The files to load.
QList<QString> writeFiles(QByteArrayView input)
{
    static const QByteArray divider("\n=====\n");
    QList<QString> loaded;
    for (std::size_t i = 0; i < fileNames.size(); ++i) {
        const QString path = folder().filePath(QLatin1String(fileNames.at(i)));
        const qsizetype end = input.indexOf(divider);
        if (input.isEmpty() && i > 0) {
            QFile::remove(path);
            continue;
        }
        QFile file(path);
        const QByteArrayView part = end < 0 ? input : input.first(end);
        mustHold(file.open(QIODevice::WriteOnly) && file.write(part.data(), part.size()) == part.size(),
            "the fuzzer can write its files");
        input = end < 0 ? QByteArrayView() : input.sliced(end + divider.size());
        if (i < 2)
            loaded << path;
    }
    return loaded;
}

void checkFaults(const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        mustBePrintable(fault.toString(), "a fault is printable");
        mustHold(!fault.what.isEmpty() && !fault.file.isEmpty(), "a fault says where and what");
        mustHold(fault.line >= 0 && fault.column >= 0, "a fault's place is one");
    }
}

void checkFleet(const LoadedFleet &loaded)
{
    const FleetSpec &fleet = loaded.fleet;
    mustHold(loaded.graph.size() == fleet.services.size(), "the graph has each service once");
    QHash<QPair<ServiceId, QString>, quint16> chosen;
    quint16 next = 20'000;
    for (const ServiceSpec &service : fleet.services) {
        mustHold(isServiceName(service.name), "a good fleet's names are names");
        mustHold(!service.command.isEmpty(), "a good fleet's services have commands");
        for (const NamedPort &port : service.ports)
            chosen.insert({service.name, port.name}, ++next);
    }
    const FleetSpec resolved = resolvePorts(fleet, chosen);
    mustHold(resolved.services.size() == fleet.services.size(), "ports take no service away");
    const FleetDifference same = differenceOf(fleet, fleet);
    mustHold(same.untouched.size() == fleet.services.size() && same.added.isEmpty() && same.removed.isEmpty(),
        "a fleet does not differ from itself");
}

} // namespace

void fuzzFleetFile(QByteArrayView input)
{
    const LoadedFleet loaded = loadFleet(
        writeFiles(input), {{QStringLiteral("HOME"), QStringLiteral("/root")}, {QStringLiteral("EMPTY"), QString()}});
    checkFaults(loaded.faults);
    checkFaults(loaded.warnings);
    if (loaded.isGood())
        checkFleet(loaded);
}

} // namespace foghorn

#include "core/runtime/portbook.h"

#include "core/fleetfile/fleetfile.h"
#include "core/runtime/runmark.h"

namespace foghorn {

QList<NamedPort> automaticPorts(const ServiceSpec &service)
{
    QList<NamedPort> ports = service.ports;
    ports.removeIf([](const NamedPort &port) { return !port.automatic; });
    return ports;
}

void PortBook::remember(const ServiceId &service, const QString &port, quint16 number, bool isHeld)
{
    m_choices.insert(Key(service, port), Choice{number, isHeld});
}

bool PortBook::rememberRuns(const FleetSpec &resolved, const QList<KeptTree> &trees)
{
    QHash<ServiceId, QList<quint16>> given;
    for (const KeptTree &tree : trees) {
        const RunMark mark = runMarkFromText(tree.fingerprint);
        if (tree.leaderAlive)
            given.insert(tree.service, QList<quint16>(mark.ports.begin(), mark.ports.end()));
    }
    bool isOther = false;
    for (const ServiceSpec &service : resolved.services) {
        const QList<quint16> numbers = given.value(service.name);
        const QList<NamedPort> ports = automaticPorts(service);
        for (qsizetype i = 0; numbers.size() == ports.size() && i < ports.size(); ++i) {
            if (ports.at(i).port == numbers.at(i) || numbers.at(i) == 0)
                continue;
            remember(service.name, ports.at(i).name, numbers.at(i), true);
            isOther = true;
        }
    }
    return isOther;
}

std::optional<FleetSpec> PortBook::resolve(const FleetSpec &fleet, const Finder &findFree, const FreeTest &isFree)
{
    QSet<quint16> taken;
    QList<Key> wanted; // in file order, so that numbers are given in file order
    for (const ServiceSpec &service : fleet.services) {
        for (const NamedPort &port : service.ports) {
            if (port.automatic)
                wanted.append(Key(service.name, port.name));
            else
                taken.insert(port.port);
        }
    }
    const QSet<Key> known(wanted.begin(), wanted.end());
    m_choices.removeIf([&](QHash<Key, Choice>::iterator choice) {
        const bool isKept = known.contains(choice.key()) && !taken.contains(choice->number)
            && (choice->isCertain || isFree(choice->number));
        if (isKept)
            taken.insert(choice->number);
        return !isKept;
    });
    QHash<Key, quint16> chosen;
    for (const Key &key : std::as_const(wanted)) {
        Choice &choice = m_choices[key];
        if (choice.number == 0) {
            const auto found = findFree(taken);
            if (!found)
                return std::nullopt;
            choice.number = *found;
            taken.insert(*found);
        }
        choice.isCertain = true;
        chosen.insert(key, choice.number);
    }
    return resolvePorts(fleet, chosen);
}

} // namespace foghorn

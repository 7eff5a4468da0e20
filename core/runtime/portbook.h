#pragma once

#include "core/model/fleetspec.h"
#include "core/process/servicekeeper.h"

#include <QHash>
#include <QPair>
#include <QSet>

#include <functional>
#include <optional>

namespace foghorn {

/// Those of its ports whose numbers are ours to choose, in the file's order.
QList<NamedPort> automaticPorts(const ServiceSpec &service);

/// Which number each automatic port has. A number once chosen stays, through restarts of the service and of the
/// orchestrator.
class PortBook
{
public:
    /// A free port on loopback that is not in the set; nothing when there is none.
    using Finder = std::function<std::optional<quint16>(const QSet<quint16> &taken)>;
    /// Whether nobody listens on a port.
    using FreeTest = std::function<bool(quint16 port)>;

    /// What an earlier orchestrator chose. `isHeld`: its service still runs with it, so it need not be free.
    void remember(const ServiceId &service, const QString &port, quint16 number, bool isHeld);
    /// What the keeper says of the services that live: the store writes a moment after a launch, and may not have come
    /// to it. True: resolve() gives something else than `resolved` now.
    bool rememberRuns(const FleetSpec &resolved, const QList<KeptTree> &trees);
    /// `fleet` with a number for every automatic port, in it and in all that refers to it; nothing when none is free.
    std::optional<FleetSpec> resolve(const FleetSpec &fleet, const Finder &findFree, const FreeTest &isFree);

private:
    using Key = QPair<ServiceId, QString>;
    struct Choice
    {
        quint16 number = 0;
        bool isCertain = false; ///< ours already; else it must be free to be taken again
    };
    QHash<Key, Choice> m_choices;
};

} // namespace foghorn

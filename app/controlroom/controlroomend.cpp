// How a control room comes to its end: by itself, or by force.
#include "app/controlroom/controlroom.h"

#include "app/controlroom/controlroomparts.h"

#include <QFile>

#include <algorithm>
#include <utility>
#include <vector>

namespace foghorn {

ControlRoom::Rest ControlRoom::rest() const
{
    if (m_parts->isShuttingDown || (m_parts->desk && m_parts->desk->isShuttingDown()))
        return Rest::ShuttingDown;
    if (!m_parts->hasBegun)
        return Rest::NotYetKnown;
    const Fleet &fleet = m_parts->orchestrator->fleet();
    const std::vector<int> nodes = fleet.allNodes();
    const bool isAtRest =
        std::all_of(nodes.begin(), nodes.end(), [&fleet](int node) { return fleet.at(node).isAtRest(); });
    return isAtRest ? Rest::AtRest : Rest::Awake;
}

void ControlRoom::shutDown()
{
    Parts &parts = *m_parts;
    if (std::exchange(parts.isShuttingDown, true))
        return;
    parts.api->beginShutdown();
    parts.reloader->close();
    if (parts.hasBegun) // else once it is known what there is to stop
        stopEverything();
}

void ControlRoom::stopEverything()
{
    Parts &parts = *m_parts;
    for (const ServiceId &service : parts.orchestrator->fleet().graph().names())
        parts.health->serviceStopped(service);
    parts.orchestrator->stopInOrder(parts.orchestrator->fleet().allNodes(), Cause::Shutdown, [this, &parts] {
        QFile::remove(apiUrlFile()); // nobody is to be found there any more
        parts.store->markEndedCleanly();
        parts.keeper->endKeeper();
    });
}

void ControlRoom::killEverything()
{
    m_parts->takeover->killStrangers();
    m_parts->orchestrator->killAll();
}

void ControlRoom::killAll()
{
    shutDown();
    m_parts->isKilling = true;
    if (m_parts->hasBegun)
        killEverything();
}

} // namespace foghorn

// The part of ServiceRegistry about programs that registered themselves.
#include "core/registry/serviceregistry.h"

namespace foghorn {

void ServiceRegistry::addExternal(const ServiceInfo &info, Now now)
{
    ServiceInfo external = info;
    external.external = true;
    Slot *known = slot(external.name);
    if (known && !known->entry.info.external)
        return;
    const bool isNews = !known || known->entry.info != external;
    if (!known) {
        known = &insert(external, now.wall);
        m_external.append(external.name);
        known->entry.status.goal = Goal::Up;
        known->entry.status.state = RunState::Running;
        known->entry.status.cause = Cause::None;
    }
    known->entry.info = external;
    known->entry.lastHeartbeat = now.wall;
    known->entry.lastHeartbeatMono = now.mono;
    touch(*known, readWall());
    if (isNews)
        announceOutline(external.name);
}

void ServiceRegistry::removeExternal(const ServiceId &service)
{
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the caller's may be our own
    const ServiceId name = service;
    if (!m_external.removeOne(name))
        return;
    erase(name);
    announceOutline(name);
}

} // namespace foghorn

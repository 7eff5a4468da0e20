#include "app/controlroom/usewatch.h"

namespace foghorn {

UseWatch::UseWatch(ServiceRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    connect(&registry, &ServiceRegistry::statusChanged, this, &UseWatch::onStatusChanged);
    connect(&m_sampler, &ResourceSampler::sampled, &registry, &ServiceRegistry::recordUse);
    connect(&m_sampler, &ResourceSampler::sampled, this, &UseWatch::sampled);
}

UseWatch::~UseWatch() = default;

void UseWatch::onStatusChanged(const ServiceStatus &before, const ServiceStatus &now)
{
    if (before.pid == now.pid)
        return;
    m_sampler.setLeader(now.service, now.pid);
    if (now.pid > 0)
        return;
    ResourceUse none; // the dead use nothing, but what they used stays used
    if (const RegistryEntry *entry = m_registry.find(now.service))
        none.cpuTime = entry->use.cpuTime;
    m_registry.recordUse({{now.service, none}});
}

} // namespace foghorn

#include "app/controlroom/usewatch.h"

namespace foghorn {

UseWatch::UseWatch(ServiceRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    m_handOver.setSingleShot(true);
    m_handOver.setInterval(std::chrono::milliseconds(500));
    connect(&m_handOver, &QTimer::timeout, this, [this] { m_sampler.setLeaders(m_leaders); });
    connect(&registry, &ServiceRegistry::statusChanged, this, &UseWatch::onStatusChanged);
    connect(&m_sampler, &ResourceSampler::sampled, &registry, &ServiceRegistry::recordUse);
    connect(&m_sampler, &ResourceSampler::sampled, this, &UseWatch::sampled);
}

UseWatch::~UseWatch() = default;

void UseWatch::onStatusChanged(const ServiceStatus &before, const ServiceStatus &now)
{
    if (before.pid == now.pid)
        return;
    if (now.pid > 0) {
        m_leaders.insert(now.service, now.pid);
    } else {
        m_leaders.remove(now.service);
        ResourceUse none; // the dead use nothing, but what they used stays used
        if (const RegistryEntry *entry = m_registry.find(now.service))
            none.cpuTime = entry->use.cpuTime;
        m_registry.recordUse({{now.service, none}});
    }
    if (!m_handOver.isActive())
        m_handOver.start();
}

} // namespace foghorn

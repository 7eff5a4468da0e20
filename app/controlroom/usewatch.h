#pragma once

#include "core/process/resourcesampler.h"
#include "core/registry/serviceregistry.h"

#include <QHash>
#include <QObject>

namespace foghorn {

/// Has the trees of all living services sampled, and tells the registry what they use.
class UseWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UseWatch)
public:
    explicit UseWatch(ServiceRegistry &registry, QObject *parent = nullptr);
    ~UseWatch() override;

Q_SIGNALS:
    /// What each living service's tree uses now.
    void sampled(const QHash<foghorn::ServiceId, foghorn::ResourceUse> &uses);

private:
    void onStatusChanged(const ServiceStatus &before, const ServiceStatus &now);

    ServiceRegistry &m_registry;
    ResourceSampler m_sampler;
};

} // namespace foghorn

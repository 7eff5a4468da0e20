#pragma once

#include "core/registry/servicelogs.h"

namespace foghorn {

class ServiceRegistry;

/// The logs of services that run on this machine: the files that the keeper writes.
class FileLogs final : public ServiceLogs
{
public:
    /// `registry` must outlive it.
    explicit FileLogs(const ServiceRegistry &registry)
        : m_registry(registry)
    {
    }

    std::unique_ptr<LogStream> follow(const QList<ServiceId> &services, qsizetype tail) override;
    QString placeOf(const ServiceId &service) const override;

private:
    const ServiceRegistry &m_registry;
};

} // namespace foghorn

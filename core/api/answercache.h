#pragma once

#include "core/api/httpreply.h"
#include "core/api/membercache.h"

namespace foghorn {

/// The answers that many ask for, put together once per change of the registry instead of once per request.
class AnswerCache
{
public:
    AnswerCache(const ServiceRegistry &registry, QByteArray instance);

    const HttpReply &services();
    const HttpReply &health(WallTime now);
    const HttpReply &dependencies();
    const HttpReply &metrics(Now now);

    /// For filtered lists.
    QByteArray serviceMember(const RegistryEntry &entry) { return m_serviceMembers.of(m_registry, entry); }
    QByteArray healthMember(const RegistryEntry &entry, WallTime now);

private:
    struct Kept
    {
        HttpReply reply;
        quint64 revision = 0;
        qint64 second = 0;
    };
    template<typename Make> const HttpReply &keep(Kept &kept, quint64 revision, qint64 second, const Make &make);

    const ServiceRegistry &m_registry;
    QByteArray m_instance;
    WallTime m_healthNow{};
    MemberCache m_serviceMembers;
    MemberCache m_healthMembers;
    MemberCache m_metricsMembers;
    Kept m_services, m_health, m_dependencies, m_metrics;
};

/// Whether the heartbeat of an entry is not overdue.
bool isAlive(const RegistryEntry &entry, MonoTime now);

} // namespace foghorn

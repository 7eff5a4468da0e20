#include "core/api/answercache.h"

#include "core/json/dependenciesanswer.h"
#include "core/json/healthanswer.h"
#include "core/json/metricsanswer.h"
#include "core/json/servicesanswer.h"

namespace foghorn {
namespace {

qint64 secondOf(WallTime time) { return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count(); }

} // namespace

AnswerCache::AnswerCache(const ServiceRegistry &registry, QByteArray instance)
    : m_registry(registry)
    , m_instance(std::move(instance))
    , m_serviceMembers([](const RegistryEntry &entry) { return foghorn::serviceMember(entry); })
    , m_healthMembers([this](const RegistryEntry &entry) { return foghorn::healthMember(entry, m_healthNow); })
    , m_metricsMembers([](const RegistryEntry &entry) { return foghorn::metricsMember(entry); })
{
}

template<typename Make>
const HttpReply &AnswerCache::keep(Kept &kept, quint64 revision, qint64 second, const Make &make)
{
    if (kept.reply.body.isEmpty() || kept.revision != revision || kept.second != second) {
        kept = {HttpReply::json(make()), revision, second};
        kept.reply.prepare(m_instance);
    }
    return kept.reply;
}

const HttpReply &AnswerCache::services()
{
    return keep(m_services, m_registry.revision(), 0, [this] {
        return servicesAnswer(m_serviceMembers.all(m_registry), m_registry.isReady(), m_registry.isInitialized());
    });
}

const HttpReply &AnswerCache::health(WallTime now)
{
    const qint64 second = secondOf(now);
    return keep(m_health, m_registry.revision(), second, [this, now, second] {
        m_healthNow = now;
        return healthAnswer(m_registry, m_healthMembers.all(m_registry, second));
    });
}

const HttpReply &AnswerCache::dependencies()
{
    return keep(m_dependencies, m_registry.outlineRevision(), 0, [this] { return dependenciesAnswer(m_registry); });
}

const HttpReply &AnswerCache::metrics(Now now)
{
    return keep(m_metrics, m_registry.revision(), secondOf(now.wall), [this, now] {
        qsizetype alive = 0;
        for (const ServiceId &service : m_registry.order()) {
            const RegistryEntry *entry = m_registry.find(service);
            alive += entry && isAlive(*entry, now.mono) ? 1 : 0;
        }
        return metricsAnswer(m_registry, alive, m_metricsMembers.all(m_registry));
    });
}

QByteArray AnswerCache::healthMember(const RegistryEntry &entry, WallTime now)
{
    m_healthNow = now;
    return m_healthMembers.of(m_registry, entry, secondOf(now));
}

bool isAlive(const RegistryEntry &entry, MonoTime now)
{
    const bool beats = entry.lastHeartbeat && now - entry.lastHeartbeatMono <= entry.info.heartbeat.timeout;
    if (entry.info.external)
        return beats;
    return entry.status.state == RunState::Running && (beats || !entry.info.beatsItself);
}

} // namespace foghorn

// The part of EventStream about uptimes, which move by themselves.
#include "core/api/eventstream.h"

namespace foghorn {
namespace {

constexpr int slices = 30; ///< of the fleet, one at a time: neither a long turn nor a big message

} // namespace

void EventStream::beginUptimes()
{
    if (m_uptimes.isActive())
        return;
    m_uptimesSeen.clear();
    m_uptimes.start(std::max(m_limits.uptimes / slices, std::chrono::milliseconds(1)));
}

void EventStream::tellUptimes()
{
    const QList<ServiceId> &order = m_registry.order();
    const qsizetype from = order.size() * m_uptimesSlice / slices;
    m_uptimesSlice = (m_uptimesSlice + 1) % slices;
    const qsizetype to = m_uptimesSlice == 0 ? order.size() : order.size() * m_uptimesSlice / slices;
    const WallTime now = Now::read().wall;
    QList<QByteArray> members;
    for (qsizetype i = from; i < to; ++i) {
        const RegistryEntry *entry = m_registry.find(order.at(i));
        QByteArray member = entry ? uptimeMember(*entry, now) : QByteArray();
        QByteArray &seen = m_uptimesSeen[order.at(i)];
        if (seen != member) {
            seen = member;
            members << member;
        }
    }
    if (m_uptimesSlice == 0 && m_uptimesSeen.size() > order.size()) // some left
        m_uptimesSeen.removeIf([this](const auto &seen) { return !m_registry.find(seen.key()); });
    if (!members.isEmpty())
        tellWhoWantsUpdates(uptimeMessage(members, now));
}

} // namespace foghorn

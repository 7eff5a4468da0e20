#include "core/api/membercache.h"

#include <utility>

namespace foghorn {

QList<QByteArray> MemberCache::all(const ServiceRegistry &registry, qint64 epoch)
{
    if (std::exchange(m_outlineRevision, registry.outlineRevision()) != registry.outlineRevision())
        m_pieces.clear(); // services that left must not stay in here
    QList<QByteArray> out;
    out.reserve(registry.order().size());
    for (const ServiceId &service : registry.order()) {
        if (const RegistryEntry *entry = registry.find(service))
            out << of(*entry, epoch);
    }
    return out;
}

QByteArray MemberCache::of(const RegistryEntry &entry, qint64 epoch)
{
    Piece &piece = m_pieces[entry.info.name];
    if (piece.json.isEmpty() || piece.revision != entry.revision || piece.epoch != epoch)
        piece = {entry.revision, epoch, m_write(entry)};
    return piece.json;
}

} // namespace foghorn

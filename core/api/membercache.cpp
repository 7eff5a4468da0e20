#include "core/api/membercache.h"

#include <utility>

namespace foghorn {

QList<QByteArray> MemberCache::all(const ServiceRegistry &registry, qint64 epoch)
{
    follow(registry);
    QList<QByteArray> out;
    out.reserve(static_cast<qsizetype>(m_pieces.size()));
    for (Piece &piece : m_pieces)
        out << current(piece, epoch);
    return out;
}

QByteArray MemberCache::of(const ServiceRegistry &registry, const RegistryEntry &entry, qint64 epoch)
{
    follow(registry);
    const auto place = m_places.constFind(entry.info.name);
    return place == m_places.cend() ? m_write(entry) : current(m_pieces[*place], epoch);
}

/// Begins anew when services came or went: a new one of an old name may have the old one's revision.
void MemberCache::follow(const ServiceRegistry &registry)
{
    if (std::exchange(m_outlineRevision, registry.outlineRevision()) == registry.outlineRevision())
        return;
    m_pieces.clear();
    m_places.clear();
    for (const ServiceId &service : registry.order()) {
        if (const RegistryEntry *entry = registry.find(service)) {
            m_places.insert(service, m_pieces.size());
            m_pieces.push_back({entry});
        }
    }
}

const QByteArray &MemberCache::current(Piece &piece, qint64 epoch)
{
    if (piece.json.isEmpty() || piece.revision != piece.entry->revision || piece.epoch != epoch) {
        piece.revision = piece.entry->revision;
        piece.epoch = epoch;
        piece.json = m_write(*piece.entry);
    }
    return piece.json;
}

} // namespace foghorn

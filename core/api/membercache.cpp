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

/// Finds the places anew when services came or went. What was written of those that stay is kept: no two entries, also
/// none of the same name, ever have the same revision.
void MemberCache::follow(const ServiceRegistry &registry)
{
    if (std::exchange(m_outlineRevision, registry.outlineRevision()) == registry.outlineRevision())
        return;
    std::vector<Piece> before = std::exchange(m_pieces, {});
    const QHash<ServiceId, std::size_t> placesBefore = std::exchange(m_places, {});
    m_pieces.reserve(before.size() + 1);
    m_places.reserve(placesBefore.size() + 1);
    for (const ServiceId &service : registry.order()) {
        const RegistryEntry *entry = registry.find(service);
        if (!entry)
            continue;
        const auto known = placesBefore.constFind(service);
        Piece piece = known == placesBefore.cend() ? Piece{entry} : std::move(before[*known]);
        piece.entry = entry;
        m_places.insert(service, m_pieces.size());
        m_pieces.push_back(std::move(piece));
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

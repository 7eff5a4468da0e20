#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>
#include <vector>

namespace foghorn {

/// One piece of JSON per service, written again only when its entry has changed (or a second has passed, where the
/// piece holds values that drift by themselves).
class MemberCache
{
public:
    using Write = std::function<QByteArray(const RegistryEntry &)>;
    explicit MemberCache(Write write)
        : m_write(std::move(write))
    {
    }

    /// The pieces of all services in the registry's order. `epoch` is part of what must not have changed.
    QList<QByteArray> all(const ServiceRegistry &registry, qint64 epoch = 0);
    /// The piece of one service that the registry holds now.
    QByteArray of(const ServiceRegistry &registry, const RegistryEntry &entry, qint64 epoch = 0);

private:
    struct Piece
    {
        const RegistryEntry *entry; ///< stays where it is as long as the outline does
        quint64 revision = 0;
        qint64 epoch = 0;
        QByteArray json{};
    };
    void follow(const ServiceRegistry &registry);
    const QByteArray &current(Piece &piece, qint64 epoch);

    Write m_write;
    std::vector<Piece> m_pieces; ///< in the registry's order: looking up 2,000 names costs more than joining the text
    QHash<ServiceId, std::size_t> m_places; ///< in m_pieces
    quint64 m_outlineRevision = 0;
};

} // namespace foghorn

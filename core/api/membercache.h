#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>

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
    QByteArray of(const RegistryEntry &entry, qint64 epoch = 0);

private:
    struct Piece
    {
        quint64 revision = 0;
        qint64 epoch = 0;
        QByteArray json;
    };

    Write m_write;
    QHash<ServiceId, Piece> m_pieces;
    quint64 m_outlineRevision = 0;
};

} // namespace foghorn

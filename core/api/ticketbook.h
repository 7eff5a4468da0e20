#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace foghorn {

/// How much a ticket lets its holder see.
enum class TicketScope : quint8 { Full = 0, Public = 1 };

/// The tickets with which the status page's own script opens its WebSocket: good once, for half a minute.
///
/// A ticket carries its own term and seal (HMAC), so handing one out costs no memory and nobody can push another's out.
/// Only those that were used are remembered, until they would have ended anyway.
class TicketBook
{
public:
    static constexpr std::chrono::seconds term{30};
    static constexpr qsizetype mostUsed = 20'000;

    TicketBook();

    /// base64url, fit for a subprotocol.
    QByteArray issue(TicketScope scope, MonoTime now);
    /// What the ticket is good for, without using it.
    std::optional<TicketScope> scopeOf(QByteArrayView ticket, MonoTime now) const;
    /// What the ticket is good for; nothing when it is none of ours, over, or was used. Used from now on.
    std::optional<TicketScope> redeem(QByteArrayView ticket, MonoTime now);

private:
    /// What the seal is about; empty when it is none of ours, over, or was used.
    QByteArray validContent(QByteArrayView ticket, MonoTime now) const;
    QByteArray sealOf(QByteArrayView content) const;
    void forgetEnded(qint64 now);

    QByteArray m_secret;
    quint64 m_issued = 0;
    QHash<QByteArray, qint64> m_used; ///< content, and when it ends
};

} // namespace foghorn

#pragma once

#include "core/api/statuspagerows.h"
#include "core/json/servicelook.h"
#include "core/registry/eventlog.h"

namespace foghorn {

/// The page as HTML: readable without script; those that need attention first. All texts of services are escaped.
/// In one language; it is written once for all who ask within a second, as long as nothing changes: what it says is as
/// of the time that it shows, to the second.
class StatusPage
{
public:
    /// `book` stays. `version`: of the program.
    StatusPage(const ServiceRegistry &registry, const EventLog &events, StreamAudience audience, const Phrasebook &book,
        QByteArray version);

    Language language() const { return m_words.book.language(); }

    /// `ticket`: for the page's own script.
    QByteArray html(const QByteArray &ticket, WallTime now);

private:
    /// Without the ticket.
    QByteArray page(WallTime now);
    QByteArray head(const Headline &headline, const QByteArray &fleet) const;
    QByteArray banner(const Headline &headline, const QByteArray &fleet, WallTime now) const;
    QByteArray tools() const;
    QByteArray recent(WallTime now) const;

    const ServiceRegistry &m_registry;
    const EventLog &m_events;
    bool m_isFull;
    QByteArray m_version;
    StatusPageWords m_words; ///< before the rows, which use them
    StatusPageRows m_rows;
    QByteArray m_page;
    quint64 m_revision = 0;
    qint64 m_lastEventId = 0;
    qint64 m_second = 0;
};

} // namespace foghorn

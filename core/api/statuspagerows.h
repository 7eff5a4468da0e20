#pragma once

#include "core/api/membercache.h"
#include "core/api/statuspagewords.h"
#include "core/json/servicelook.h"
#include "core/json/streammessages.h"

#include <QByteArray>

#include <vector>

namespace foghorn {

/// The table of the status page. A row is written when its service has changed; only uptimes, which move by themselves,
/// are written each time.
class StatusPageRows
{
public:
    /// `words` stay.
    StatusPageRows(StreamAudience audience, const StatusPageWords &words);

    QByteArray columns() const;
    /// The most urgent first, then the oldest trouble, then by name; what is well stays in the fleet file's order.
    void write(QByteArray &out, const ServiceRegistry &registry, WallTime now);
    /// What the script makes rows of services from that come later.
    QByteArray blank(WallTime now);

private:
    struct Row
    {
        const RegistryEntry *entry; ///< stays where it is as long as the registry's revision does
        int severity;
        QByteArray html; ///< with a gap for the uptimes
    };
    void follow(const ServiceRegistry &registry, qint64 day);
    QByteArray rowHtml(const RegistryEntry &entry);
    const QByteArray &lookHtml(const ServiceLook &look);
    void fillGap(QByteArray &out, const Row &row, WallTime now) const;

    bool m_isFull;
    const StatusPageWords &m_words;
    MemberCache m_pieces;
    QHash<QLatin1String, QByteArray> m_looks; ///< what was looked up of the words
    std::vector<Row> m_rows;
    quint64 m_revision = 0;
    qint64 m_day = 0; ///< times of other days are shown with their date
    WallTime m_now{};
};

} // namespace foghorn

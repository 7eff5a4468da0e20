#include "ui/timeline/timelineorder.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace foghorn {

QList<ServiceId> timelineOrder(const std::vector<ServiceRow> &rows, TimelineSort sort, const ServiceFilter &filter)
{
    // The C locale sorts by bytes, whatever it is asked for.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    std::vector<std::pair<QCollatorSortKey, const ServiceRow *>> sorted;
    sorted.reserve(rows.size());
    for (const ServiceRow &row : rows) {
        if (filter.matches(row))
            sorted.emplace_back(collator.sortKey(row.id), &row);
    }
    const auto isCalmRow = [](const ServiceRow &row) { return row.look.severity < AttentionSeverity; };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto &a, const auto &b) {
        if (sort == TimelineSort::Severity) {
            if (a.second->look.severity != b.second->look.severity)
                return a.second->look.severity > b.second->look.severity;
            // Only trouble has an age that matters; calm rows stay where people find them.
            if (!isCalmRow(*a.second) && a.second->since != b.second->since)
                return a.second->since < b.second->since;
        }
        return a.first < b.first;
    });
    QList<ServiceId> order;
    order.reserve(static_cast<qsizetype>(sorted.size()));
    for (const auto &row : sorted)
        order.append(row.second->id);
    return order;
}

} // namespace foghorn

#include "ui/models/problemorder.h"

#include <algorithm>
#include <tuple>

namespace foghorn {

QList<ServiceId> problemOrder(const std::vector<ServiceRow> &rows)
{
    std::vector<const ServiceRow *> problems;
    for (const ServiceRow &row : rows) {
        if (row.look.severity >= AttentionSeverity)
            problems.push_back(&row);
    }
    std::sort(problems.begin(), problems.end(), [](const ServiceRow *left, const ServiceRow *right) {
        return std::tie(right->look.severity, left->since, left->id)
            < std::tie(left->look.severity, right->since, right->id);
    });
    QList<ServiceId> order;
    for (const ServiceRow *row : problems)
        order.append(row->id);
    return order;
}

ServiceId nextProblem(const std::vector<ServiceRow> &rows, const ServiceId &current, bool forward)
{
    const QList<ServiceId> order = problemOrder(rows);
    if (order.isEmpty())
        return {};
    const qsizetype here = order.indexOf(current);
    if (here < 0)
        return forward ? order.first() : order.last();
    return order.at((here + (forward ? 1 : order.size() - 1)) % order.size());
}

} // namespace foghorn

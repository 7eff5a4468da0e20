#include "ui/graph/takenspace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foghorn {

namespace {

constexpr double Hair = 0.01; ///< what rounding may cost

} // namespace

void TakenSpace::take(QPointF corner)
{
    const double end = corner.y() + m_node.height();
    m_columns[std::lround(corner.x())].emplace(corner.y(), end);
    m_bottom = std::max(m_bottom, end);
}

/// What is taken where a node that begins at `x` would stand, from top to bottom.
std::vector<TakenSpace::Span> TakenSpace::spansAt(double x) const
{
    std::vector<Span> spans;
    const double reach = m_node.width() + m_gap / 2; // columns stand at least a whole gap apart
    const auto end = m_columns.upper_bound(std::lround(x + reach));
    for (auto column = m_columns.lower_bound(std::lround(x - reach)); column != end; ++column) {
        for (const auto &[top, bottom] : column->second)
            spans.push_back({top, bottom});
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.top < b.top; });
    return spans;
}

double TakenSpace::nearestFree(double x, double wanted) const
{
    double best = 0;
    double nearest = std::numeric_limits<double>::max();
    double from = 0; // of the room that is looked at
    const auto look = [&](double to) {
        if (to < from - Hair)
            return;
        const double there = std::clamp(wanted, from, std::max(from, to));
        if (std::abs(there - wanted) < nearest) {
            nearest = std::abs(there - wanted);
            best = there;
        }
    };
    const std::vector<Span> spans = spansAt(x);
    for (const Span &span : spans) {
        look(span.top - m_gap - m_node.height());
        from = std::max(from, span.bottom + m_gap);
    }
    look(std::numeric_limits<double>::max());
    return best;
}

bool TakenSpace::isFree(QPointF corner) const
{
    return std::abs(nearestFree(corner.x(), corner.y()) - corner.y()) < Hair;
}

double TakenSpace::nearestGap(double x, double wanted) const
{
    const auto column = m_columns.find(std::lround(x));
    if (column == m_columns.end())
        return wanted;
    const double margin = m_gap / 3;
    double best = wanted;
    for (const auto &[top, bottom] : column->second) {
        if (wanted > top - margin && wanted < bottom + margin)
            best = wanted - top < bottom - wanted ? top - margin : bottom + margin;
    }
    return best;
}

double TakenSpace::someTop(double left, double right, double otherwise) const
{
    const auto column = m_columns.lower_bound(std::lround(left));
    return column == m_columns.end() || static_cast<double>(column->first) > right ? otherwise
                                                                                   : column->second.begin()->first;
}

} // namespace foghorn

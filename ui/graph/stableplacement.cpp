#include "ui/graph/stableplacement.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <map>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// Which heights of a column are taken: upper ends and lower ends.
using Taken = std::map<double, double>;

class Placer final
{
public:
    Placer(const LayoutRequest &request, const KnownPlaces &known)
        : m_request(request)
        , m_known(known)
        , m_neighbours(request.layers.size())
    {
        for (const LayoutEdge &edge : request.edges) {
            m_neighbours[at(edge.from)].push_back(edge.to);
            m_neighbours[at(edge.to)].push_back(edge.from);
        }
    }

    LayoutResult place()
    {
        const int last =
            m_request.layers.empty() ? 0 : *std::max_element(m_request.layers.cbegin(), m_request.layers.cend());
        for (int column = 0; column <= last; ++column)
            m_result.columns.push_back(column * columnWidth());
        m_result.nodes.resize(m_request.layers.size());
        m_isPlaced.resize(m_request.layers.size(), false);
        keepKnown();
        for (int node = 0; node < static_cast<int>(m_request.layers.size()); ++node) {
            if (!m_isPlaced[at(node)])
                placeNew(node);
        }
        for (std::size_t edge = 0; edge < m_request.edges.size(); ++edge)
            m_result.routes.push_back(isUsable(m_known.routes[edge]) ? m_known.routes[edge] : route(edge));
        m_result.size = m_known.size;
        for (const QPointF &corner : m_result.nodes)
            m_result.size =
                m_result.size.expandedTo({corner.x() + m_request.node.width(), corner.y() + m_request.node.height()});
        return std::move(m_result);
    }

private:
    double columnWidth() const { return m_request.node.width() + m_request.columnGap; }
    double rowHeight() const { return m_request.node.height() + m_request.rowGap; }

    void keepKnown()
    {
        for (std::size_t node = 0; node < m_request.layers.size(); ++node) {
            const std::optional<QPointF> &place = m_known.nodes[node];
            const bool fits = place
                && (m_neighbours[node].empty() || std::abs(place->x() - m_request.layers[node] * columnWidth()) < 1);
            if (fits)
                put(static_cast<int>(node), *place);
        }
    }

    void put(int node, QPointF corner)
    {
        m_result.nodes[at(node)] = corner;
        m_isPlaced[at(node)] = true;
        m_taken[std::lround(corner.x())].emplace(corner.y(), corner.y() + m_request.node.height());
        m_bottom = std::max(m_bottom, corner.y() + m_request.node.height());
    }

    void placeNew(int node)
    {
        double sum = 0;
        int count = 0;
        for (const int other : m_neighbours[at(node)]) {
            if (m_isPlaced[at(other)]) {
                sum += m_result.nodes[at(other)].y();
                ++count;
            }
        }
        const bool isLonely = m_neighbours[at(node)].empty();
        const double x = isLonely ? 0 : m_request.layers[at(node)] * columnWidth();
        const double wanted = count > 0 ? sum / count : (isLonely ? m_bottom + m_request.rowGap : 0);
        const QPointF corner(x, nearestFree(x, wanted));
        put(node, corner);
        m_fresh.emplace_back(corner, m_request.node);
    }

    /// The height nearest to `wanted` where a node has room.
    double nearestFree(double x, double wanted) const
    {
        const auto column = m_taken.find(std::lround(x));
        if (column == m_taken.end())
            return std::max(0.0, wanted);
        std::vector<double> candidates{std::max(0.0, wanted)};
        for (const auto &[top, bottom] : column->second) {
            candidates.push_back(bottom + m_request.rowGap);
            candidates.push_back(top - rowHeight());
        }
        std::sort(candidates.begin(), candidates.end(),
            [wanted](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
        const auto isFree = [&](double y) {
            return y >= 0 && std::none_of(column->second.cbegin(), column->second.cend(), [&](const auto &each) {
                return y < each.second + m_request.rowGap - 0.01 && each.first < y + rowHeight() - 0.01;
            });
        };
        return *std::find_if(candidates.cbegin(), candidates.cend(), isFree); // below the last one it is always free
    }

    bool isUsable(const std::vector<QPointF> &route) const
    {
        if (route.empty())
            return false;
        for (std::size_t i = 1; i < route.size(); ++i) {
            const QRectF reach = QRectF(route[i - 1], route[i]).normalized().adjusted(0, -1, 0, 1);
            for (const QRectF &fresh : m_fresh) {
                if (reach.intersects(fresh))
                    return false;
            }
        }
        return true;
    }

    /// Straight, but for the nodes that stand in the way.
    std::vector<QPointF> route(std::size_t edge)
    {
        const LayoutEdge ends = m_request.edges[edge];
        const double half = m_request.node.height() / 2;
        const QPointF from = m_result.nodes[at(ends.from)] + QPointF(m_request.node.width(), half);
        const QPointF to = m_result.nodes[at(ends.to)] + QPointF(0, half);
        std::vector<QPointF> points{from};
        for (int layer = m_request.layers[at(ends.from)] + 1; layer < m_request.layers[at(ends.to)]; ++layer) {
            const double x = layer * columnWidth();
            const double share = (x - from.x()) / std::max(1.0, to.x() - from.x());
            const double y = nearestGap(x, from.y() + (to.y() - from.y()) * share);
            points.emplace_back(x, y);
            points.emplace_back(x + m_request.node.width(), y);
        }
        points.push_back(to);
        return points;
    }

    double nearestGap(double x, double wanted) const
    {
        const auto column = m_taken.find(std::lround(x));
        if (column == m_taken.end())
            return wanted;
        const double margin = m_request.rowGap / 3;
        double best = wanted;
        for (const auto &[top, bottom] : column->second) {
            if (wanted > top - margin && wanted < bottom + margin)
                best = wanted - top < bottom - wanted ? top - margin : bottom + margin;
        }
        return best;
    }

    const LayoutRequest &m_request;
    const KnownPlaces &m_known;
    std::vector<std::vector<int>> m_neighbours;
    LayoutResult m_result;
    std::vector<bool> m_isPlaced;
    std::map<long, Taken> m_taken; ///< by the left side of the column
    std::vector<QRectF> m_fresh;
    double m_bottom = 0;
};

} // namespace

LayoutResult placeAdded(const LayoutRequest &request, const KnownPlaces &known)
{
    return Placer(request, known).place();
}

} // namespace foghorn

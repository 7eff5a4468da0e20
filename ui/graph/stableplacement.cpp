#include "ui/graph/stableplacement.h"

#include "ui/graph/takenspace.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

class Placer final
{
public:
    Placer(const LayoutRequest &request, const KnownPlaces &known)
        : m_request(request)
        , m_known(known)
        , m_neighbours(request.layers.size())
        , m_isPlaced(request.layers.size(), false)
        , m_taken(request.node, request.rowGap)
    {
        for (const LayoutEdge &edge : request.edges) {
            m_neighbours[at(edge.from)].push_back(edge.to);
            m_neighbours[at(edge.to)].push_back(edge.from);
        }
    }

    LayoutResult place()
    {
        placeColumns();
        m_result.nodes.resize(m_request.layers.size());
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
    bool isLonely(std::size_t node) const { return m_neighbours[node].empty(); }

    /// Those there were stay, also where nothing is left in them: it may come back.
    void placeColumns()
    {
        m_result.columns = m_known.columns;
        m_result.bands = m_known.bands;
        const int last =
            m_request.layers.empty() ? -1 : *std::max_element(m_request.layers.cbegin(), m_request.layers.cend());
        while (m_result.columns.size() < at(last + 1)) {
            const double end = m_result.columns.empty()
                ? 0
                : m_result.columns.back() + m_request.layerWidth(m_result.bands.back()) + m_request.columnGap;
            m_result.columns.push_back(end);
            m_result.bands.push_back(1);
        }
    }

    void keepKnown()
    {
        double end = 0; // of the layers
        for (std::size_t node = 0; node < m_request.layers.size(); ++node) {
            const std::optional<QPointF> &place = m_known.nodes[node];
            if (!place || (!isLonely(node) && !m_known.isInLayer(m_request, m_request.layers[node], place->x())))
                continue;
            put(node, *place);
            if (!isLonely(node))
                end = std::max(end, place->y() + m_request.node.height());
        }
        for (std::size_t node = 0; node < m_request.layers.size(); ++node) {
            if (m_isPlaced[node] && isLonely(node) && m_result.nodes[node].y() >= end)
                m_lonelyTop = std::min(m_lonelyTop, m_result.nodes[node].y());
        }
    }

    void put(std::size_t node, QPointF corner)
    {
        m_result.nodes[node] = corner;
        m_isPlaced[node] = true;
        m_taken.take(corner);
    }

    void placeNew(int node)
    {
        const QPointF corner = isLonely(at(node)) ? amongLonely() : nearNeighbours(node);
        put(at(node), corner);
        m_fresh.emplace_back(corner, m_request.node);
    }

    /// The first free place in the rows of those without edges, or the begin of a new row.
    QPointF amongLonely()
    {
        m_lonelyTop = std::min(m_lonelyTop, m_taken.bottom() + m_request.rowGap * 3);
        const double right = m_known.size.width() - m_request.node.width();
        for (double y = m_lonelyTop; y < m_taken.bottom(); y += m_request.rowHeight()) {
            for (double x = 0; x < right + 1; x += m_request.columnWidth()) {
                if (m_taken.isFree({x, y}))
                    return {x, y};
            }
        }
        return {0, std::max(m_lonelyTop, m_taken.bottom() + m_request.rowGap)};
    }

    /// In that of its layer's columns where it comes nearest to the height of what it belongs to.
    QPointF nearNeighbours(int node) const
    {
        double sum = 0;
        int count = 0;
        for (const int other : m_neighbours[at(node)]) {
            if (m_isPlaced[at(other)]) {
                sum += m_result.nodes[at(other)].y();
                ++count;
            }
        }
        const double wanted = count > 0 ? sum / count : 0;
        const std::size_t layer = at(m_request.layers[at(node)]);
        const int bands = m_result.bands[layer];
        QPointF best;
        double nearest = std::numeric_limits<double>::max();
        for (int band = 0; band < bands; ++band) {
            const double x = m_result.columns[layer] + band * m_request.bandWidth();
            const double y = m_taken.nearestFree(x, bands > 1 ? rowNear(layer, wanted) : wanted);
            if (std::abs(y - wanted) < nearest - 0.01) {
                nearest = std::abs(y - wanted);
                best = QPointF(x, y);
            }
        }
        return best;
    }

    /// The height of the row nearest to `wanted`: the nodes of a layer of several columns stand in rows.
    double rowNear(std::size_t layer, double wanted) const
    {
        const double left = m_result.columns[layer];
        const double row = m_taken.someTop(left, left + m_request.layerWidth(m_result.bands[layer]), wanted);
        return row + std::round((wanted - row) / m_request.rowHeight()) * m_request.rowHeight();
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

    /// Straight, but for the nodes that stand in the way; between the rows of a layer of several columns.
    std::vector<QPointF> route(std::size_t edge) const
    {
        const LayoutEdge ends = m_request.edges[edge];
        const double half = m_request.node.height() / 2;
        const QPointF from = m_result.nodes[at(ends.from)] + QPointF(m_request.node.width(), half);
        const QPointF to = m_result.nodes[at(ends.to)] + QPointF(0, half);
        std::vector<QPointF> points{from};
        for (int layer = m_request.layers[at(ends.from)] + 1; layer < m_request.layers[at(ends.to)]; ++layer) {
            const double x = m_result.columns[at(layer)];
            const double share = (x - from.x()) / std::max(1.0, to.x() - from.x());
            const double y = m_taken.nearestGap(x, from.y() + (to.y() - from.y()) * share);
            points.emplace_back(x, y);
            points.emplace_back(x + m_request.layerWidth(m_result.bands[at(layer)]), y);
        }
        points.push_back(to);
        return points;
    }

    const LayoutRequest &m_request;
    const KnownPlaces &m_known;
    std::vector<std::vector<int>> m_neighbours;
    std::vector<bool> m_isPlaced;
    TakenSpace m_taken;
    LayoutResult m_result;
    std::vector<QRectF> m_fresh;
    double m_lonelyTop = std::numeric_limits<double>::max(); ///< the first row of those without edges
};

} // namespace

bool KnownPlaces::isInLayer(const LayoutRequest &request, int layer, double x) const
{
    if (at(layer) >= columns.size())
        return false;
    const double column = (x - columns[at(layer)]) / request.bandWidth();
    const double nearest = std::round(column);
    return nearest >= 0 && nearest < bands[at(layer)] && std::abs(column - nearest) * request.bandWidth() < 1;
}

LayoutResult placeAdded(const LayoutRequest &request, const KnownPlaces &known)
{
    return Placer(request, known).place();
}

} // namespace foghorn

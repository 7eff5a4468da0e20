#include "ui/graph/placememory.h"

#include <algorithm>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// How many things are not among both, as a share of all.
double changedShare(std::size_t before, std::size_t now, std::size_t stayed)
{
    const std::size_t most = std::max(before, now);
    return most == 0 ? 0.0 : static_cast<double>(before + now - 2 * stayed) / static_cast<double>(most);
}

} // namespace

PlaceMemory::EdgeKey PlaceMemory::keyOf(const GraphContent &content, const CardEdge &edge)
{
    return {content.cards[at(edge.from)].key, content.cards[at(edge.to)].key};
}

std::optional<KnownPlaces> PlaceMemory::knownFor(const GraphContent &content, const LayoutRequest &request) const
{
    if (m_places.isEmpty())
        return std::nullopt;
    KnownPlaces known;
    known.columns = m_columns;
    known.bands = m_bands;
    known.size = m_size;
    std::size_t kept = 0;
    std::vector<bool> hasEdges(content.cards.size(), false);
    for (const CardEdge &edge : content.edges)
        hasEdges[at(edge.from)] = hasEdges[at(edge.to)] = true;
    for (std::size_t i = 0; i < content.cards.size(); ++i) {
        const auto place = m_places.constFind(content.cards[i].key);
        const bool fits = place != m_places.constEnd()
            && (!hasEdges[i] || known.isInLayer(request, content.cards[i].layer, place->x()));
        known.nodes.push_back(fits ? std::optional(*place) : std::nullopt);
        kept += fits ? 1 : 0;
    }
    for (const CardEdge &edge : content.edges) {
        const auto route = m_routes.constFind(keyOf(content, edge));
        const bool fits = route != m_routes.constEnd() && known.nodes[at(edge.from)] && known.nodes[at(edge.to)];
        known.routes.push_back(fits ? *route : std::vector<QPointF>{});
        kept += fits ? 1 : 0;
    }
    const auto before = static_cast<std::size_t>(m_places.size() + m_routes.size());
    const double changed = changedShare(before, content.cards.size() + content.edges.size(), kept);
    return changed > MostChangeInPlace ? std::nullopt : std::optional(std::move(known));
}

void PlaceMemory::remember(const GraphContent &content, const LayoutResult &layout)
{
    m_places.clear();
    m_routes.clear();
    m_columns = layout.columns;
    m_bands = layout.bands;
    m_size = layout.size;
    for (std::size_t i = 0; i < content.cards.size(); ++i)
        m_places.insert(content.cards[i].key, layout.nodes[i]);
    for (std::size_t i = 0; i < content.edges.size(); ++i)
        m_routes.insert(keyOf(content, content.edges[i]), layout.routes[i]);
}

void PlaceMemory::clear()
{
    m_places.clear();
    m_routes.clear();
}

} // namespace foghorn

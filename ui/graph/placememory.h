#pragma once

#include "ui/graph/graphcontent.h"
#include "ui/graph/stableplacement.h"

#include <QHash>
#include <QPointF>
#include <QSizeF>

#include <optional>
#include <utility>

namespace foghorn {

/// Where the cards of the graph were, and how the edges between them ran, as laid out from left to right. Pure.
class PlaceMemory
{
public:
    /// What of it is of use for another content; nothing when so much of it differs that all is better laid out anew.
    std::optional<KnownPlaces> knownFor(const GraphContent &content, const LayoutRequest &request) const;
    void remember(const GraphContent &content, const LayoutResult &layout);
    void clear();

    QSizeF size() const { return m_size; }

private:
    using EdgeKey = std::pair<QString, QString>;

    static EdgeKey keyOf(const GraphContent &content, const CardEdge &edge);

    QHash<QString, QPointF> m_places;
    QHash<EdgeKey, std::vector<QPointF>> m_routes;
    std::vector<double> m_columns; ///< as in LayoutResult
    std::vector<int> m_bands;
    QSizeF m_size;
};

} // namespace foghorn

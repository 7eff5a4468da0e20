#pragma once

#include "core/api/route.h"

#include <QHash>

#include <optional>
#include <vector>

namespace foghorn {

/// The table of all calls. Patterns are matched segment by segment after decoding, so `a%2Fb` is one (invalid) name and
/// never two segments.
class Router
{
public:
    void add(Route route);
    const std::vector<Route> &routes() const { return m_routes; }

    struct Match
    {
        const Route *route = nullptr; ///< null: no such path, or not with this method
        QByteArray allow; ///< value of Allow; empty: no such path
        QString name; ///< decoded {name} or {id}, not yet checked
        bool isMalformed = false; ///< the path has a broken percent-encoding
    };
    /// HEAD finds the GET of its path.
    Match match(QByteArrayView method, QByteArrayView path) const;

private:
    struct Path
    {
        QList<QByteArray> segments;
        std::vector<std::size_t> routes;
    };
    const Path *findPath(QByteArrayView path, Match &match) const;
    void choose(const Path &path, QByteArrayView method, Match &match) const;

    std::vector<Route> m_routes;
    std::vector<Path> m_paths;
    QHash<QByteArray, std::size_t> m_fixedPaths; ///< of patterns without a placeholder, to their index in m_paths
};

} // namespace foghorn

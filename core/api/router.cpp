#include "core/api/router.h"

#include "core/api/percentencoding.h"

#include <algorithm>

namespace foghorn {
namespace {

bool isPlaceholder(QByteArrayView segment) { return segment == "{name}" || segment == "{id}"; }

QByteArrayView searchedMethod(QByteArrayView method) { return method == "HEAD" ? QByteArrayView("GET") : method; }

} // namespace

void Router::add(Route route)
{
    Q_ASSERT(route.handler || route.slowHandler);
    const QList<QByteArray> segments = route.pattern.split('/');
    const auto known = std::find_if(
        m_paths.begin(), m_paths.end(), [&segments](const Path &path) { return path.segments == segments; });
    const auto index = static_cast<std::size_t>(known - m_paths.begin());
    if (known == m_paths.end())
        m_paths.push_back({segments, {}});
    if (!route.pattern.contains('{'))
        m_fixedPaths.insert(route.pattern, index);
    m_paths[index].routes.push_back(m_routes.size());
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(QByteArrayView method, QByteArrayView path) const
{
    Match match;
    if (const Path *found = findPath(path, match))
        choose(*found, method, match);
    return match;
}

const Router::Path *Router::findPath(QByteArrayView path, Match &match) const
{
    const auto fixed = m_fixedPaths.constFind(QByteArray::fromRawData(path.data(), path.size()));
    if (fixed != m_fixedPaths.cend())
        return &m_paths[*fixed];
    QList<QString> decoded;
    for (const QByteArray &segment : path.toByteArray().split('/')) {
        const std::optional<QString> text = percentDecoded(segment);
        if (!text) {
            match.isMalformed = true;
            return nullptr;
        }
        decoded << *text;
    }
    for (const Path &candidate : m_paths) {
        if (candidate.segments.size() != decoded.size())
            continue;
        QString name;
        bool fits = true;
        for (qsizetype i = 0; fits && i < decoded.size(); ++i) {
            if (isPlaceholder(candidate.segments[i]))
                name = decoded[i];
            else
                fits = decoded[i] == QLatin1String(candidate.segments[i]);
        }
        if (!fits)
            continue;
        match.name = name;
        return &candidate;
    }
    return nullptr;
}

void Router::choose(const Path &path, QByteArrayView method, Match &match) const
{
    for (const std::size_t index : path.routes) {
        const Route &route = m_routes[index];
        if (QByteArrayView(route.method) == searchedMethod(method)) {
            match.route = &route;
            return;
        }
        match.allow += (match.allow.isEmpty() ? "" : ", ") + route.method;
        if (route.method == "GET")
            match.allow += ", HEAD";
    }
}

} // namespace foghorn

#pragma once

#include "core/registry/serviceregistry.h"

#include <QLatin1String>
#include <QString>

namespace foghorn {

/// How the status page shows a service's state: the silhouettes, families and urgencies of the window (ui.md 3.1) in
/// English, with one difference: who reads a status page asks whether a service is there, so one that crashed and waits
/// for its restart is down, and red.
struct ServiceLook
{
    QLatin1String glyph; ///< the silhouette: "healthy", "degraded", "unhealthy", "unchecked", "starting", …
    QLatin1String family; ///< the colour: "healthy", "degraded", "unhealthy", "busy", "neutral"
    QString text; ///< "Running · Healthy"
    int severity = 0; ///< 0 (well) to 8
};

inline constexpr int attentionSeverity = 3; ///< from here on it needs attention
inline constexpr int downSeverity = 6; ///< from here on it is down

ServiceLook lookOf(const RegistryEntry &entry);

/// The whole fleet in one line: "All 10 services run", "2 of 10 services are down, 1 needs attention".
struct Headline
{
    QLatin1String glyph;
    QLatin1String family;
    QString text;

    bool operator==(const Headline &) const = default;
};
Headline headlineOf(const ServiceRegistry &registry);

} // namespace foghorn

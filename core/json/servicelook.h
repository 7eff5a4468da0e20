#pragma once

#include "core/json/phrasebook.h"
#include "core/registry/serviceregistry.h"

#include <QLatin1String>
#include <QString>

namespace foghorn {

/// How the status page shows a service's state: silhouettes, families, words and urgencies are those of the window
/// (ui/style/statelook.h), which may not be asked from here; tests/ui/style/tst_statuspagelook.cpp holds them together.
struct ServiceLook
{
    QLatin1String glyph; ///< the silhouette: "healthy", "degraded", "unhealthy", "unchecked", "starting", …
    QLatin1String family; ///< the colour: "healthy", "degraded", "unhealthy", "busy", "neutral"
    const char *words; ///< of the Phrasebook: "look.runningHealthy"
    int severity; ///< 0 (well) to 8
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
Headline headlineOf(const ServiceRegistry &registry, const Phrasebook &say);

} // namespace foghorn

#pragma once

#include "core/registry/serviceregistry.h"

#include <QList>
#include <QString>

namespace foghorn {

/// What discovery asks for; an empty member asks for nothing.
struct ServiceQuery
{
    ServiceId name;
    QString type;
    QString status; ///< an outside word: "running", "failed", …
};

/// The services that fit all of the query, in registry order. The entries are the registry's: not to be kept.
QList<const RegistryEntry *> findServices(const ServiceRegistry &registry, const ServiceQuery &query);

} // namespace foghorn

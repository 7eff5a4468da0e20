#include "core/registry/servicesearch.h"

#include "core/model/words.h"

namespace foghorn {

QList<const RegistryEntry *> findServices(const ServiceRegistry &registry, const ServiceQuery &query)
{
    QList<const RegistryEntry *> found;
    for (const ServiceId &service : registry.order()) {
        const RegistryEntry *entry = registry.find(service);
        if (!entry)
            continue;
        const bool fits = (query.name.isEmpty() || query.name == entry->info.name)
            && (query.type.isEmpty() || query.type == entry->info.type)
            && (query.status.isEmpty() || query.status == toStatusWord(entry->status.state));
        if (fits)
            found.append(entry);
    }
    return found;
}

} // namespace foghorn

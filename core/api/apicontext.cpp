#include "core/api/apicontext.h"

#include "core/base/names.h"

namespace foghorn {

HttpReply ApiContext::noSuchService(const ServiceId &service) const
{
    const QString near = nearestName(service, registry.order());
    return HttpReply::problem(404,
        near.isEmpty()
            ? QStringLiteral("There is no service `%1`; GET /api/orchestration/services lists them.").arg(service)
            : QStringLiteral("There is no service `%1`; did you mean `%2`?").arg(service, near));
}

} // namespace foghorn

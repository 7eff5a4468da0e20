#pragma once

#include "core/registry/serviceregistry.h"

#include <QList>
#include <QString>

namespace foghorn {

/// One service on the way from one that is not up and well to what keeps it so.
struct BlockerStep
{
    ServiceId service;
    QString why; ///< why it is itself in its state; without a full stop

    bool operator==(const BlockerStep &) const = default;
};

/// Whom the service waits for or has lost, whom that one waits for, and so on to the cause; without the service itself.
/// Empty where the reason is its own.
QList<BlockerStep> blockerPath(const ServiceRegistry &registry, const ServiceId &service);

} // namespace foghorn

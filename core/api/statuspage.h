#pragma once

#include "core/json/streammessages.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <QByteArray>

namespace foghorn {

/// What a status page is made from.
struct StatusPageContent
{
    const ServiceRegistry &registry;
    const EventLog &events;
    StreamAudience audience = StreamAudience::Token;
    QByteArray ticket; ///< for the page's own script
    QByteArray version; ///< of the program
    WallTime now{};
};

/// The page as HTML: readable without script; those that need attention first. All texts of services are escaped.
QByteArray statusPage(const StatusPageContent &content);

} // namespace foghorn

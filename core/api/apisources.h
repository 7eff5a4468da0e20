#pragma once

namespace foghorn {

class Commands;
class EventLog;
class LeaseBook;
class LoopLag;
class ServiceRegistry;

/// What the API shows and works on. All of it must outlive the server.
struct ApiSources
{
    ServiceRegistry &registry;
    EventLog &events;
    Commands &commands;
    LeaseBook &leases;
    const LoopLag &lag;
};

} // namespace foghorn

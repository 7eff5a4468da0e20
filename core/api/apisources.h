#pragma once

namespace foghorn {

class Commands;
class EventLog;
class LeaseBook;
class ServiceRegistry;

/// What the API shows and works on. All of it must outlive the server.
struct ApiSources
{
    ServiceRegistry &registry;
    EventLog &events;
    Commands &commands;
    LeaseBook &leases;
};

} // namespace foghorn

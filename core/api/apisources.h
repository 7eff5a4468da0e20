#pragma once

namespace foghorn {

class AlertBoard;
class AlertCommands;
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
    const AlertBoard &alerts;
    AlertCommands &alertCommands;
    const LoopLag &lag;
};

} // namespace foghorn

#pragma once

namespace foghorn {

class AlertBoard;
class AlertCommands;
class Commands;
class Crashes;
class EventLog;
class History;
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
    History &history;
    Crashes &crashes;
};

} // namespace foghorn

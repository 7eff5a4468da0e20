#pragma once

namespace foghorn {

class AlertBoard;
class AlertCommands;
class Commands;
class ConnectionBoard;
class ConnectionDesk;
class EventLog;
class History;
class ServiceLogs;
class ServiceRegistry;

/// What a window shows and works on; all of it must outlive the window. Filled by the orchestrator in the same program
/// or by a client of a daemon: the window cannot tell.
struct WindowSources
{
    const ServiceRegistry &registry;
    const EventLog &events;
    Commands &commands;
    History &history;
    const AlertBoard &alerts;
    AlertCommands &alertCommands;
    ServiceLogs &logs;
    ConnectionBoard &connection;
    ConnectionDesk *desk = nullptr; ///< what other fleets there are to show; null: nobody knows
};

} // namespace foghorn

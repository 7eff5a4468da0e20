#pragma once

namespace foghorn {

class AlertBoard;
class AlertCommands;
class Commands;
class ConnectionBoard;
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
};

} // namespace foghorn

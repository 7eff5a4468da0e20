#pragma once

#include "tests/support/fakealertcommands.h"
#include "tests/support/fakehistory.h"
#include "tests/ui/support/fakecommands.h"
#include "tests/ui/support/fakefleet.h"
#include "tests/ui/support/fakelogs.h"
#include "ui/mainwindow/windowsources.h"
#include "ui/models/usersettings.h"

#include "core/registry/alertboard.h"
#include "core/registry/connectionboard.h"
#include "core/registry/eventlog.h"

namespace foghorn {

/// Everything that a window lives on, made up.
struct FakeRoom
{
    FakeRoom() { registry.setInitialized(true); } // the start-up has settled

    ServiceRegistry registry;
    EventLog events;
    FakeCommands commands;
    FakeHistory history;
    AlertBoard alerts;
    FakeAlertCommands alertCommands;
    FakeLogs logs;
    ConnectionBoard connection;
    UserSettings settings; ///< in memory

    WindowSources sources() { return {registry, events, commands, history, alerts, alertCommands, logs, connection}; }
};

} // namespace foghorn

#pragma once

#include "app/controlroom/alertroom.h"
#include "app/controlroom/controlroom.h"
#include "app/controlroom/memory.h"
#include "app/controlroom/usewatch.h"
#include "core/api/apiserver.h"
#include "core/base/looplag.h"
#include "core/crashes/crashrecorder.h"
#include "core/health/healthmonitor.h"
#include "core/process/logrotator.h"
#include "core/process/statedir.h"
#include "core/registry/journal.h"
#include "core/registry/leasebook.h"
#include "core/runtime/commanddesk.h"
#include "core/runtime/durablecommands.h"
#include "core/runtime/filelogs.h"

#include <memory>
#include <optional>

namespace foghorn {

/// In the order of creation; destroyed in reverse.
struct ControlRoom::Parts
{
    std::optional<StateDir> directory;
    std::unique_ptr<StateStore> store;
    SavedFleet saved;
    PortBook ports;
    ServiceRegistry registry;
    FileLogs logs{registry};
    EventLog events;
    LoopLag lag;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<LeaseBook> leases;
    std::unique_ptr<KeeperClient> keeper;
    std::unique_ptr<HealthMonitor> health;
    std::unique_ptr<Orchestrator> orchestrator;
    std::unique_ptr<Takeover> takeover;
    std::unique_ptr<Reloader> reloader;
    std::unique_ptr<CommandDesk> desk;
    std::unique_ptr<DurableCommands> commands;
    std::unique_ptr<Memory> memory;
    std::unique_ptr<UseWatch> uses;
    std::unique_ptr<LogRotator> rotator;
    std::unique_ptr<CrashRecorder> crashes;
    std::unique_ptr<AlertRoom> alerts;
    std::unique_ptr<ApiServer> api;
    bool hasBegun = false;
    bool isShuttingDown = false;
    bool isKilling = false;
};

} // namespace foghorn

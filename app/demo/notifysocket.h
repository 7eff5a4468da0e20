#pragma once

#include <string_view>

namespace foghorn::demo {

/// Tells the supervisor something over NOTIFY_SOCKET, as sd_notify(3) does ("READY=1"). False when there is no such
/// socket or it does not take it: never waits.
bool notifySupervisor(std::string_view state);

} // namespace foghorn::demo

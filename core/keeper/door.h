#pragma once

#include "core/keeper/channel.h"
#include "core/keeper/descriptor.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace foghorn::keeper {

/// The keeper's socket in the state directory: only its own user and root get in.
class Door
{
public:
    /// Takes the place of a socket that a dead keeper left. Not open with errno when that failed.
    static Descriptor listenIn(const std::string &stateDirectory);
    /// The next visitor that may come in; none when nobody is waiting or who waits may not.
    static std::optional<Channel> accept(const Descriptor &listener);
    /// Connected to the keeper of the directory; not open with errno (ENOENT, ECONNREFUSED: nobody keeps it).
    static Descriptor connectIn(const std::string &stateDirectory);
    static void remove(const std::string &stateDirectory);

    /// Pid of the other end; 0 when unknown.
    static pid_t peerOf(int socket);
    /// The other end has gone, though what it sent may still be unread.
    static bool isHungUp(int socket);
};

} // namespace foghorn::keeper

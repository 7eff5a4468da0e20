#include "core/keeper/channel.h"
#include "core/keeper/door.h"
#include "core/keeper/protocol.h"
#include "core/keeper/wire.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>

#include <cstdlib>
#include <optional>
#include <string>

using namespace foghorn::keeper;

/// A keeper of another release: `test-oldkeeper DIRECTORY VERSION`. It holds the lock and the door of a state directory
/// and greets in that version of the protocol, as each keeper does; what it is told it does not understand.
int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const std::string directory = argv[1];
    const auto version = static_cast<std::uint32_t>(std::atoi(argv[2]));
    const Descriptor lock(::open((directory + "/keeper.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (::flock(lock.get(), LOCK_EX) != 0)
        return 1;
    const Descriptor listener = Door::listenIn(directory);
    std::optional<Channel> client;
    for (pollfd wait = {listener.get(), POLLIN, 0}; ::poll(&wait, 1, -1) > 0;) {
        client = Door::accept(listener);
        FrameWriter greeting;
        greeting.number(version << 16U | reportBase);
        greeting.text("of a shape that nobody else knows");
        if (client && !client->send(greeting.take()))
            client.reset();
    }
    return 1;
}

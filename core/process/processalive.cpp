#include "core/process/processalive.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <limits>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace foghorn {

bool isProcessAlive(qint64 pid)
{
    if (pid <= 0 || pid > std::numeric_limits<pid_t>::max())
        return false;
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%lld/stat", static_cast<long long>(pid));
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno != ENOENT && errno != ESRCH && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
    std::array<char, 128> text{};
    const ssize_t count = ::read(file, text.data(), text.size());
    ::close(file);
    // "pid (comm) state …": comm may hold anything but is at most 64 bytes, so its last parenthesis is the right one.
    const std::string_view stat(text.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    const std::size_t end = stat.rfind(") ");
    if (end == std::string_view::npos || end + 2 >= stat.size())
        return false;
    const char state = stat[end + 2];
    return state != 'Z' && state != 'X' && state != 'x';
}

} // namespace foghorn

#include "core/keeper/smallfile.h"

#include "core/keeper/descriptor.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace foghorn::keeper {

std::string readSmallFile(int directory, const char *path, std::size_t limit)
{
    const Descriptor file(::openat(directory, path, O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return {};
    constexpr std::size_t step = 4096;
    char piece[step];
    std::string text;
    while (text.size() < limit) {
        const ssize_t n = ::read(file.get(), piece, std::min(step, limit - text.size()));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        text.append(piece, static_cast<std::size_t>(n));
    }
    return text;
}

bool writeSmallFile(int directory, const char *path, const char *text)
{
    const Descriptor file(::openat(directory, path, O_WRONLY | O_CLOEXEC));
    return file.isOpen() && ::write(file.get(), text, std::strlen(text)) >= 0;
}

} // namespace foghorn::keeper

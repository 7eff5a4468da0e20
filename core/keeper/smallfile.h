#pragma once

#include <cstddef>
#include <string>

namespace foghorn::keeper {

/// The first `limit` bytes of a file of /proc or /sys (their sizes are not known beforehand), relative to the directory
/// descriptor `directory` (or AT_FDCWD); empty when it cannot be read.
std::string readSmallFile(int directory, const char *path, std::size_t limit = 64 * 1024);
/// One write to an existing file. False with errno.
bool writeSmallFile(int directory, const char *path, const char *text);

} // namespace foghorn::keeper

#include "core/keeper/keeper.h"

#include <sys/stat.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace {

constexpr int usageError = 2;

constexpr auto usage =
    "Usage: foghorn-keeper --state-dir DIRECTORY\n"
    "\n"
    "Keeps the services of one Foghorn state directory alive while the orchestrator comes and goes.\n"
    "Started by foghornd and foghorn; there is no need to start it by hand.\n"
    "\n"
    "Options:\n"
    "  --state-dir DIRECTORY  whose services to keep (absolute path)\n"
    "  --help                 show this text and end\n"
    "  --version              show the version and end\n";

int refuse(const std::string &why)
{
    std::fprintf(stderr, "foghorn-keeper: %s\n", why.c_str());
    return usageError;
}

} // namespace

int main(int argc, char **argv)
{
    std::string directory;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--help" || argument == "-h")
            return std::fputs(usage, stdout) < 0 ? 1 : 0;
        if (argument == "--version")
            return std::puts("foghorn-keeper " FOGHORN_VERSION) < 0 ? 1 : 0;
        if (argument != "--state-dir" || i + 1 == argc)
            return refuse("unknown option '" + std::string(argument) + "'; see foghorn-keeper --help");
        directory = argv[++i];
    }
    if (!directory.starts_with('/'))
        return refuse("--state-dir needs an absolute path; see foghorn-keeper --help");
    struct stat status = {};
    if (::stat(directory.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
        return refuse(directory + " is not a directory");
    std::string error;
    // The lock is held until the process ends.
    if (!foghorn::keeper::Keeper::prepare(directory, error))
        return refuse(error);
    return foghorn::keeper::Keeper(directory).run();
}

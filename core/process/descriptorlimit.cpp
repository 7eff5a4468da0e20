#include "core/process/descriptorlimit.h"

namespace foghorn {
namespace {

// A fact of the process, as the limit itself is; written once before there are threads.
std::optional<rlimit> original;

} // namespace

void raiseDescriptorLimit()
{
    rlimit limit = {};
    if (original || ::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    original = limit;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::optional<rlimit> originalDescriptorLimit() { return original; }

} // namespace foghorn

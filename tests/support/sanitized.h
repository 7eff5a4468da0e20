#pragma once

namespace foghorn {

/// Whether this build carries a sanitizer, which takes its own time and memory: limits of either are wider there.
constexpr bool isSanitized()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

} // namespace foghorn

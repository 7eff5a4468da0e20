#pragma once

#include <QString>

namespace foghorn {

/// What the living run of a service has said of itself over NOTIFY_SOCKET; all of it is forgotten when the run ends.
struct Announcement
{
    QString statusText; ///< STATUS=, one printable line; empty: none
    bool reloading = false; ///< RELOADING=1, until the next READY=1
    bool stopping = false; ///< STOPPING=1
    bool operator==(const Announcement &) const = default;
};

} // namespace foghorn

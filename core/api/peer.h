#pragma once

#include <QString>

namespace foghorn {

/// Who is at the other end of a connection.
struct Peer
{
    QString address; ///< "127.0.0.1", or "unix:1000"
    bool isLocal = false; ///< came over the Unix socket
    bool isOwner = false; ///< over the Unix socket, from our own user or root
};

} // namespace foghorn

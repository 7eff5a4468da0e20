#pragma once

#include "core/api/peer.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace foghorn {

// The few OS calls of the API's listeners; nothing else in this room makes any.

/// A listening AF_UNIX descriptor at `path` (mode 0600), close-on-exec and non-blocking, for
/// QTcpServer::setSocketDescriptor. A socket file that nobody listens on any more is replaced; one that answers is not.
/// The caller owns the descriptor.
Result<int> listenOnUnixSocket(const QString &path);
/// Whether the descriptor is of the family AF_UNIX.
bool isUnixSocket(qintptr descriptor);
/// Who connected to a Unix socket, from SO_PEERCRED.
Peer unixPeer(qintptr descriptor);
/// Says that nothing more will be written, and still lets the other end talk.
void shutdownWriting(qintptr descriptor);
/// Writes what the system takes at once, without raising SIGPIPE; returns how much, 0 also on an error.
qint64 sendNow(qintptr descriptor, QByteArrayView bytes);
/// Whether `newest`, the descriptor that we were given last, is one of the last that we may have: the system gives the
/// lowest that is free. What is kept is for threads, files and checks; a Qt program that has no descriptor left for a
/// new thread's event loop is ended by its library.
bool isOneOfTheLast(qintptr newest);
/// Our own user.
std::uint32_t ownUserId();

} // namespace foghorn

#pragma once

#include <QByteArray>

namespace foghorn {

/// Tells the service manager that started us (systemd's sd_notify protocol): "READY=1", "STATUS=…", "STOPPING=1".
/// Does nothing when NOTIFY_SOCKET is not set. Never blocks.
void sdNotify(const QByteArray &message);

} // namespace foghorn

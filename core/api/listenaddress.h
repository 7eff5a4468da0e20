#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QString>

namespace foghorn {

/// Where to listen.
struct ListenAddress
{
    QHostAddress host;
    quint16 port = 0;
    bool isLoopback = true;

    /// As it stands in a URL that reaches it from this machine: "127.0.0.1", "[::1]".
    QString hostForUrl() const;
};

/// "127.0.0.1:7464", "localhost:0", "[::1]:7464", "0.0.0.0:7464". Names other than localhost are not resolved.
Result<ListenAddress> parseListenAddress(const QString &text);

} // namespace foghorn

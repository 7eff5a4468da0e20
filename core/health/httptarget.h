#pragma once

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace foghorn {

/// All that asking one http or https URL takes, prepared once for many checks.
struct HttpTarget
{
    QUrl url;
    QString host;
    quint16 port = 0;
    bool isEncrypted = false;
    QByteArray request; ///< the GET, whole

    /// Null when it is no http or https URL with a host.
    static std::shared_ptr<const HttpTarget> from(const QUrl &url);
    /// Whether a connection to the one serves the other.
    bool isAtSamePlace(const HttpTarget &other) const
    {
        return port == other.port && isEncrypted == other.isEncrypted && host == other.host;
    }
};

using HttpTargetPtr = std::shared_ptr<const HttpTarget>;

} // namespace foghorn

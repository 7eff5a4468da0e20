#pragma once

#include "core/api/connectionlimits.h"
#include "core/api/streamlimits.h"
#include "core/api/tokens.h"
#include "core/model/fleetspec.h"

#include <QList>
#include <QString>

#include <optional>

namespace foghorn {

/// How the API is offered.
struct ApiOptions
{
    QList<QString> listen = {QStringLiteral("127.0.0.1:7464")}; ///< host:port each; port 0: any free one
    QString unixSocketPath; ///< empty: none
    bool tokenRequired = true;
    TokenDigests tokens;
    QString tokenDirectory; ///< where their files are, to be replaced when asked; empty: nowhere
    std::optional<TlsSpec> tls;
    QList<QString> allowedHosts; ///< further values of Host, without port
    QByteArray instance; ///< of this run, in ETags; empty: made up
    QString version; ///< of the program, for the OpenAPI document
    StatusPageAccess statusPage = StatusPageAccess::Token;
    ConnectionLimits limits;
    StreamLimits streamLimits;
};

} // namespace foghorn

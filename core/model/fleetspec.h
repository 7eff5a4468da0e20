#pragma once

#include "core/model/alertspec.h"
#include "core/model/servicespec.h"
#include "core/model/startlimits.h"

namespace foghorn {

enum class StatusPageAccess { Public, Token, Off };

struct TlsSpec
{
    QString certificate;
    QString key;
    QString clientCa;
    bool operator==(const TlsSpec &) const = default;
};

struct ApiSpec
{
    QString listen = QStringLiteral("127.0.0.1:7464"); ///< host:port
    bool tokenRequired = true; ///< auth: token | none
    std::optional<TlsSpec> tls; ///< paths absolute
    StatusPageAccess statusPage = StatusPageAccess::Token;
    QList<QString> allowedHosts;
    bool operator==(const ApiSpec &) const = default;
};

/// All services of one orchestrator, as its fleet files describe them.
struct FleetSpec
{
    QString name;
    QList<ServiceSpec> services; ///< in order of appearance
    ApiSpec api;
    AlertsSpec alerts;
    StartLimits startLimits;
    QList<QString> files; ///< every file read, absolute, for people

    bool operator==(const FleetSpec &) const = default;
};

} // namespace foghorn

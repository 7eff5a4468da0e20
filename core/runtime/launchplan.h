#pragma once

#include "core/model/servicespec.h"
#include "core/process/servicekeeper.h"

namespace foghorn {

/// Where programs are looked for that are named without a folder, unless the fleet file or, for anybody but root, the
/// caller's environment has a PATH.
inline constexpr char usualPath[] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// What all launches of one orchestrator share.
struct LaunchContext
{
    QString fleet;
    QString stateDirectory;
    QString apiUrl; ///< empty: the API is not served
    QString notifySocket; ///< of services that run as our own user; empty: none
    QString notifySocketOfOthers; ///< of services that run as another user
    QList<QByteArray> inheritedEnvironment; ///< "NAME=value": what every service gets to begin with, sorted by name
    QByteArray programDirectory; ///< our own programs; last in the PATH of every service
};

/// What the orchestrator's own environment leaves to services: everything but FOGHORN_… and NOTIFY_SOCKET and the like;
/// sorted by name.
QList<QByteArray> inheritableEnvironment(const QHash<QString, QString> &own);

/// "NAME=value" of a service's processes: inherited, overridden by the service's, then what Foghorn tells it.
QList<QByteArray> environmentOf(const ServiceSpec &spec, const LaunchContext &context);

/// Where a service's output goes: absolute.
QString logFileOf(const ServiceId &service, const LaunchContext &context);

LaunchOrder launchOrderOf(const ServiceSpec &spec, const LaunchContext &context);

/// A digest of everything in the description that concerns the running process: two equal ones need no restart.
QByteArray fingerprintOf(const ServiceSpec &spec);

} // namespace foghorn

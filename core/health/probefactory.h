#pragma once

#include "core/health/probe.h"

#include <memory>

namespace foghorn {

class ConnectionPool;

/// Where, and as whom, exec probes run.
struct ProbeSurroundings
{
    QList<QByteArray> environment; ///< "NAME=value", complete
    QString workingDirectory; ///< absolute
    QByteArray user = {}; ///< the service's: what it may not do its check may not do either; empty: ours

    bool operator==(const ProbeSurroundings &) const = default;
};

/// The probe that asks what `spec` says; null for ProbeSpec::Kind::None.
std::unique_ptr<Probe> makeProbe(
    const ProbeSpec &spec, const ProbeSurroundings &surroundings, const std::shared_ptr<ConnectionPool> &pool);

} // namespace foghorn

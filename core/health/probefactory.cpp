#include "core/health/probefactory.h"

#include "core/health/execprobe.h"
#include "core/health/httpprobe.h"
#include "core/health/processprobe.h"
#include "core/health/tcpprobe.h"

namespace foghorn {

std::unique_ptr<Probe> makeProbe(
    const ProbeSpec &spec, const ProbeSurroundings &surroundings, const std::shared_ptr<ConnectionPool> &pool)
{
    switch (spec.kind) {
    case ProbeSpec::Kind::None:
        return nullptr;
    case ProbeSpec::Kind::Http:
        return std::make_unique<HttpProbe>(spec, pool);
    case ProbeSpec::Kind::Tcp:
        return std::make_unique<TcpProbe>(spec, pool);
    case ProbeSpec::Kind::Exec:
        return std::make_unique<ExecProbe>(spec, surroundings);
    case ProbeSpec::Kind::Process:
        return std::make_unique<ProcessProbe>();
    }
    return nullptr;
}

} // namespace foghorn

#include "core/model/causekind.h"

#include <QtGlobal>

namespace foghorn {

CauseKind kindOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
    case Cause::NotStarted:
        return CauseKind::Nothing;
    case Cause::Command:
    case Cause::Restart:
    case Cause::Shutdown:
    case Cause::Reload:
        return CauseKind::Wish;
    case Cause::StartUp:
    case Cause::Dependency:
        return CauseKind::Sequence;
    case Cause::DependencyLost:
        return CauseKind::Loss;
    case Cause::Adopted:
        return CauseKind::Adoption;
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
    case Cause::StartTimeout:
    case Cause::Unhealthy:
    case Cause::HeartbeatLost:
    case Cause::RestartLimit:
    case Cause::ExitUnknown:
        return CauseKind::Failure;
    }
    Q_UNREACHABLE();
}

} // namespace foghorn

#include "core/runtime/pullin.h"

namespace foghorn {
namespace {

bool isUntouched(const ServiceStatus &status)
{
    return status.goal == Goal::Down && status.state == RunState::Stopped && status.cause == Cause::NotStarted;
}

} // namespace

std::vector<int> withUntouchedRequirements(const Fleet &fleet, const std::vector<int> &nodes)
{
    std::vector<int> wanted = nodes;
    std::vector<bool> isIn(static_cast<std::size_t>(fleet.size()), false);
    for (const int node : nodes)
        isIn[static_cast<std::size_t>(node)] = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (const auto &[target, kind] : fleet.graph().dependencies(wanted[i])) {
            const auto place = static_cast<std::size_t>(target);
            if (kind != EdgeKind::Required || isIn[place] || !isUntouched(fleet.at(target).status()))
                continue;
            isIn[place] = true;
            wanted.push_back(target);
        }
    }
    return wanted;
}

} // namespace foghorn

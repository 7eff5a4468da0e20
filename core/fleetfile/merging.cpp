#include "core/fleetfile/merging.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace foghorn {
namespace {

constexpr std::array<std::string_view, 4> probeKeys{"http", "tcp", "exec", "process"};

bool isProbeKey(std::string_view key) { return std::find(probeKeys.begin(), probeKeys.end(), key) != probeKeys.end(); }

bool hasProbe(const YamlNode &health)
{
    return std::any_of(health.members.begin(), health.members.end(), [](const auto &m) { return isProbeKey(*m.key); });
}

const YamlNode *mergedMaps(const YamlNode &base, const YamlNode &over, bool isHealth, YamlArena &arena)
{
    YamlNode *out = arena.newNode();
    out->kind = YamlNode::Kind::Map;
    out->place = over.place;
    out->members.reserve(base.members.size() + over.members.size());
    std::unordered_map<std::string_view, std::size_t> position;
    const bool dropProbe = isHealth && hasProbe(over);
    for (const YamlMember &member : base.members) {
        if (dropProbe && isProbeKey(*member.key))
            continue;
        position.emplace(*member.key, out->members.size());
        out->members.push_back(member);
    }
    for (const YamlMember &member : over.members) {
        const auto [found, isNew] = position.emplace(*member.key, out->members.size());
        if (isNew) {
            out->members.push_back(member);
            continue;
        }
        YamlMember &earlier = out->members[found->second];
        const bool bothMaps = earlier.value->isMap() && member.value->isMap();
        earlier.value =
            bothMaps ? mergedMaps(*earlier.value, *member.value, *member.key == "health", arena) : member.value;
        earlier.place = member.place;
    }
    return out;
}

} // namespace

const YamlNode *merged(const YamlNode *base, const YamlNode *over, YamlArena &arena)
{
    if (base == nullptr || over == nullptr)
        return base == nullptr ? over : base;
    return base->isMap() && over->isMap() ? mergedMaps(*base, *over, false, arena) : over;
}

} // namespace foghorn

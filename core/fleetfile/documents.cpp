#include "core/fleetfile/documents.h"

#include "core/fleetfile/merging.h"

#include <string_view>
#include <unordered_map>

namespace foghorn {
namespace {

/// `map` with `value` under the existing key `key`.
const YamlNode *withEntry(const YamlNode &map, std::string_view key, const YamlNode *value, YamlArena &arena)
{
    YamlNode *out = arena.newNode();
    out->kind = map.kind;
    out->place = map.place;
    out->members = map.members;
    for (YamlMember &member : out->members) {
        if (*member.key == key)
            member.value = value;
    }
    return out;
}

/// The services of both, those of `first` in front. A service that both have is a fault, unless it is one and the same:
/// of a file that two others include.
const YamlNode *joinedServices(const YamlNode &first, const YamlNode &second, YamlArena &arena, FaultList &faults)
{
    YamlNode *out = arena.newNode();
    out->kind = YamlNode::Kind::Map;
    out->place = first.place;
    out->members = first.members;
    std::unordered_map<std::string_view, Place> known;
    for (const YamlMember &member : first.members)
        known.emplace(*member.key, member.place);
    for (const YamlMember &member : second.members) {
        const auto found = known.find(*member.key);
        if (found == known.end())
            out->members.push_back(member);
        else if (faults.shown(found->second) != faults.shown(member.place))
            faults.fault(member.place,
                QStringLiteral("duplicate service '%1'").arg(QString::fromStdString(*member.key)),
                QStringLiteral("it is already at %1").arg(faults.shown(found->second)));
    }
    return out;
}

const YamlNode *withIncludes(const Sources::Document &document, YamlArena &arena, FaultList &faults)
{
    const YamlNode *result = document.root;
    if (result == nullptr)
        return nullptr;
    for (const Sources::Document &each : document.included) {
        const YamlNode *included = withIncludes(each, arena, faults);
        if (included == nullptr)
            continue;
        const YamlMember *own = result->find("services");
        const YamlMember *other = included->find("services");
        const bool both = own != nullptr && other != nullptr && own->value->isMap() && other->value->isMap();
        const YamlNode *services = both ? joinedServices(*own->value, *other->value, arena, faults) : nullptr;
        result = merged(included, result, arena);
        if (services != nullptr)
            result = withEntry(*result, "services", services, arena);
    }
    return result;
}

} // namespace

const YamlNode *mergedDocuments(const std::vector<Sources::Document> &documents, YamlArena &arena, FaultList &faults)
{
    const YamlNode *result = nullptr;
    for (const Sources::Document &document : documents)
        result = merged(result, withIncludes(document, arena, faults), arena);
    return result;
}

} // namespace foghorn

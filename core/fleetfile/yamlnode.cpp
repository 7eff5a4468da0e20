#include "core/fleetfile/yamlnode.h"

#include <algorithm>

namespace foghorn {

const YamlMember *YamlNode::find(std::string_view key) const
{
    if (kind != Kind::Map)
        return nullptr;
    const auto found = std::find_if(members.begin(), members.end(), [&](const YamlMember &m) { return *m.key == key; });
    return found == members.end() ? nullptr : &*found;
}

} // namespace foghorn

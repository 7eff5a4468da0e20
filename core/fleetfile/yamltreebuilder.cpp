#include "core/fleetfile/yamltreebuilder.h"

#include <algorithm>
#include <array>
#include <limits>

namespace foghorn {
namespace {

constexpr std::size_t largeMap = 16;

quint32 sum(quint32 a, quint32 b)
{
    return a > std::numeric_limits<quint32>::max() - b ? std::numeric_limits<quint32>::max() : a + b;
}

} // namespace

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    if (m_started)
        throw YamlRefused{placeOf(mark), QStringLiteral("a second YAML document begins here"),
            QStringLiteral("a fleet file is one document; put the rest into another file and include it")};
    m_started = true;
}

void YamlTreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    YamlNode *node = newNode(mark, YamlNode::Kind::Null, anchor);
    node->weight = 1;
    add(node, node->place);
}

void YamlTreeBuilder::OnScalar(
    const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value)
{
    checkTag(mark, tag);
    const bool quoted = tag == "!" || tag == "tag:yaml.org,2002:str";
    YamlNode *node = newNode(mark, quoted ? YamlNode::Kind::Quoted : YamlNode::Kind::Plain, anchor);
    node->text = value;
    node->weight = 1;
    if (quoted)
        m_lastQuoted = node->place;
    if (value.find('\0') != std::string::npos)
        m_faults.fault(node->place, QStringLiteral("a text with the character \\0 in it"),
            QStringLiteral("no program can be given one; leave it out"));
    add(node, node->place);
}

void YamlTreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end() || found->second->weight == 0)
        throw YamlRefused{placeOf(mark), QStringLiteral("this alias stands inside what it repeats"), {}};
    m_aliased = sum(m_aliased, found->second->weight);
    if (m_aliased > m_bounds.aliasedValues)
        throw YamlRefused{placeOf(mark),
            QStringLiteral("the aliases of this file stand for more than %1 values").arg(m_bounds.aliasedValues),
            QStringLiteral("write the values out, or use 'defaults'")};
    add(found->second, placeOf(mark));
}

void YamlTreeBuilder::OnSequenceStart(
    const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    checkTag(mark, tag);
    open(newNode(mark, YamlNode::Kind::List, anchor));
}

void YamlTreeBuilder::OnMapStart(
    const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    checkTag(mark, tag);
    open(newNode(mark, YamlNode::Kind::Map, anchor));
}

Place YamlTreeBuilder::placeOf(const YAML::Mark &mark) const
{
    return {m_file, static_cast<quint32>(mark.line + 1), static_cast<quint32>(mark.column + 1)};
}

YamlNode *YamlTreeBuilder::newNode(const YAML::Mark &mark, YamlNode::Kind kind, YAML::anchor_t anchor)
{
    if (m_arena.size() >= m_bounds.values)
        throw YamlRefused{
            placeOf(mark), QStringLiteral("the fleet's files hold more than %1 values").arg(m_bounds.values), {}};
    YamlNode *node = m_arena.newNode();
    node->place = placeOf(mark);
    node->kind = kind;
    if (anchor != YAML::NullAnchor)
        m_anchors[anchor] = node;
    return node;
}

void YamlTreeBuilder::open(YamlNode *node)
{
    if (m_open.size() >= m_bounds.depth)
        throw YamlRefused{
            node->place, QStringLiteral("maps and lists are nested more than %1 deep").arg(m_bounds.depth), {}};
    m_open.push_back({});
    m_open.back().node = node;
}

void YamlTreeBuilder::close()
{
    YamlNode *node = m_open.back().node;
    node->members.assign(m_open.back().members.begin(), m_open.back().members.end());
    m_open.pop_back();
    quint32 weight = 1;
    for (const YamlMember &member : node->members)
        weight = sum(weight, member.value->weight);
    node->weight = weight;
    add(node, node->place);
}

void YamlTreeBuilder::add(YamlNode *node, const Place &place)
{
    if (m_open.empty()) {
        m_root = node;
        return;
    }
    Open &parent = m_open.back();
    if (parent.node->isList()) {
        parent.members.push_back({nullptr, place, node});
    } else if (!parent.hasKey) {
        addKey(parent, *node, place);
    } else {
        parent.hasKey = false;
        // an empty value's own place is that of whatever follows it
        if (node->kind == YamlNode::Kind::Null)
            node->place = parent.pending.place;
        parent.pending.value = node;
        if (!parent.keyIsDouble)
            parent.members.push_back(parent.pending);
    }
}

void YamlTreeBuilder::addKey(Open &map, const YamlNode &node, const Place &place)
{
    map.hasKey = true;
    map.keyIsDouble = true;
    map.pending = {nullptr, place, nullptr};
    if (!node.isScalar()) {
        m_faults.fault(place, QStringLiteral("a key must be a word"),
            node.isMap() ? QStringLiteral("quote text that begins with '{', such as \"${NAME}\"") : QString());
        return;
    }
    map.pending.key = m_arena.intern(node.text);
    if (const Place *earlier = earlierPlace(map, map.pending.key)) {
        m_faults.fault(place, QStringLiteral("duplicate key '%1'").arg(QString::fromStdString(node.text)),
            QStringLiteral("it is already at line %1").arg(earlier->line));
        return;
    }
    map.keyIsDouble = false;
}

const Place *YamlTreeBuilder::earlierPlace(Open &map, const std::string *key) const
{
    const auto &members = map.members;
    if (members.size() < largeMap) {
        const auto found = std::find_if(members.begin(), members.end(), [&](const auto &m) { return m.key == key; });
        return found == members.end() ? nullptr : &found->place;
    }
    if (map.seen.empty()) {
        for (const YamlMember &member : members)
            map.seen.emplace(member.key, member.place);
    }
    const auto [found, isNew] = map.seen.emplace(key, map.pending.place);
    return isNew ? nullptr : &found->second;
}

void YamlTreeBuilder::checkTag(const YAML::Mark &mark, const std::string &tag) const
{
    static constexpr std::array<std::string_view, 10> known{"", "?", "!", "tag:yaml.org,2002:str",
        "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null",
        "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"};
    if (std::find(known.begin(), known.end(), tag) == known.end())
        throw YamlRefused{placeOf(mark), QStringLiteral("unknown YAML tag '%1'").arg(QString::fromStdString(tag)),
            QStringLiteral("fleet files need no tags")};
}

} // namespace foghorn

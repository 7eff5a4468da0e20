#pragma once

#include <QtGlobal>

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace foghorn {

/// Where something stands. Lines and columns count from 1, columns in bytes; line 0 is the file as a whole.
struct Place
{
    quint32 file = 0; ///< index into the fleet's sources
    quint32 line = 0;
    quint32 column = 0;
    bool operator==(const Place &) const = default;
};

struct YamlNode;

/// An entry of a map, or of a list (then without a key).
struct YamlMember
{
    const std::string *key = nullptr;
    Place place; ///< of the key; in a list of the item
    const YamlNode *value = nullptr;
};

/// A value of a YAML document. An alias is the same node once more, so documents are graphs without cycles.
struct YamlNode
{
    enum class Kind : quint8 { Null, Plain, Quoted, List, Map };

    Place place;
    quint32 weight = 0; ///< how many values it stands for with its aliases written out; 0 while it is being read
    Kind kind = Kind::Null;
    std::string text; ///< Plain and Quoted: UTF-8
    std::vector<YamlMember> members;

    bool isScalar() const { return kind == Kind::Plain || kind == Kind::Quoted; }
    bool isMap() const { return kind == Kind::Map; }
    bool isList() const { return kind == Kind::List; }
    /// The entry of that name, or none.
    const YamlMember *find(std::string_view key) const;
};

/// Owns the nodes and the distinct keys of all documents of a fleet; both stay where they are.
class YamlArena
{
public:
    YamlNode *newNode() { return &m_nodes.emplace_back(); }
    const std::string *intern(const std::string &key) { return &*m_keys.insert(key).first; }
    std::size_t size() const { return m_nodes.size(); }

private:
    std::deque<YamlNode> m_nodes;
    std::unordered_set<std::string> m_keys;
};

} // namespace foghorn

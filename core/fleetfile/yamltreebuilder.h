#pragma once

#include "core/fleetfile/yamldocument.h"

#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <optional>
#include <unordered_map>

namespace foghorn {

/// Thrown through the YAML parser to end it; caught in readYaml().
struct YamlRefused
{
    Place place;
    QString what;
    QString remedy;
};

/// Builds the nodes of one document from the parser's events. Own nodes instead of YAML::Node, because those lose
/// duplicate keys and the places of keys, write out aliases without bound and take several times the memory.
class YamlTreeBuilder final : public YAML::EventHandler
{
public:
    YamlTreeBuilder(quint32 file, YamlArena &arena, FaultList &faults, const YamlBounds &bounds)
        : m_file(file)
        , m_arena(arena)
        , m_faults(faults)
        , m_bounds(bounds)
    {
    }

    const YamlNode *root() const { return m_root; }
    /// Where the last text in quotes (or block) began, its anchor and tag included.
    std::optional<Place> lastQuoted() const { return m_lastQuoted; }

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
        YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
        YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

private:
    /// A map or list whose end is still to come.
    struct Open
    {
        YamlNode *node = nullptr;
        std::vector<YamlMember> members; ///< so far; the node gets them at the end, in their exact number
        YamlMember pending; ///< map: the entry whose value is still to come
        bool hasKey = false; ///< map: whether `pending` is set
        bool keyIsDouble = false; ///< map: whether `pending` is to be dropped
        std::unordered_map<const std::string *, Place> seen; ///< map: filled once it is large
    };

    Place placeOf(const YAML::Mark &mark) const;
    YamlNode *newNode(const YAML::Mark &mark, YamlNode::Kind kind, YAML::anchor_t anchor);
    void open(YamlNode *node);
    void close();
    void add(YamlNode *node, const Place &place);
    void addKey(Open &map, const YamlNode &node, const Place &place);
    const Place *earlierPlace(Open &map, const std::string *key) const;
    void checkTag(const YAML::Mark &mark, const std::string &tag) const;

    quint32 m_file;
    YamlArena &m_arena;
    FaultList &m_faults;
    YamlBounds m_bounds;
    YamlNode *m_root = nullptr;
    bool m_started = false;
    std::vector<Open> m_open;
    std::unordered_map<YAML::anchor_t, YamlNode *> m_anchors;
    quint32 m_aliased = 0;
    std::optional<Place> m_lastQuoted;
};

} // namespace foghorn

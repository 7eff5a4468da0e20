#pragma once

#include "ui/models/servicerow.h"

#include "core/graph/dependencygraph.h"

#include <QSet>

#include <vector>

namespace foghorn {

/// By what the services of one layer are put together. Groups never reach over layers, so that folding one can never
/// make a cycle.
struct GroupBy
{
    enum class Kind { Layer, Type, Label };
    Kind kind = Kind::Layer;
    QString label; ///< the label's name, for Kind::Label

    bool operator==(const GroupBy &) const = default;
};

/// One thing that the graph shows a card for: a service, or a folded group.
struct GraphCard
{
    QString key; ///< "s/onion", "g/2/edge"
    ServiceId service; ///< empty: a group
    QString group; ///< the key of the group it is (or would be) in
    QString title; ///< of the group: its value; empty for a whole layer
    int layer = 0;
    std::vector<int> rows; ///< of the model; one for a service
};

/// All dependencies between the services of two cards.
struct CardEdge
{
    struct Member
    {
        int fromRow;
        int toRow;
        EdgeKind kind;
    };
    int from = 0; ///< card of the dependency
    int to = 0;
    EdgeKind kind = EdgeKind::Required; ///< the strongest of its members
    std::vector<Member> members;
};

/// What the graph shows: which services stand for themselves and which are folded.
struct GraphContent
{
    struct Layer
    {
        std::vector<int> rows;
        QSet<QString> groups; ///< keys
    };
    std::vector<GraphCard> cards;
    std::vector<CardEdge> edges;
    std::vector<int> cardOfRow;
    std::vector<Layer> layers; ///< by number; those between may be empty

    /// `groupOf` gives a group's value for each row, as groupValues() does; `folded` holds keys of groups.
    static GraphContent of(const std::vector<ServiceRow> &rows, const DependencyGraph &graph,
        const std::vector<QString> &groupOf, const QSet<QString> &folded);
};

/// The key of a group, as in GraphCard::group.
QString groupKey(int layer, const QString &value);

} // namespace foghorn

#pragma once

#include "core/base/serviceid.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace foghorn {

enum class EdgeKind { Required, Optional, OrderOnly };

/// `dependent` needs, wants or follows `dependency`. Both are node indexes.
struct Edge
{
    int dependency = 0;
    int dependent = 0;
    EdgeKind kind = EdgeKind::Required;
    bool operator==(const Edge &) const = default;
};

/// A way that ends where it began: {a, b, c, a}, each depending on the next.
using CyclePath = QList<ServiceId>;

/// The services of a fleet and who needs whom. Immutable; nodes are numbered 0..size()-1 in file order.
/// Built without recursion in O(nodes + edges): each direction is one array of neighbours, cut by one array of
/// offsets, so that a fleet of 100,000 costs a handful of allocations.
class DependencyGraph
{
public:
    struct Neighbour
    {
        int node;
        EdgeKind kind;
        bool operator==(const Neighbour &) const = default;
    };

    DependencyGraph() = default;
    /// Edges must name existing nodes. At most one edge per pair; a second one is ignored.
    static std::variant<DependencyGraph, CyclePath> build(QList<ServiceId> names, const std::vector<Edge> &edges);

    /// How long ordering the services took.
    std::chrono::nanoseconds resolutionTime() const { return m_resolutionTime; }

    int size() const { return static_cast<int>(m_names.size()); }
    const ServiceId &name(int node) const { return m_names.at(node); }
    const QList<ServiceId> &names() const { return m_names; }
    std::optional<int> indexOf(const ServiceId &name) const;

    /// 0 without edges, else 1 + the highest layer among all dependencies of all three kinds.
    int layer(int node) const { return m_layers[static_cast<std::size_t>(node)]; }
    int layerCount() const;
    /// By (layer, file order).
    const std::vector<int> &startOrder() const { return m_startOrder; }

    /// What `node` depends on, in the order its edges were given. Valid as long as the graph.
    std::span<const Neighbour> dependencies(int node) const { return m_dependencies.of(node); }
    /// What depends on `node`, in file order. Valid as long as the graph.
    std::span<const Neighbour> dependents(int node) const { return m_dependents.of(node); }

    /// The direct dependencies of `node` for which `isSatisfied` is false.
    std::vector<Neighbour> blockersOf(int node, const std::function<bool(const Neighbour &)> &isSatisfied) const;
    /// Everything that requires `node`, directly or through others (the blast radius), in start order, without `node`.
    /// `alsoOptional` follows optional edges too.
    std::vector<int> dependentsOf(int node, bool alsoOptional = false) const;
    /// Everything that `node` requires, directly or through others, in start order, without `node`.
    std::vector<int> requirementsOf(int node) const;

private:
    /// All neighbours of all nodes in one direction; node n's are those from offsets[n] up to offsets[n + 1].
    struct Adjacency
    {
        std::vector<int> offsets;
        std::vector<Neighbour> neighbours;
        std::span<const Neighbour> of(int node) const;
    };

    void takeEdges(const std::vector<Edge> &edges);
    void reverseEdges();
    /// Gives the layers of all nodes that are in or behind no cycle; returns how many dependencies of each node are
    /// left without one (all 0 when there is no cycle).
    std::vector<int> findLayers();
    void orderByLayer();
    CyclePath findCycle(const std::vector<int> &left) const;
    std::vector<int> reachable(const Adjacency &adjacency, int node, bool alsoOptional) const;

    QList<ServiceId> m_names;
    QHash<ServiceId, int> m_index;
    Adjacency m_dependencies;
    Adjacency m_dependents;
    std::vector<int> m_layers;
    std::vector<int> m_startOrder;
    std::chrono::nanoseconds m_resolutionTime{};
};

} // namespace foghorn

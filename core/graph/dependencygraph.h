#pragma once

#include "core/base/serviceid.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>
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
/// Built without recursion in O(nodes + edges).
class DependencyGraph
{
public:
    DependencyGraph() = default;
    /// Edges must name existing nodes. At most one edge per pair; a second one is ignored.
    static std::variant<DependencyGraph, CyclePath> build(QList<ServiceId> names, const std::vector<Edge> &edges);

    int size() const { return static_cast<int>(m_names.size()); }
    const ServiceId &name(int node) const { return m_names.at(node); }
    const QList<ServiceId> &names() const { return m_names; }
    std::optional<int> indexOf(const ServiceId &name) const;

    /// 0 without edges, else 1 + the highest layer among all dependencies of all three kinds.
    int layer(int node) const { return m_layers[static_cast<std::size_t>(node)]; }
    int layerCount() const;
    /// By (layer, file order).
    const std::vector<int> &startOrder() const { return m_startOrder; }

    struct Neighbour { int node; EdgeKind kind; };
    /// What `node` depends on, in the order its edges were given.
    const std::vector<Neighbour> &dependencies(int node) const { return m_dependencies[static_cast<std::size_t>(node)]; }
    /// What depends on `node`, in file order.
    const std::vector<Neighbour> &dependents(int node) const { return m_dependents[static_cast<std::size_t>(node)]; }

    /// The direct dependencies of `node` for which `isSatisfied` is false.
    std::vector<Neighbour> blockersOf(int node, const std::function<bool(const Neighbour &)> &isSatisfied) const;
    /// Everything that requires `node`, directly or through others (the blast radius), in start order, without `node`.
    /// `alsoOptional` follows optional edges too.
    std::vector<int> dependentsOf(int node, bool alsoOptional = false) const;
    /// Everything that `node` requires, directly or through others, in start order, without `node`.
    std::vector<int> requirementsOf(int node) const;

private:
    QList<ServiceId> m_names;
    QHash<ServiceId, int> m_index;
    std::vector<std::vector<Neighbour>> m_dependencies;
    std::vector<std::vector<Neighbour>> m_dependents;
    std::vector<int> m_layers;
    std::vector<int> m_startOrder;
};

} // namespace foghorn

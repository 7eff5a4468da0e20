#include "ui/graph/graphscene.h"

#include "ui/graph/edgesitem.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include "core/registry/serviceregistry.h"

#include <QGraphicsSimpleTextItem>
#include <QGuiApplication>
#include <QtConcurrent>

#include <algorithm>
#include <map>

namespace foghorn {

namespace {

/// Whether a required dependency is away while it is needed: that is what people must see. Being on its way is not.
bool isBroken(const ServiceRow &dependency, const ServiceRow &dependent)
{
    if (dependent.facts.goal != Goal::Up)
        return false;
    switch (dependency.facts.state) {
    case RunState::Stopped:
    case RunState::Failed:
    case RunState::Backoff:
        return true;
    case RunState::Running:
        return dependency.facts.health == Health::Unhealthy;
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Finished:
        return false;
    }
    return false;
}

} // namespace

GraphScene::GraphScene(
    const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection, QObject *parent)
    : QGraphicsScene(parent)
    , m_registry(registry)
    , m_model(model)
    , m_selection(selection)
    , m_style(NodeStyle::of(QGuiApplication::font(), QGuiApplication::palette()))
    , m_edges(new EdgesItem)
{
    setItemIndexMethod(NoIndex); // nothing moves often, and one large item would spoil a tree
    addItem(m_edges);
    m_edges->setPalette(m_style.states);
    m_relayout.setSingleShot(true);
    m_relayout.setInterval(0);
    connect(&m_relayout, &QTimer::timeout, this, &GraphScene::requestLayout);
    connect(&registry, &ServiceRegistry::outlineChanged, &m_relayout, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &GraphScene::onLayoutFinished);
    connect(&model, &ServiceTableModel::refreshed, this, &GraphScene::onRefreshed);
    connect(&selection, &ServiceSelection::changed, this, &GraphScene::onSelectionChanged);
    m_relayout.start();
}

GraphScene::~GraphScene() = default;

NodeItem *GraphScene::node(const ServiceId &service) const
{
    const auto found = m_byId.find(service);
    return found == m_byId.end() ? nullptr : found->second;
}

void GraphScene::requestLayout()
{
    if (m_watcher.isRunning()) {
        m_again = true;
        return;
    }
    LayoutRequest request;
    m_requested.clear();
    for (const ServiceRow &row : m_model.rows()) {
        m_requested.push_back(row.id);
        request.layers.push_back(row.external ? 0 : row.layer);
    }
    const DependencyGraph &graph = m_registry.outline().graph;
    for (int node = 0; node < graph.size(); ++node) {
        const int to = m_model.rowOfService(graph.name(node));
        for (const auto &dependency : graph.dependencies(node)) {
            const int from = m_model.rowOfService(graph.name(dependency.node));
            if (from >= 0 && to >= 0)
                request.edges.push_back({from, to});
        }
    }
    request.node = m_style.size;
    request.columnGap = m_style.line * 3;
    request.rowGap = m_style.line * 1.5;
    m_watcher.setFuture(QtConcurrent::run(&layOut, std::move(request)));
}

void GraphScene::onLayoutFinished()
{
    // A result for another set of rows is of no use: ask again.
    const auto sameId = [](const ServiceRow &row, const ServiceId &id) { return row.id == id; };
    const bool fits =
        std::equal(m_model.rows().cbegin(), m_model.rows().cend(), m_requested.cbegin(), m_requested.cend(), sameId);
    if (m_again || !fits) {
        m_again = false;
        requestLayout();
        return;
    }
    build(m_watcher.result());
}

void GraphScene::build(const LayoutResult &layout)
{
    for (NodeItem *item : m_nodes) {
        removeItem(item);
        std::default_delete<NodeItem>()(item);
    }
    m_nodes.clear();
    m_byId.clear();
    for (std::size_t row = 0; row < layout.nodes.size(); ++row) {
        auto *item = new NodeItem(m_model.row(static_cast<int>(row)), m_style);
        item->setPos(layout.nodes[row]);
        addItem(item);
        m_nodes.push_back(item);
        m_byId.emplace(item->service(), item);
    }
    std::vector<EdgePicture> edges;
    const DependencyGraph &graph = m_registry.outline().graph;
    for (int node = 0; node < graph.size(); ++node) { // the same order as in requestLayout()
        for (const auto &dependency : graph.dependencies(node)) {
            EdgePicture edge;
            edge.from = m_model.rowOfService(graph.name(dependency.node));
            edge.to = m_model.rowOfService(graph.name(node));
            edge.required = dependency.kind == EdgeKind::Required;
            edge.orderOnly = dependency.kind == EdgeKind::OrderOnly;
            if (edge.from < 0 || edge.to < 0 || edges.size() >= layout.routes.size())
                continue;
            edge.route = layout.routes[edges.size()];
            edges.push_back(std::move(edge));
        }
    }
    const qreal margin = m_style.line * 2;
    const QRectF bounds(QPointF(0, 0), layout.size);
    m_edges->setEdges(std::move(edges), bounds.adjusted(-margin, -margin, margin, margin));
    addHeaders(layout);
    setSceneRect(bounds.adjusted(-margin, -margin * 2, margin, margin));
    m_laidOut = true;
    refreshEdges();
    onSelectionChanged();
    Q_EMIT laidOut();
}

void GraphScene::addHeaders(const LayoutResult &layout)
{
    for (QGraphicsItem *item : m_headers) {
        removeItem(item);
        std::default_delete<QGraphicsItem>()(item);
    }
    m_headers.clear();
    std::vector<int> counts(layout.columns.size(), 0);
    for (const NodeItem *item : m_nodes) {
        const auto layer = static_cast<std::size_t>(item->row().layer);
        if (layer < counts.size())
            ++counts[layer];
    }
    for (std::size_t layer = 0; layer < layout.columns.size(); ++layer) {
        //: heading of a column: %1 is the number of the layer, %2 how many services are in it
        auto *text = addSimpleText(tr("Layer %1 · %2").arg(layer).arg(counts[layer]), m_style.font);
        text->setBrush(m_style.palette.color(QPalette::PlaceholderText));
        text->setPos(layout.columns[layer], -m_style.line * 2.6);
        m_headers.push_back(text);
    }
}

void GraphScene::setStyle(const QFont &font, const QPalette &palette)
{
    const QSizeF before = m_style.size;
    m_style = NodeStyle::of(font, palette);
    m_edges->setPalette(m_style.states);
    for (NodeItem *item : m_nodes)
        item->styleChanged();
    for (QGraphicsItem *item : m_headers) {
        if (auto *text = qgraphicsitem_cast<QGraphicsSimpleTextItem *>(item))
            text->setBrush(palette.color(QPalette::PlaceholderText));
    }
    if (before != m_style.size)
        m_relayout.start();
}

void GraphScene::setMoving(bool moving) { m_edges->setMoving(moving); }

void GraphScene::onRefreshed(const QList<int> &rows)
{
    bool changed = false;
    for (const int row : rows) {
        if (NodeItem *item = node(m_model.row(row).id))
            changed = item->setRow(m_model.row(row)) || changed;
    }
    if (changed)
        refreshEdges();
}

void GraphScene::refreshEdges()
{
    const std::vector<EdgePicture> &edges = m_edges->edges();
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto from = static_cast<std::size_t>(edges[i].from);
        const auto to = static_cast<std::size_t>(edges[i].to);
        m_edges->setBroken(i, edges[i].required && isBroken(m_nodes[from]->row(), m_nodes[to]->row()));
    }
}

void GraphScene::onSelectionChanged()
{
    if (!m_laidOut)
        return;
    const DependencyGraph &graph = m_registry.outline().graph;
    std::unordered_map<ServiceId, NodeEmphasis> emphasis;
    const bool one = m_selection.selected().size() == 1 && graph.indexOf(m_selection.selected().first());
    if (one) {
        const int chosen = *graph.indexOf(m_selection.selected().first());
        for (const int other : graph.requirementsOf(chosen))
            emphasis[graph.name(other)] = NodeEmphasis::Needed;
        for (const int other : graph.dependentsOf(chosen, true))
            emphasis[graph.name(other)] = NodeEmphasis::Affected;
        for (const auto &other : graph.dependencies(chosen)) // those it wants without requiring them, too
            emphasis.emplace(graph.name(other.node), NodeEmphasis::Needed);
    }
    for (NodeItem *item : m_nodes) {
        const bool selected = m_selection.isSelected(item->service());
        const auto found = emphasis.find(item->service());
        NodeEmphasis mark = found != emphasis.end() ? found->second : NodeEmphasis::Faded;
        if (!one || selected)
            mark = NodeEmphasis::Normal;
        item->setMarked(selected, m_selection.current() == item->service(), mark);
    }
    std::vector<bool> lit(m_edges->edges().size(), false);
    for (std::size_t i = 0; one && i < lit.size(); ++i) {
        const auto side = [&](int row) { return m_nodes[static_cast<std::size_t>(row)]->picture().emphasis; };
        const NodeEmphasis from = side(m_edges->edges()[i].from);
        const NodeEmphasis to = side(m_edges->edges()[i].to);
        const auto onWayUp = [](NodeEmphasis e) { return e == NodeEmphasis::Needed || e == NodeEmphasis::Normal; };
        const auto onWayDown = [](NodeEmphasis e) { return e == NodeEmphasis::Affected || e == NodeEmphasis::Normal; };
        lit[i] = (onWayUp(from) && onWayUp(to)) || (onWayDown(from) && onWayDown(to));
    }
    m_edges->setLit(lit, one);
}

NodeItem *GraphScene::nearest(const NodeItem &from, const std::vector<NodeItem *> &candidates) const
{
    const auto distance = [&from](const NodeItem *item) { return std::abs(item->y() - from.y()); };
    const auto found = std::min_element(candidates.begin(), candidates.end(),
        [&](const NodeItem *a, const NodeItem *b) { return distance(a) < distance(b); });
    return found == candidates.end() ? nullptr : *found;
}

NodeItem *GraphScene::neighbour(const NodeItem &from, Qt::Key key) const
{
    std::vector<NodeItem *> candidates;
    const DependencyGraph &graph = m_registry.outline().graph;
    const std::optional<int> index = graph.indexOf(from.service());
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        if (!index)
            return nullptr;
        for (const auto &other : key == Qt::Key_Left ? graph.dependencies(*index) : graph.dependents(*index)) {
            if (NodeItem *item = node(graph.name(other.node)))
                candidates.push_back(item);
        }
        return nearest(from, candidates);
    }
    std::map<qreal, NodeItem *> column; // the same layer, from top to bottom
    for (NodeItem *item : m_nodes) {
        if (qFuzzyCompare(item->x() + 1, from.x() + 1))
            column.emplace(item->y(), item);
    }
    const auto here = column.find(from.y());
    if (key == Qt::Key_Home)
        return column.begin()->second;
    if (key == Qt::Key_End)
        return column.rbegin()->second;
    if (key == Qt::Key_Up)
        return here == column.begin() ? nullptr : std::prev(here)->second;
    return std::next(here) == column.end() ? nullptr : std::next(here)->second;
}

} // namespace foghorn

// What the graph shows and where: outline, folding, layout. How it is lit is in graphscenelight.cpp.
#include "ui/graph/graphscene.h"

#include "ui/graph/edgesitem.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include "core/registry/serviceregistry.h"

#include <QGraphicsView>
#include <QGuiApplication>
#include <QtConcurrent>

#include <algorithm>

namespace foghorn {

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

GraphScene::~GraphScene()
{
    // QGraphicsScene would do it when the rest of this is gone already, and views that scroll then ask for it
    const QList<QGraphicsView *> shown = views();
    for (QGraphicsView *view : shown)
        view->setScene(nullptr);
}

CardItem *GraphScene::card(const QString &key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() || !found->second->isVisible() ? nullptr : found->second;
}

NodeItem *GraphScene::node(const ServiceId &service) const
{
    const auto found = m_byKey.find(QStringLiteral("s/") + service);
    return found == m_byKey.end() ? nullptr : dynamic_cast<NodeItem *>(found->second);
}

CardItem *GraphScene::cardOf(const ServiceId &service) const
{
    const int row = m_model.rowOfService(service);
    if (row < 0 || row >= static_cast<int>(m_content.cardOfRow.size()))
        return nullptr;
    return m_cards[static_cast<std::size_t>(m_content.cardOfRow[static_cast<std::size_t>(row)])];
}

QList<ServiceId> GraphScene::servicesOf(const CardItem &item) const
{
    QList<ServiceId> services;
    const auto take = [&](const std::vector<int> &rows) {
        for (const int row : rows)
            services.append(m_model.row(row).id);
    };
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (m_cards[i] == &item)
            take(m_content.cards[i].rows);
    }
    for (std::size_t layer = 0; layer < m_headers.size(); ++layer) {
        if (m_headers[layer] == &item)
            take(m_content.layers[layer].rows);
    }
    return services;
}

void GraphScene::requestLayout()
{
    if (m_watcher.isRunning()) {
        m_again = true;
        return;
    }
    foldWhenLarge();
    auto job = std::make_shared<Job>();
    job->content = GraphContent::of(m_model.rows(), m_registry.outline().graph, groupValues(), m_folded);
    for (const ServiceRow &row : m_model.rows())
        job->services.push_back(row.id);
    for (const GraphCard &card : job->content.cards)
        job->request.layers.push_back(card.layer);
    for (const CardEdge &edge : job->content.edges)
        job->request.edges.push_back({edge.from, edge.to});
    job->request.node = m_style.size;
    job->request.columnGap = m_style.line * 3;
    job->request.rowGap = m_style.line * 1.5;
    job->known = m_places.knownFor(job->content, job->request);
    m_job = job;
    m_watcher.setFuture(QtConcurrent::run(&GraphScene::work, m_job));
}

LayoutResult GraphScene::work(const std::shared_ptr<const Job> &job)
{
    return job->known ? placeAdded(job->request, *job->known) : layOut(job->request);
}

void GraphScene::onLayoutFinished()
{
    // A result for another set of rows is of no use: ask again.
    const auto sameId = [](const ServiceRow &row, const ServiceId &id) { return row.id == id; };
    const bool fits = std::equal(
        m_model.rows().cbegin(), m_model.rows().cend(), m_job->services.cbegin(), m_job->services.cend(), sameId);
    if (m_again || !fits) {
        m_again = false;
        requestLayout();
        return;
    }
    const LayoutResult layout = m_watcher.result();
    m_content = m_job->content;
    m_rows = RowGraph::of(m_content);
    m_job.reset();
    m_places.remember(m_content, layout);
    build(layout);
}

std::vector<QString> GraphScene::groupValues() const
{
    std::vector<QString> values;
    values.reserve(m_model.rows().size());
    for (const ServiceRow &row : m_model.rows()) {
        const RegistryEntry *entry = m_registry.find(row.id);
        QString value;
        if (entry && m_groupBy.kind == GroupBy::Kind::Type)
            value = entry->info.type;
        else if (entry && m_groupBy.kind == GroupBy::Kind::Label)
            value = entry->info.labels.value(m_groupBy.label);
        values.push_back(std::move(value));
    }
    return values;
}

void GraphScene::foldWhenLarge()
{
    const bool isLarge = m_model.rows().size() > MostUnfolded;
    if (isLarge && !m_wasLarge) {
        const GraphContent all = GraphContent::of(m_model.rows(), m_registry.outline().graph, groupValues(), {});
        for (const GraphContent::Layer &layer : all.layers)
            m_folded.unite(layer.groups);
    }
    m_wasLarge = isLarge;
}

void GraphScene::setGroupBy(const GroupBy &groupBy)
{
    if (m_groupBy == groupBy)
        return;
    const bool anyFolded = !m_folded.isEmpty();
    m_groupBy = groupBy;
    m_folded.clear();
    m_wasLarge = false; // folds again when it is
    if (anyFolded && m_model.rows().size() <= MostUnfolded)
        setAllFolded(true);
    arrangeAnew();
}

QStringList GraphScene::labelNames() const
{
    QSet<QString> names;
    for (const ServiceRow &row : m_model.rows()) {
        if (const RegistryEntry *entry = m_registry.find(row.id)) {
            const QStringList keys = entry->info.labels.keys();
            names.unite(QSet<QString>(keys.cbegin(), keys.cend()));
        }
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

bool GraphScene::isFolded(int layer) const
{
    return m_folded.contains(m_content.layers[static_cast<std::size_t>(layer)].groups);
}

void GraphScene::toggle(const CardItem &item)
{
    if (dynamic_cast<const GroupItem *>(&item)) {
        m_folded.remove(item.key());
    } else if (dynamic_cast<const HeaderItem *>(&item)) {
        const QSet<QString> &groups = m_content.layers[static_cast<std::size_t>(item.layer())].groups;
        if (isFolded(item.layer()))
            m_folded.subtract(groups);
        else
            m_folded.unite(groups);
    } else {
        return;
    }
    arrangeAnew();
}

void GraphScene::setAllFolded(bool folded)
{
    m_folded.clear();
    if (folded) {
        const GraphContent all = GraphContent::of(m_model.rows(), m_registry.outline().graph, groupValues(), {});
        for (const GraphContent::Layer &layer : all.layers)
            m_folded.unite(layer.groups);
    }
    arrangeAnew();
}

bool GraphScene::reveal(const ServiceId &service)
{
    const int row = m_model.rowOfService(service);
    if (row < 0 || row >= static_cast<int>(m_content.cardOfRow.size()))
        return m_relayout.isActive() || m_watcher.isRunning();
    const GraphCard &card =
        m_content.cards[static_cast<std::size_t>(m_content.cardOfRow[static_cast<std::size_t>(row)])];
    if (!m_folded.remove(card.group))
        return !node(service);
    arrangeAnew();
    return true;
}

void GraphScene::arrangeAnew()
{
    m_places.clear();
    m_relayout.start();
}

} // namespace foghorn

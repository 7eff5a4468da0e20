#include "ui/graph/graphcontent.h"

#include <QHash>

#include <algorithm>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

int layerOf(const ServiceRow &row) { return row.external ? 0 : std::max(0, row.layer); }

bool isStronger(EdgeKind kind, EdgeKind than)
{
    const auto rank = [](EdgeKind each) {
        switch (each) {
        case EdgeKind::Required:
            return 2;
        case EdgeKind::Optional:
            return 1;
        case EdgeKind::OrderOnly:
            break;
        }
        return 0;
    };
    return rank(kind) > rank(than);
}

void addCards(GraphContent &content, const std::vector<ServiceRow> &rows, const std::vector<QString> &groupOf,
    const QSet<QString> &folded)
{
    QHash<QString, int> cardOfGroup;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int layer = layerOf(rows[row]);
        const QString group = groupKey(layer, groupOf[row]);
        if (content.layers.size() <= at(layer))
            content.layers.resize(at(layer) + 1);
        content.layers[at(layer)].rows.push_back(static_cast<int>(row));
        content.layers[at(layer)].groups.insert(group);
        const auto known = cardOfGroup.constFind(group);
        if (folded.contains(group) && known != cardOfGroup.constEnd()) {
            content.cards[at(*known)].rows.push_back(static_cast<int>(row));
            content.cardOfRow.push_back(*known);
            continue;
        }
        GraphCard card;
        card.group = group;
        card.layer = layer;
        card.rows = {static_cast<int>(row)};
        if (folded.contains(group)) {
            card.key = group;
            card.title = groupOf[row];
            cardOfGroup.insert(group, static_cast<int>(content.cards.size()));
        } else {
            card.key = QStringLiteral("s/") + rows[row].id;
            card.service = rows[row].id;
        }
        content.cardOfRow.push_back(static_cast<int>(content.cards.size()));
        content.cards.push_back(std::move(card));
    }
}

void addEdges(GraphContent &content, const std::vector<ServiceRow> &rows, const DependencyGraph &graph)
{
    std::vector<int> rowOfNode(at(graph.size()), -1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (const std::optional<int> node = graph.indexOf(rows[row].id))
            rowOfNode[at(*node)] = static_cast<int>(row);
    }
    QHash<std::pair<int, int>, std::size_t> edgeOf;
    for (int node = 0; node < graph.size(); ++node) {
        const int toRow = rowOfNode[at(node)];
        for (const auto &dependency : graph.dependencies(node)) {
            const int fromRow = rowOfNode[at(dependency.node)];
            if (fromRow < 0 || toRow < 0)
                continue;
            const std::pair ends(content.cardOfRow[at(fromRow)], content.cardOfRow[at(toRow)]);
            const auto known = edgeOf.constFind(ends);
            if (known == edgeOf.constEnd()) {
                edgeOf.insert(ends, content.edges.size());
                content.edges.push_back(
                    {ends.first, ends.second, dependency.kind, {{fromRow, toRow, dependency.kind}}});
                continue;
            }
            CardEdge &edge = content.edges[*known];
            edge.members.push_back({fromRow, toRow, dependency.kind});
            if (isStronger(dependency.kind, edge.kind))
                edge.kind = dependency.kind;
        }
    }
}

} // namespace

QString groupKey(int layer, const QString &value) { return QStringLiteral("g/%1/").arg(layer) + value; }

GraphContent GraphContent::of(const std::vector<ServiceRow> &rows, const DependencyGraph &graph,
    const std::vector<QString> &groupOf, const QSet<QString> &folded)
{
    GraphContent content;
    content.cardOfRow.reserve(rows.size());
    addCards(content, rows, groupOf, folded);
    addEdges(content, rows, graph);
    return content;
}

} // namespace foghorn

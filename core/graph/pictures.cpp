#include "core/graph/pictures.h"

#include <QStringList>

namespace foghorn {
namespace {

/// The names of those dependencies of `node` that are of this kind, alphabetical.
QStringList sortedDependencies(const DependencyGraph &graph, int node, EdgeKind kind)
{
    QStringList names;
    for (const DependencyGraph::Neighbour &dependency : graph.dependencies(node)) {
        if (dependency.kind == kind)
            names.append(graph.name(dependency.node));
    }
    names.sort();
    return names;
}

QString textLine(const DependencyGraph &graph, int node)
{
    QString line = u"  \u2022 " + graph.name(node);
    const QStringList required = sortedDependencies(graph, node, EdgeKind::Required);
    if (!required.isEmpty())
        line += u" <- " + required.join(u", ");
    const QStringList optional = sortedDependencies(graph, node, EdgeKind::Optional);
    if (!optional.isEmpty())
        line += u" [optional: " + optional.join(u", ") + u']';
    return line;
}

/// Start order, cut into layers; nodes of a layer in file order.
std::vector<std::vector<int>> layersOf(const DependencyGraph &graph)
{
    std::vector<std::vector<int>> layers(static_cast<std::size_t>(graph.layerCount()));
    for (const int node : graph.startOrder())
        layers[static_cast<std::size_t>(graph.layer(node))].push_back(node);
    return layers;
}

/// A DOT double-quoted string; control characters would end or break it.
QString dotQuoted(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return out + u'"';
}

QLatin1String dotStyle(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Required:
        return {};
    case EdgeKind::Optional:
        return QLatin1String(" [style=dashed]");
    case EdgeKind::OrderOnly:
        return QLatin1String(" [style=dotted]");
    }
    Q_UNREACHABLE();
}

/// A Mermaid label: everything that has a meaning to Mermaid or HTML becomes `#code;`.
QString mermaidQuoted(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c == u'_' || c == u'-' || c == u'.' || c == u' ')
            out += c;
        else
            out += u'#' + QString::number(c.unicode()) + u';';
    }
    return out + u'"';
}

QLatin1String mermaidArrow(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Required:
        return QLatin1String(" --> ");
    case EdgeKind::Optional:
        return QLatin1String(" -.-> ");
    case EdgeKind::OrderOnly:
        return QLatin1String(" -. after .-> ");
    }
    Q_UNREACHABLE();
}

/// Calls `use(dependency, dependent, kind)` for each edge, by dependent in file order.
template<typename Use> void forEachEdge(const DependencyGraph &graph, Use use)
{
    for (int node = 0; node < graph.size(); ++node) {
        for (const DependencyGraph::Neighbour &dependency : graph.dependencies(node))
            use(dependency.node, node, dependency.kind);
    }
}

} // namespace

QByteArray toText(const DependencyGraph &graph)
{
    QString text = QStringLiteral("Service Dependency Graph:\n") + QString(50, u'=') + u'\n';
    int number = 0;
    for (const std::vector<int> &layer : layersOf(graph)) {
        text += QStringLiteral("\nLayer %1 (Startup Priority):\n").arg(number++);
        std::vector<int> sorted = layer;
        std::sort(sorted.begin(), sorted.end(), [&](int a, int b) { return graph.name(a) < graph.name(b); });
        for (const int node : sorted)
            text += textLine(graph, node) + u'\n';
    }
    return text.toUtf8();
}

QByteArray toDot(const DependencyGraph &graph, const QString &title)
{
    QString text = u"digraph " + dotQuoted(title) + u" {\n    rankdir=LR;\n    node [shape=box, style=rounded];\n";
    for (const std::vector<int> &layer : layersOf(graph)) {
        text += u"    { rank=same;";
        for (const int node : layer)
            text += u' ' + dotQuoted(graph.name(node)) + u';';
        text += u" }\n";
    }
    forEachEdge(graph, [&](int dependency, int dependent, EdgeKind kind) {
        text += u"    " + dotQuoted(graph.name(dependency)) + u" -> " + dotQuoted(graph.name(dependent))
            + dotStyle(kind) + u";\n";
    });
    return (text + u"}\n").toUtf8();
}

QByteArray toMermaid(const DependencyGraph &graph)
{
    QString text = QStringLiteral("flowchart LR\n");
    for (int node = 0; node < graph.size(); ++node)
        text += u"    n" + QString::number(node) + u'[' + mermaidQuoted(graph.name(node)) + u"]\n";
    forEachEdge(graph, [&](int dependency, int dependent, EdgeKind kind) {
        text += u"    n" + QString::number(dependency) + mermaidArrow(kind) + u'n' + QString::number(dependent) + u'\n';
    });
    return text.toUtf8();
}

} // namespace foghorn

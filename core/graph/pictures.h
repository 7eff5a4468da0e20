#pragma once

#include "core/graph/dependencygraph.h"

#include <QByteArray>

namespace foghorn {

/// The seed's picture: layers, each alphabetical, required edges after `<-`, optional ones in `[optional: …]`. UTF-8,
/// with a newline at the end.
QByteArray toText(const DependencyGraph &graph);
/// Graphviz DOT, dependency -> dependent; optional edges dashed, order-only dotted; one rank per layer.
QByteArray toDot(const DependencyGraph &graph, const QString &title);
/// A Mermaid flowchart with the same edges.
QByteArray toMermaid(const DependencyGraph &graph);

} // namespace foghorn

#pragma once

#include "ui/graph/graphlayout.h"
#include "ui/graph/nodelook.h"

#include "core/base/serviceid.h"

#include <QFutureWatcher>
#include <QGraphicsScene>
#include <QTimer>

#include <unordered_map>

namespace foghorn {

class EdgesItem;
class NodeItem;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;

/// The fleet's graph as items: layers are columns. The layout is worked out in another thread; a change of a service
/// repaints its own node and the edges whose meaning it changed.
class GraphScene final : public QGraphicsScene
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphScene)
public:
    /// All three must outlive the scene.
    GraphScene(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
        QObject *parent = nullptr);
    ~GraphScene() override;

    bool isLaidOut() const { return m_laidOut; }
    const std::vector<NodeItem *> &nodes() const { return m_nodes; }
    NodeItem *node(const ServiceId &service) const;
    const EdgesItem &edges() const { return *m_edges; }
    /// Fonts and colours; call when the view's change.
    void setStyle(const QFont &font, const QPalette &palette);
    void setMoving(bool moving);
    /// Neighbour of a node for the arrow keys; null when there is none.
    NodeItem *neighbour(const NodeItem &from, Qt::Key key) const;

Q_SIGNALS:
    void laidOut();

private:
    void requestLayout();
    void onLayoutFinished();
    void build(const LayoutResult &layout);
    void addHeaders(const LayoutResult &layout);
    void onRefreshed(const QList<int> &rows);
    void refreshEdges();
    void onSelectionChanged();
    NodeItem *nearest(const NodeItem &from, const std::vector<NodeItem *> &candidates) const;

    const ServiceRegistry &m_registry;
    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    NodeStyle m_style;
    QTimer m_relayout; ///< gathers several changes of the outline
    QFutureWatcher<LayoutResult> m_watcher;
    std::vector<NodeItem *> m_nodes; ///< by row; the scene owns them
    std::unordered_map<ServiceId, NodeItem *> m_byId;
    EdgesItem *m_edges; ///< the scene owns it
    std::vector<QGraphicsItem *> m_headers;
    std::vector<ServiceId> m_requested; ///< the services that the layout under way is for
    bool m_again = false; ///< the outline changed while a layout was under way
    bool m_laidOut = false;
};

} // namespace foghorn

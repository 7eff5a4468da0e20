#pragma once

#include <QObject>
#include <QTimer>

namespace foghorn {

class AlertBoard;
class DetailPanel;
class GraphScene;

/// Tells the graph what its cards say beside the state: of whose alerts nobody is told, and who is pinned.
class GraphBadges final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphBadges)
public:
    /// All must outlive it.
    GraphBadges(GraphScene &scene, const AlertBoard &alerts, const DetailPanel &details, QObject *parent);
    ~GraphBadges() override;

private:
    void showMuted();

    GraphScene &m_scene;
    const AlertBoard &m_alerts;
    QTimer m_end; ///< when the next mute ends
    QTimer m_soon; ///< gathers changes
};

} // namespace foghorn

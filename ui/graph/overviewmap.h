#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace foghorn {

class GraphScene;
class GraphView;

/// The whole graph in a corner of its view, and which part of it is seen; dragging or arrow keys move that part.
/// Shown only while there is more than what is seen.
class OverviewMap final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewMap)
public:
    /// Belongs to `view`, in the lower trailing corner.
    OverviewMap(const GraphScene &scene, GraphView &view);
    ~OverviewMap() override;

    void setWanted(bool wanted);
    bool isWanted() const { return m_isWanted; }
    /// Where the part that is seen is drawn.
    QRectF window() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();
    void onSeen();
    void paintCards();
    QRectF picture() const;
    qreal scale() const;
    QPointF toScene(QPointF at) const;

    const GraphScene &m_scene;
    GraphView &m_view;
    QPixmap m_cards; ///< what does not depend on what is seen
    QTimer m_refresh; ///< gathers changes of the picture
    bool m_isWanted = true;
};

} // namespace foghorn

#pragma once

#include "ui/access/listaccess.h"

#include "core/base/serviceid.h"

#include <QGraphicsView>
#include <QTimer>

namespace foghorn {

class GraphScene;
class NodeItem;
class ServiceSelection;

/// Shows the graph: wheel and + − zoom, drag pans, F fits, arrows travel along the dependencies.
class GraphView final : public QGraphicsView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphView)
public:
    GraphView(GraphScene &scene, ServiceSelection &selection, QWidget *parent = nullptr);
    ~GraphView() override;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

public Q_SLOTS:
    void fit();
    void zoomIn() { zoomBy(1.25); }
    void zoomOut() { zoomBy(0.8); }
    void zoomToActualSize();
    void showService(const foghorn::ServiceId &service);

Q_SIGNALS:
    void detailsWanted();
    void contextMenuWanted(const QPoint &global);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void zoomBy(qreal factor);
    void moved();
    NodeItem *nodeAt(QPoint at) const;
    bool travel(Qt::Key key);
    void onSelectionChanged();

    GraphScene &m_scene;
    ServiceSelection &m_selection;
    QTimer m_calm; ///< after it the picture is smoothed again
    bool m_fitsItself = true; ///< until a person zooms, the whole graph stays in view
};

} // namespace foghorn

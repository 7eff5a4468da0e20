#pragma once

#include "ui/access/listaccess.h"
#include "ui/graph/callouts.h"

#include "core/base/serviceid.h"

#include <QGraphicsView>
#include <QTimer>

namespace foghorn {

class CardItem;
class GraphScene;
class ServiceSelection;

/// Shows the graph: wheel and + − zoom, drag pans, F fits, arrows travel along the dependencies, [ and ] from problem
/// to problem, Enter opens.
class GraphView final : public QGraphicsView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphView)
public:
    GraphView(GraphScene &scene, ServiceSelection &selection, QWidget *parent = nullptr);
    ~GraphView() override;

    qreal scaleNow() const { return transform().m11(); }
    /// What part of the scene is seen.
    QRectF seen() const;
    /// Where a person has left it.
    struct Place
    {
        qreal scale = 1;
        QPointF centre; ///< of the scene
    };
    /// Nothing while the whole graph is kept in view.
    std::optional<Place> place() const;
    /// Goes there, at the latest when the graph is laid out. What makes no sense is brought near to what does.
    void setPlace(const Place &place);
    const Callouts &callouts() const { return m_callouts; }
    /// What keys and readers act on; null when nothing.
    CardItem *current() const;
    /// Selects and shows the next service that needs attention, the worst first; `step` is 1 or -1.
    void goToProblem(int step);

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;
    QStringList accessibleItemActions(int item) const override;
    void doAccessibleItemAction(int item, const QString &action) override;
    std::optional<bool> isAccessibleItemExpanded(int item) const override;

    static QString restartActionName();
    static QString checkActionName();

public Q_SLOTS:
    void fit();
    void zoomIn() { zoomBy(1.25); }
    void zoomOut() { zoomBy(0.8); }
    void zoomToActualSize();
    /// Unfolds the group that it is in, if need be.
    void showService(const foghorn::ServiceId &service);

Q_SIGNALS:
    void detailsWanted();
    void contextMenuWanted(const QPoint &global);
    void restartWanted(const foghorn::ServiceId &service);
    void checkWanted(const foghorn::ServiceId &service);
    void searchWanted();
    /// Another part is seen, or at another scale.
    void seenChanged();

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
    void scrollContentsBy(int dx, int dy) override;

private:
    void zoomBy(qreal factor);
    void moved();
    void calm();
    void smooth();
    CardItem *cardAt(QPoint at) const;
    bool travel(Qt::Key key);
    bool openOrSelect(int key);
    bool moveByKey(int key);
    void goTo(const CardItem &card);
    void onLaidOut();
    void onSelectionChanged();
    CardItem *shownItem(int item) const;

    GraphScene &m_scene;
    ServiceSelection &m_selection;
    Callouts m_callouts;
    QTimer m_calm; ///< after it the picture is smoothed again
    ServiceId m_wanted; ///< to be shown when the layout under way is done
    std::optional<Place> m_place; ///< the same, to be gone to
    QString m_kept; ///< the card that stays in view through that layout
    bool m_isMoving = false;
    bool m_fitsItself = true; ///< until a person zooms, the whole graph stays in view
};

} // namespace foghorn

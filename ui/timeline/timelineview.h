#pragma once

#include "ui/access/listaccess.h"
#include "ui/timeline/timelineorder.h"
#include "ui/timeline/timelinepainter.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace foghorn {

class ServiceSelection;
class ServiceTableModel;
class TimeCursor;
class TimelineData;

/// The rows of the timeline: names, lanes, the axis above and the one cursor through all of them. Rows have a fixed
/// height; only those in view are asked for and painted. Keys: left and right by check, with Ctrl by change, Home and
/// End, up and down by service, + and - zoom, L live.
class TimelineView final : public QAbstractScrollArea, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineView)
public:
    TimelineView(ServiceTableModel &model, ServiceSelection &selection, TimeCursor &cursor, TimelineData &records,
        QWidget *parent = nullptr);
    ~TimelineView() override;

    TimeWindow window() const;
    std::chrono::milliseconds range() const { return m_range; }
    bool isLive() const { return !m_end.has_value(); }
    TimelineSort sort() const { return m_sort; }
    /// Only services that match are rows.
    void setFilter(const ServiceFilter &filter);
    /// The row that the read-out speaks of: under the pointer, else the selected one.
    const ServiceId &readService() const { return m_readService; }
    /// The moment that it speaks of: the cursor's, else the end.
    WallTime readTime() const;
    /// The sentence below the rows.
    QString readOutText() const;
    /// Where the lanes are, in the viewport.
    QRect lanesRect() const;
    QRect rowRect(int row) const; ///< in the viewport
    int rowOfService(const ServiceId &service) const { return static_cast<int>(m_order.indexOf(service)); }

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

public Q_SLOTS:
    /// Five minutes to seven days; keeps the cursor where it is, else the end.
    void setRange(std::chrono::milliseconds range);
    void goLive();
    void stepBack();
    void stepForward();
    void setSort(foghorn::TimelineSort sort);
    void setLanes(foghorn::TimelineLanes lanes);

Q_SIGNALS:
    void windowChanged();
    void readOutChanged();
    /// Other rows, or in another order.
    void orderChanged();
    void detailsWanted();
    void contextMenuWanted(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    TimelineStyle look() const;
    int nameWidth() const;
    int headerHeight() const;
    int rowHeight() const;
    int rowAt(int y) const; ///< -1: none
    void paintName(QPainter &painter, const QRect &rect, const ServiceId &service) const;
    void paintRow(QPainter &painter, int row, const TimelineStyle &style) const;
    void paintCursor(QPainter &painter, const TimelineStyle &style) const;
    void onRefreshed();
    void reorder();
    void layOut();
    void wantVisible();
    void onRecordChanged(const ServiceId &service);
    void onSelectionChanged();
    void tick();
    void setEnd(std::optional<WallTime> end);
    void zoom(double factor);
    void travel(bool byChange, bool later);
    void goToRow(int row);
    bool goByKey(int key, bool withControl);

    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    TimeCursor &m_cursor;
    TimelineData &m_data;
    QList<ServiceId> m_order;
    ServiceId m_readService;
    ServiceFilter m_filter;
    TimelineSort m_sort = TimelineSort::Severity;
    TimelineLanes m_lanes = TimelineLanes::Combined;
    std::chrono::milliseconds m_range{3'600'000};
    std::optional<WallTime> m_end; ///< nothing: live
    WallTime m_now{}; ///< what live means; moves while we are shown
    QTimer m_liveTimer;
};

} // namespace foghorn

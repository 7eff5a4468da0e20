// Keys, pointer and wheel of TimelineView.
#include "ui/models/serviceselection.h"
#include "ui/models/timecursor.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelineview.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace foghorn {

int TimelineView::rowAt(int y) const
{
    if (y < headerHeight())
        return -1;
    const int row = (y - headerHeight() + verticalScrollBar()->value()) / rowHeight();
    return row < m_order.size() ? row : -1;
}

void TimelineView::goToRow(int row)
{
    if (m_order.isEmpty())
        return;
    m_selection.selectOnly(m_order.at(std::clamp<int>(row, 0, static_cast<int>(m_order.size()) - 1)));
}

/// To the next check or change of the selected service; the window follows.
void TimelineView::travel(bool byChange, bool later)
{
    const TimelineRecord *record = m_data.find(m_selection.current());
    if (!record)
        return;
    m_readService = m_selection.current();
    const WallTime from = m_cursor.time().value_or(later ? window().from : window().to);
    const auto next = byChange ? nextChange(*record, from, later) : nextCheck(*record, from, later);
    if (!next || *next > Now::read().wall)
        return;
    m_cursor.setTime(next);
    if (*next < window().from || *next > window().to)
        setEnd(*next + m_range / 2);
}

bool TimelineView::goByKey(int key, bool withControl)
{
    const int row = rowOfService(m_selection.current());
    const int page = std::max(1, (viewport()->height() - headerHeight()) / rowHeight() - 1);
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: // time runs with the reading direction
        travel(withControl, (key == Qt::Key_Right) != isRightToLeft());
        return true;
    case Qt::Key_Up:
        goToRow(row - 1);
        return true;
    case Qt::Key_Down:
        goToRow(row + 1);
        return true;
    case Qt::Key_PageUp:
        goToRow(row - page);
        return true;
    case Qt::Key_PageDown:
        goToRow(row + page);
        return true;
    case Qt::Key_Home:
        if (withControl)
            goToRow(0);
        else
            m_cursor.setTime(window().from);
        return true;
    case Qt::Key_End:
        if (withControl)
            goToRow(static_cast<int>(m_order.size()) - 1);
        else
            m_cursor.setTime(window().to);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.5);
        return true;
    case Qt::Key_Minus:
        zoom(2);
        return true;
    case Qt::Key_L:
        goLive();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT detailsWanted();
        return true;
    default:
        return false;
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool withControl = event->modifiers() & Qt::ControlModifier;
    const bool isLetter = event->key() == Qt::Key_L || event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus;
    const bool isOurs = !(event->modifiers() & (Qt::AltModifier | Qt::MetaModifier)) && !(isLetter && withControl);
    if (!isOurs || !goByKey(event->key(), withControl))
        QAbstractScrollArea::keyPressEvent(event);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QRect lanes = lanesRect();
    const QPoint at = event->position().toPoint();
    if (at.x() < lanes.left() || at.x() > lanes.right())
        return;
    if (const int row = rowAt(at.y()); row >= 0)
        m_readService = m_order.at(row);
    m_cursor.setTime(look().scale.timeAt(at.x() - lanes.left()));
    Q_EMIT readOutChanged();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ControlModifier)
        m_selection.toggle(m_order.at(row));
    else
        m_selection.selectOnly(m_order.at(row));
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (rowAt(event->position().toPoint().y()) >= 0)
        Q_EMIT detailsWanted();
}

/// Turns the rows; with Ctrl zooms, with Shift (or sideways) goes through the time.
void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        if (delta.y() != 0)
            zoom(delta.y() > 0 ? 0.8 : 1.25);
        event->accept();
        return;
    }
    const bool sideways = std::abs(delta.x()) > std::abs(delta.y());
    if (sideways || (event->modifiers() & Qt::ShiftModifier)) {
        const double share = (sideways ? delta.x() : delta.y()) / 120.0 / 10 * (isRightToLeft() ? -1 : 1);
        setEnd(
            window().to - std::chrono::milliseconds(static_cast<qint64>(share * static_cast<double>(m_range.count()))));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const int row = event->reason() == QContextMenuEvent::Mouse
        ? rowAt(viewport()->mapFromGlobal(event->globalPos()).y())
        : rowOfService(m_selection.current());
    if (row < 0)
        return;
    if (!m_selection.isSelected(m_order.at(row)))
        m_selection.selectOnly(m_order.at(row));
    Q_EMIT contextMenuWanted(event->reason() == QContextMenuEvent::Mouse
            ? event->globalPos()
            : viewport()->mapToGlobal(rowRect(row).center()));
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_selection.current().isEmpty())
        goToRow(0);
    else
        announceFocus(this, rowOfService(m_selection.current()));
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) { // the read-out goes back to what is selected, the cursor stays
        m_readService = m_selection.current();
        reorder();
        Q_EMIT readOutChanged();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace foghorn

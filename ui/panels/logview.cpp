#include "ui/panels/logview.h"

#include "ui/models/logmodel.h"
#include "ui/panels/logdelegate.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace foghorn {

LogView::LogView(LogModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new LogDelegate(model, this))
{
    installListAccess();
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    setAccessibleName(tr("Log lines"));
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setModel(&model);
    m_settler.setSingleShot(true);
    m_settler.setInterval(0);
    connect(&m_settler, &QTimer::timeout, this, &LogView::settle);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
}

LogView::~LogView() = default;

void LogView::onScrolled()
{
    if (!m_isSettling)
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
}

void LogView::setFollowing(bool following)
{
    if (following)
        m_newCount = 0;
    if (following == m_isFollowing)
        return;
    m_isFollowing = following;
    Q_EMIT followingChanged();
}

void LogView::goToEnd()
{
    setFollowing(true);
    settle();
}

void LogView::goTo(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    settle();
    const QModelIndex index = m_model.index(row);
    const bool isSeen = viewport()->rect().contains(visualRect(index)) && !visualRect(index).isEmpty();
    setCurrentIndex(index);
    if (!isSeen)
        scrollTo(index, PositionAtCenter);
    onScrolled();
}

QString LogView::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows))
        lines.append(exportedLine(m_model.entry(index.row())));
    return lines.join(u'\n');
}

void LogView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentLineChanged(current.row());
}

void LogView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    {
        const QScopedValueRollback guard(m_isSettling, true);
        QListView::rowsInserted(parent, start, end);
    }
    if (!m_isFollowing) {
        m_newCount += end - start + 1;
        Q_EMIT followingChanged();
    }
    m_settler.start();
}

/// Called when the length of the content changes: what moves then was moved by nobody.
void LogView::updateGeometries()
{
    const QScopedValueRollback guard(m_isSettling, true);
    QListView::updateGeometries();
}

void LogView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (!m_isFollowing && !m_top.isValid())
        m_top = indexAt(QPoint(2, 2));
    const QScopedValueRollback guard(m_isSettling, true);
    m_settler.start();
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

/// Once for all that came and went in a turn of the loop.
void LogView::settle()
{
    m_settler.stop();
    const QScopedValueRollback guard(m_isSettling, true);
    if (m_isFollowing)
        scrollToBottom();
    else if (m_top.isValid())
        scrollTo(m_top, PositionAtTop);
    m_top = QPersistentModelIndex();
    if (!m_isFollowing && verticalScrollBar()->maximum() == 0) // all of it is seen
        setFollowing(true);
}

int LogView::lastVisibleRow() const
{
    const QModelIndex last = indexAt(QPoint(2, viewport()->height() - 3));
    return last.isValid() ? last.row() : m_model.rowCount() - 1;
}

/// Arrows go on from what is seen, not from a line that has long gone by.
void LogView::bringCurrentIntoView()
{
    const QRect current = visualRect(currentIndex());
    if (m_model.rowCount() > 0 && (!currentIndex().isValid() || !viewport()->rect().intersects(current)))
        selectionModel()->setCurrentIndex(m_model.index(lastVisibleRow()), QItemSelectionModel::NoUpdate);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    QListView::focusInEvent(event); // begins with the first line, which is far away
    if (hadCurrent)
        return;
    if (m_settler.isActive())
        settle();
    bringCurrentIntoView();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (m_settler.isActive())
        settle(); // keys go on from what is seen
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyWanted();
        return;
    }
    const int before = currentIndex().row();
    if (!goByKey(event))
        QListView::keyPressEvent(event);
    if (const int row = currentIndex().row(); row >= 0 && row != before)
        Q_EMIT lineChosen(row);
}

/// False: as in every list.
bool LogView::goByKey(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & Qt::ShiftModifier);
    if (event->key() == Qt::Key_End && isPlain) {
        QListView::keyPressEvent(event);
        goToEnd();
        return true;
    }
    if (event->key() == Qt::Key_Home && isPlain) {
        QListView::keyPressEvent(event);
        scrollToTop(); // also when the first line was the current one
        return true;
    }
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_PageUp
        || event->key() == Qt::Key_PageDown)
        bringCurrentIntoView();
    return false;
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (indexAt(event->position().toPoint()).isValid() && currentIndex().isValid())
        Q_EMIT lineChosen(currentIndex().row());
}

void LogView::setMark(std::optional<WallTime> time)
{
    m_delegate->setMark(time);
    viewport()->update();
}

int LogView::accessibleCount() const { return m_model.rowCount(); }

QString LogView::accessibleItemName(int item) const { return spokenLine(m_model.entry(item)); }

QRect LogView::accessibleItemRect(int item) const
{
    const QRect shown = visualRect(m_model.index(item)) & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool LogView::isAccessibleItemSelected(int item) const { return selectionModel()->isSelected(m_model.index(item)); }

int LogView::accessibleCurrentItem() const { return currentIndex().row(); }

void LogView::selectAccessibleItem(int item) { setCurrentIndex(m_model.index(item)); }

} // namespace foghorn

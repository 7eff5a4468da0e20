#include "ui/panels/serviceview.h"

#include "ui/models/servicefiltermodel.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/namedelegate.h"
#include "ui/panels/statusdelegate.h"
#include "ui/timeline/stripdelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>

namespace foghorn {

ServiceView::ServiceView(ServiceFilterModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    installListAccess();
    setModel(&model);
    setAccessibleName(tr("Services"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegateForColumn(ServiceTableModel::Status, new StatusDelegate(this));
    setItemDelegateForColumn(ServiceTableModel::Name, new NameDelegate(this));
    setItemDelegateForColumn(ServiceTableModel::Checks, new StripDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    applyRowHeight();
    setSortingEnabled(true);
    sortByColumn(ServiceTableModel::Status, Qt::AscendingOrder);
}

ServiceView::~ServiceView() = default;

void ServiceView::setComfortable(bool comfortable)
{
    m_isComfortable = comfortable;
    applyRowHeight();
}

void ServiceView::applyRowHeight()
{
    const int line = fontMetrics().height();
    verticalHeader()->setMinimumSectionSize(line);
    verticalHeader()->setDefaultSectionSize(m_isComfortable ? line * 5 / 2 : line * 8 / 5);
}

bool ServiceView::isPointerOverRows() const { return viewport()->underMouse() && m_model.rowCount() > 0; }

// The stock views would tell readers of cells by numbers that our list of rows does not have; the base of both is
// skipped.
void ServiceView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): on purpose, see above
    if (current.row() != previous.row())
        announceFocus(this, current.row());
}

void ServiceView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected); // NOLINT(bugprone-parent-virtual-call): see above
}

bool ServiceView::viewportEvent(QEvent *event)
{
    const bool handled = QTableView::viewportEvent(event);
    if (event->type() == QEvent::Enter)
        Q_EMIT pointerEntered();
    else if (event->type() == QEvent::Leave)
        Q_EMIT pointerLeft();
    return handled;
}

void ServiceView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        if (!selectionModel()->isRowSelected(currentIndex().row(), {}))
            selectRow(currentIndex().row()); // what the keys are on is what is meant
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT activatedWithShift();
        else
            Q_EMIT activatedByKey();
        return;
    }
    if (event->text() == QLatin1String("/")) {
        Q_EMIT filterWanted();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ServiceView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex clicked = indexAt(event->position().toPoint());
    const bool isNeighbours =
        clicked.column() == ServiceTableModel::Needs || clicked.column() == ServiceTableModel::NeededBy;
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isNeighbours
        && clicked == currentIndex())
        Q_EMIT neighboursClicked();
}

void ServiceView::keyboardSearch(const QString &search)
{
    const QModelIndex before = currentIndex();
    if (before.isValid() && before.column() != ServiceTableModel::Name)
        selectionModel()->setCurrentIndex(
            before.siblingAtColumn(ServiceTableModel::Name), QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

int ServiceView::accessibleCount() const { return m_model.rowCount(); }

QString ServiceView::accessibleItemName(int item) const { return spokenRow(m_model.serviceRow(item)); }

QRect ServiceView::accessibleItemRect(int item) const
{
    const QRect row(0, rowViewportPosition(item), viewport()->width(), rowHeight(item));
    const QRect shown = row & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool ServiceView::isAccessibleItemSelected(int item) const { return selectionModel()->isRowSelected(item, {}); }

int ServiceView::accessibleCurrentItem() const { return currentIndex().row(); }

void ServiceView::selectAccessibleItem(int item) { setCurrentIndex(m_model.index(item, 0)); }

} // namespace foghorn

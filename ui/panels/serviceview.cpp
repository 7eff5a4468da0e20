#include "ui/panels/serviceview.h"

#include "ui/models/servicefiltermodel.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/statusdelegate.h"
#include "ui/timeline/stripdelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

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
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegateForColumn(ServiceTableModel::Status, new StatusDelegate(this));
    setItemDelegateForColumn(ServiceTableModel::Checks, new StripDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 9 / 5);
    setUpColumns();
    setSortingEnabled(true);
    sortByColumn(ServiceTableModel::Status, Qt::AscendingOrder);
}

ServiceView::~ServiceView() = default;

void ServiceView::setUpColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height();
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(line * 3);
    header->setSortIndicatorShown(true);
    const auto numberWidth = [&](int column, const QString &widest) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int text = std::max(metrics.horizontalAdvance(title) + line, metrics.horizontalAdvance(widest));
        return text + line / 2;
    };
    header->resizeSection(ServiceTableModel::Status, StatusDelegate::widestChip(metrics));
    header->resizeSection(
        ServiceTableModel::Name, metrics.horizontalAdvance(QStringLiteral("vpn_coordinator")) * 5 / 4 + line);
    header->resizeSection(ServiceTableModel::Checks, line * 12);
    header->resizeSection(
        ServiceTableModel::Response, numberWidth(ServiceTableModel::Response, QStringLiteral("100.0 ms")));
    header->resizeSection(ServiceTableModel::Layer, numberWidth(ServiceTableModel::Layer, QStringLiteral("88")));
    header->resizeSection(
        ServiceTableModel::Restarts, numberWidth(ServiceTableModel::Restarts, QStringLiteral("10 / 10")));
    header->resizeSection(
        ServiceTableModel::Since, numberWidth(ServiceTableModel::Since, QStringLiteral("10 h 55 min")));
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
    if (event->type() == QEvent::Leave)
        Q_EMIT pointerLeft();
    return handled;
}

void ServiceView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT activatedWithShift();
        else
            Q_EMIT activatedByKey();
        return;
    }
    QTableView::keyPressEvent(event);
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

// What the Services page shows when.
#include "ui/panels/servicepanel.h"

#include "ui/models/servicefiltermodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/filterchips.h"
#include "ui/panels/serviceview.h"
#include "ui/style/actionbuttons.h"

#include "core/base/names.h"

#include <QApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QToolButton>

namespace foghorn {

void ServicePanel::onFilterTextChanged(const QString &text)
{
    m_filtered->setFilterText(text);
    m_chips->setFilter(m_filtered->filter());
    sortNow(); // this change is wanted, wherever the pointer is
    Q_EMIT filterTextChanged(text);
}

bool ServicePanel::isSomebodyPointing()
{
    if (m_view->isPointerOverRows())
        return true;
    const QWidget *menu = QApplication::activePopupWidget();
    if (!menu)
        return false;
    // Queued: the menu is still the active one while it says so.
    connect(menu, &QObject::destroyed, this, &ServicePanel::onRefreshed,
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
    return true;
}

void ServicePanel::onRefreshed()
{
    // What changes with every check would never let the rows rest.
    if (isSomebodyPointing() || m_filtered->isRestless()) {
        m_filtered->setHeld(isSomebodyPointing());
        m_sortChip->setVisible(m_filtered->needsSorting());
    } else {
        m_sortChip->hide();
        m_filtered->sortNow();
    }
    keepCurrent();
    showCounts();
}

bool ServicePanel::isSortPending() const { return !m_sortChip->isHidden(); }

void ServicePanel::sortNow()
{
    m_sortChip->hide();
    m_filtered->sortNow();
    keepCurrent();
    showCounts();
}

/// Readers crash on a view without a current row (ui-findings 5.7), and people want to begin somewhere.
void ServicePanel::keepCurrent()
{
    if (m_view->currentIndex().isValid() || m_filtered->rowCount() == 0)
        return;
    const QScopedValueRollback guard(m_syncing, true);
    m_view->selectionModel()->setCurrentIndex(m_filtered->index(0, 0), QItemSelectionModel::NoUpdate);
}

void ServicePanel::showCounts()
{
    const int shown = m_filtered->rowCount();
    const int all = m_model.rowCount();
    if (shown != all)
        m_count->setText(tr("%L1 of %L2 services").arg(shown).arg(all));
    else // plurals in the source language are ours to write
        m_count->setText(all == 1 ? tr("1 service") : tr("%Ln services", nullptr, all));
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_clearFilter->setVisible(all > 0);
    m_emptyActions->setVisible(all == 0);
    if (all == 0) {
        m_emptyTitle->setText(tr("No services yet"));
        m_emptyText->setText(tr("The fleet file names none. Add a service to it and reload the fleet."));
    } else {
        m_emptyTitle->setText(tr("No service matches “%1”").arg(printable(m_filtered->filterText().trimmed())));
        m_emptyText->setText(all == 1 ? tr("1 service is hidden by the filter.")
                                      : tr("%Ln services are hidden by the filter.", nullptr, all));
    }
    showSelectedCount();
}

/// Several are selected: what an action would touch, and what it would not although it may be meant.
void ServicePanel::showSelectedCount()
{
    const int selected = static_cast<int>(m_selection.selected().size());
    const int hidden = m_model.rowCount() - m_filtered->rowCount();
    m_selectedCount->setVisible(selected > 1);
    if (hidden == 0)
        m_selectedCount->setText(tr("%Ln selected", nullptr, selected));
    else if (hidden == 1)
        m_selectedCount->setText(tr("%L1 selected – 1 hidden by the filter is not").arg(selected));
    else
        m_selectedCount->setText(tr("%L1 selected – %L2 hidden by the filter are not").arg(selected).arg(hidden));
}

void ServicePanel::onViewSelectionChanged()
{
    if (m_syncing)
        return;
    const QScopedValueRollback guard(m_syncing, true);
    QList<ServiceId> selected;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        selected.append(index.data(ServiceTableModel::IdRole).toString());
    m_selection.set(selected, m_view->currentIndex().data(ServiceTableModel::IdRole).toString());
    showSelectedCount();
}

void ServicePanel::onSelectionChanged()
{
    if (m_syncing)
        return;
    const QScopedValueRollback guard(m_syncing, true);
    const auto indexOf = [this](const ServiceId &id) {
        const int row = m_model.rowOfService(id);
        return row < 0 ? QModelIndex() : m_filtered->mapFromSource(m_model.index(row, 0));
    };
    QItemSelection rows;
    for (const ServiceId &id : m_selection.selected()) {
        if (const QModelIndex index = indexOf(id); index.isValid())
            rows.select(index, index);
    }
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (const QModelIndex index = indexOf(m_selection.current()); index.isValid()) {
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(index);
    }
    showSelectedCount();
}

TableCut ServicePanel::cut(bool onlySelected) const
{
    TableCut cut;
    const QHeaderView *header = m_view->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        if (!header->isSectionHidden(header->logicalIndex(place)))
            cut.columns.append(header->logicalIndex(place));
    }
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        if (!onlySelected || m_view->selectionModel()->isRowSelected(row, {}))
            cut.rows.append(m_filtered->sourceRow(row));
    }
    return cut;
}

} // namespace foghorn

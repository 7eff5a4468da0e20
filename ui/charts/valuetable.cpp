#include "ui/charts/valuetable.h"

#include <QHeaderView>

namespace foghorn {

ValueTable::ValueTable(QWidget *parent)
    : QTableView(parent)
    , m_values(new ValueModel(this))
{
    installListAccess();
    setModel(m_values);
    setAccessibleName(tr("Values of the charts"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(false);
    for (int column = 0; column < ValueModel::ColumnCount; ++column)
        horizontalHeader()->resizeSection(
            column, fontMetrics().averageCharWidth() * (column < ValueModel::Average ? 24 : 16));
    horizontalHeader()->setSectionResizeMode(ValueModel::Service, QHeaderView::Stretch);
}

ValueTable::~ValueTable() = default;

void ValueTable::setValues(const QList<ServicePoints> &values, const TimeWindow &window)
{
    m_values->setValues(values, window);
    if (!currentIndex().isValid() && m_values->rowCount() > 0) // readers need a row to begin with
        selectionModel()->setCurrentIndex(m_values->index(0, 0), QItemSelectionModel::NoUpdate);
}

// The stock view would tell readers of cells by numbers that our list of rows does not have.
void ValueTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): on purpose, see above
    if (current.row() != previous.row())
        announceFocus(this, current.row());
}

void ValueTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected); // NOLINT(bugprone-parent-virtual-call): see above
}

int ValueTable::accessibleCount() const { return m_values->rowCount(); }

QString ValueTable::accessibleItemName(int item) const { return m_values->sentence(item); }

QRect ValueTable::accessibleItemRect(int item) const
{
    const QRect row(0, rowViewportPosition(item), viewport()->width(), rowHeight(item));
    const QRect shown = row & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool ValueTable::isAccessibleItemSelected(int item) const { return selectionModel()->isRowSelected(item, {}); }

int ValueTable::accessibleCurrentItem() const { return currentIndex().row(); }

void ValueTable::selectAccessibleItem(int item) { setCurrentIndex(m_values->index(item, 0)); }

} // namespace foghorn

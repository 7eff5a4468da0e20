#include "ui/panels/alertview.h"

#include "ui/models/alerttablemodel.h"
#include "ui/panels/statusdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace foghorn {

namespace {

constexpr int LeastWhat = 14; ///< in heights of the font

} // namespace

AlertView::AlertView(AlertTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    installListAccess();
    setModel(&model);
    setAccessibleName(tr("Alerts"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegateForColumn(AlertTableModel::Severity, new StatusDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 9 / 5);
    const int line = fontMetrics().height();
    const auto width = [this](const QString &text) { return fontMetrics().horizontalAdvance(text); };
    QHeaderView *header = horizontalHeader();
    header->setTextElideMode(Qt::ElideRight);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(AlertTableModel::What, QHeaderView::Stretch);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(line * 3);
    header->resizeSection(AlertTableModel::Severity, width(QStringLiteral("Not checked yet")) + line * 5 / 2);
    header->resizeSection(AlertTableModel::Since, width(QStringLiteral("10:55 PM · 10 h 55 min")) + line / 2);
    header->resizeSection(AlertTableModel::Service, width(QStringLiteral("▸ vpn_coordinator")) + line * 2);
    header->resizeSection(AlertTableModel::Why, line * 11);
    header->resizeSection(AlertTableModel::Count, width(tr("Count")) + line);
    header->resizeSection(AlertTableModel::State, width(QStringLiteral("Muted until 10:55:55 PM")) + line / 2);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == AlertTableModel::Service && m_model.row(index.row()).isRoot())
            toggle(index.row());
    });
}

AlertView::~AlertView() = default;

void AlertView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const int line = fontMetrics().height();
    int room = viewport()->width() - line * LeastWhat;
    for (const int column :
        {AlertTableModel::Severity, AlertTableModel::Since, AlertTableModel::Service, AlertTableModel::State})
        room -= horizontalHeader()->sectionSize(column);
    setColumnHidden(AlertTableModel::Count, room < line * 4);
    setColumnHidden(AlertTableModel::Why, room < line * 15); // and the count, which goes last
}

void AlertView::toggle(int row) { m_model.setOpen(row, !m_model.row(row).isOpen); }

void AlertView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): see ServiceView
    if (current.row() != previous.row())
        announceFocus(this, current.row());
}

void AlertView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected); // NOLINT(bugprone-parent-virtual-call): see ServiceView
    Q_EMIT rowSelectionChanged();
}

/// Actions are about what is selected: who comes here by key can use them at once.
void AlertView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

void AlertView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool isThere = row >= 0 && row < m_model.rowCount();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int open = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const int close = mirrored ? Qt::Key_Right : Qt::Key_Left;
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyWanted();
    } else if (isThere && event->key() == open) {
        m_model.setOpen(row, true);
    } else if (isThere && event->key() == close) {
        int root = row;
        while (root > 0 && !m_model.row(root).isRoot())
            --root;
        selectRow(root);
        m_model.setOpen(root, false);
    } else if (isThere && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT graphWanted();
        else
            Q_EMIT detailsWanted();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void AlertView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (currentIndex().isValid())
        Q_EMIT detailsWanted();
}

int AlertView::accessibleCount() const { return m_model.rowCount(); }

QString AlertView::accessibleItemName(int item) const { return m_model.spokenRow(item); }

QRect AlertView::accessibleItemRect(int item) const
{
    const QRect row(0, rowViewportPosition(item), viewport()->width(), rowHeight(item));
    const QRect shown = row & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool AlertView::isAccessibleItemSelected(int item) const { return selectionModel()->isRowSelected(item, {}); }

int AlertView::accessibleCurrentItem() const { return currentIndex().row(); }

void AlertView::selectAccessibleItem(int item) { selectRow(item); }

} // namespace foghorn

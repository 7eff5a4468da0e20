#include "ui/panels/servicepanel.h"

#include "ui/models/servicefiltermodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/serviceview.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

ServicePanel::ServicePanel(ServiceTableModel &model, ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_selection(selection)
    , m_filtered(new ServiceFilterModel(model, this))
    , m_view(new ServiceView(*m_filtered))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTop());
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_view);
    m_stack->addWidget(buildEmptyPage());
    layout->addLayout(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterText(text);
        onRefreshed();
    });
    connect(m_clearFilter, &QPushButton::clicked, m_filter, &QLineEdit::clear);
    connect(m_sortChip, &QToolButton::clicked, this, &ServicePanel::sortNow);
    connect(m_view, &ServiceView::pointerLeft, this, &ServicePanel::sortNow);
    connect(m_view, &ServiceView::activatedByKey, this, &ServicePanel::detailsWanted);
    connect(m_view, &ServiceView::activatedWithShift, this, &ServicePanel::graphWanted);
    connect(m_view, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(at)); });
    connect(
        m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ServicePanel::onViewSelectionChanged);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ServicePanel::onViewSelectionChanged);
    connect(&selection, &ServiceSelection::changed, this, &ServicePanel::onSelectionChanged);
    connect(&model, &ServiceTableModel::refreshed, this, &ServicePanel::onRefreshed);
    onRefreshed();
}

ServicePanel::~ServicePanel() = default;

QWidget *ServicePanel::buildTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    m_filter = new QLineEdit(top);
    m_filter->setPlaceholderText(tr("Filter by name, state or label (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    m_filter->installEventFilter(this);
    m_sortChip = new QToolButton(top);
    m_sortChip->setText(tr("Order changed – sort now"));
    m_sortChip->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_sortChip->hide();
    m_count = new QLabel(top);
    m_count->setTextFormat(Qt::PlainText);
    row->addWidget(m_filter, 1);
    row->addWidget(m_sortChip);
    row->addStretch();
    row->addWidget(m_count);
    return top;
}

QWidget *ServicePanel::buildEmptyPage()
{
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_emptyTitle = new QLabel(page);
    m_emptyText = new QLabel(page);
    m_clearFilter = new QPushButton(tr("Clear &filter"), page);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_emptyTitle->setFont(large);
    for (QLabel *label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

void ServicePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ServicePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) { // first clear, then leave
            if (m_filter->text().isEmpty())
                m_view->setFocus(Qt::OtherFocusReason);
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ServicePanel::onRefreshed()
{
    if (m_view->isPointerOverRows())
        m_sortChip->setVisible(m_filtered->needsSorting());
    else
        sortNow();
    keepCurrent();
    showCounts();
}

void ServicePanel::sortNow()
{
    m_sortChip->hide();
    m_filtered->sortNow();
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
    m_count->setText(shown == all ? tr("%n services", nullptr, all) : tr("%1 of %2 services").arg(shown).arg(all));
    const QString filter = m_filtered->filterText().trimmed();
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_clearFilter->setVisible(all > 0);
    if (all == 0) {
        m_emptyTitle->setText(tr("No services yet"));
        m_emptyText->setText(tr("The fleet file names none. Add a service to it and reload the fleet."));
    } else {
        m_emptyTitle->setText(tr("No service matches “%1”").arg(filter));
        m_emptyText->setText(tr("%n services are hidden by the filter.", nullptr, all));
    }
}

void ServicePanel::onViewSelectionChanged()
{
    if (m_syncing)
        return;
    const QScopedValueRollback guard(m_syncing, true);
    QList<ServiceId> selected;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        selected.append(index.data(ServiceTableModel::IdRole).toString());
    m_selection.set(selected, m_view->currentIndex().data(ServiceTableModel::IdRole).toString());
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
}

} // namespace foghorn

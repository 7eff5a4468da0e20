// The Services page as it is put together; what it shows when is in servicepanelstate.cpp.
#include "ui/panels/servicepanel.h"

#include "ui/models/servicefiltermodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/filterchips.h"
#include "ui/panels/servicecolumns.h"
#include "ui/panels/serviceview.h"
#include "ui/style/actionbuttons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

ServicePanel::ServicePanel(
    ServiceTableModel &model, ServiceSelection &selection, UserSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_selection(selection)
    , m_filtered(new ServiceFilterModel(model, this))
    , m_view(new ServiceView(*m_filtered))
    , m_columns(new ServiceColumns(*m_view, model, settings))
    , m_chips(new FilterChips)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTop());
    layout->addWidget(m_chips);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_view);
    m_stack->addWidget(buildEmptyPage());
    layout->addLayout(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &ServicePanel::onFilterTextChanged);
    connect(m_chips, &FilterChips::takenAway, this,
        [this](int term) { setFilterText(ServiceFilter::without(filterText(), term)); });
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        m_filter->clear();
        m_view->setFocus(Qt::OtherFocusReason); // the button has gone
    });
    connect(m_sortChip, &QToolButton::clicked, this, &ServicePanel::sortNow);
    connectView();
    connect(&selection, &ServiceSelection::changed, this, &ServicePanel::onSelectionChanged);
    connect(&model, &ServiceTableModel::refreshed, this, &ServicePanel::onRefreshed);
    onRefreshed();
}

ServicePanel::~ServicePanel() = default;

void ServicePanel::connectView()
{
    connect(m_view, &ServiceView::pointerEntered, this, &ServicePanel::onRefreshed);
    connect(m_view, &ServiceView::pointerLeft, this, &ServicePanel::onRefreshed);
    connect(m_view, &ServiceView::activatedByKey, this, &ServicePanel::detailsWanted);
    connect(m_view, &ServiceView::activatedWithShift, this, &ServicePanel::graphWanted);
    connect(m_view, &ServiceView::neighboursClicked, this, &ServicePanel::graphWanted);
    connect(m_view, &ServiceView::filterWanted, this, &ServicePanel::focusFilter);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ServicePanel::detailsWanted);
    connect(m_view, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(at)); });
    const QItemSelectionModel *selected = m_view->selectionModel();
    connect(selected, &QItemSelectionModel::selectionChanged, this, &ServicePanel::onViewSelectionChanged);
    connect(selected, &QItemSelectionModel::currentChanged, this, &ServicePanel::onViewSelectionChanged);
    // A person has just sorted: nothing is held back.
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ServicePanel::sortNow);
}

QWidget *ServicePanel::buildTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    m_filter = new QLineEdit(top);
    m_filter->setPlaceholderText(tr("Filter: name, label, status:failed, slow:>200 (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->setToolTip(
        tr("Words of name, label or reason, and status:failed  layer:2  tag:edge  slow:>200  crit:yes"));
    m_filter->setStatusTip(m_filter->toolTip());
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 64);
    m_filter->installEventFilter(this);
    m_sortChip = new QToolButton(top);
    m_sortChip->setText(tr("Order changed – sort now (Ctrl+Shift+S)"));
    m_sortChip->setToolTip(tr("Rows stay where they are while the pointer is over them"));
    m_sortChip->setStatusTip(m_sortChip->toolTip());
    m_sortChip->setFocusPolicy(Qt::TabFocus);
    m_sortChip->hide();
    m_count = new QLabel(top);
    m_selectedCount = new QLabel(top);
    for (QLabel *label : {m_count, m_selectedCount})
        label->setTextFormat(Qt::PlainText);
    row->addWidget(m_filter, 1);
    row->addWidget(m_sortChip);
    row->addStretch();
    row->addWidget(m_selectedCount);
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
    m_clearFilter = new QPushButton(tr("Clear &filter (Esc)"), page);
    m_emptyActions = new ActionButtons(page);
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
    layout->addWidget(m_emptyActions, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_clearFilter->installEventFilter(this);
    return page;
}

void ServicePanel::setEmptyActions(const QList<QAction *> &actions) { m_emptyActions->setActions(actions); }

QString ServicePanel::filterText() const { return m_filter->text(); }

void ServicePanel::setFilterText(const QString &text) { m_filter->setText(text); }

void ServicePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ServicePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) { // first clear, then leave
        if (watched == m_clearFilter || m_filter->text().isEmpty())
            m_view->setFocus(Qt::OtherFocusReason);
        m_filter->clear();
        return true;
    }
    if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace foghorn

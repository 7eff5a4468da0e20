#include "ui/panels/alertpanel.h"

#include "ui/models/alerttablemodel.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertview.h"

#include "core/registry/alertboard.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

namespace foghorn {

AlertPanel::AlertPanel(const AlertBoard &board, AlertCommands &commands, const ServiceTableModel &services,
    ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_selection(selection)
    , m_model(new AlertTableModel(board, services, this))
    , m_view(new AlertView(*m_model))
    , m_actions(new AlertActions(commands, *this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_view);
    m_stack->addWidget(buildEmptyPage());
    column->addLayout(m_stack, 1);
    m_view->addAction(m_actions->seen()); // its key works in the table only
    connect(m_model, &AlertTableModel::refreshed, this, &AlertPanel::onRefreshed);
    connect(m_view, &AlertView::rowSelectionChanged, this, &AlertPanel::onChosen);
    connect(m_view, &AlertView::rowSelectionChanged, this, &AlertPanel::shareChoice);
    connect(m_view, &AlertView::detailsWanted, this, &AlertPanel::detailsWanted);
    connect(m_view, &AlertView::graphWanted, m_actions->showInGraph(), &QAction::trigger);
    connect(m_view, &AlertView::copyWanted, this, &AlertPanel::copyRows);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fill(*menu);
        menu->popup(m_view->viewport()->mapToGlobal(at));
    });
    onRefreshed();
}

AlertPanel::~AlertPanel() = default;

QWidget *AlertPanel::buildTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap / 2);
    const auto add = [this, row](QToolButton *button) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(fontMetrics().height() * 8 / 5);
        row->addWidget(button);
        return button;
    };
    const auto addAction = [&](QAction *action) {
        QToolButton *button = add(new QToolButton);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    };
    const auto addMenu = [&](QMenu *menu, const QString &tip) {
        QToolButton *button = add(new QToolButton);
        menu->menuAction()->setStatusTip(tip);
        menu->menuAction()->setToolTip(tip);
        button->setDefaultAction(menu->menuAction());
        button->setPopupMode(QToolButton::InstantPopup);
    };
    addAction(m_actions->seen());
    addMenu(m_actions->muteMenu(), tr("Tell nobody of the alert for some time (Ctrl+M: for 1 hour)"));
    addMenu(m_actions->maintenanceMenu(), tr("The service is worked on: be quiet about it"));
    addAction(m_actions->showInGraph());
    addAction(m_actions->restartCause());
    row->addStretch();
    auto *resolved = new QCheckBox(tr("Also those that are over"));
    resolved->setStatusTip(tr("Show the last alerts that have ended, too"));
    connect(resolved, &QCheckBox::toggled, m_model, &AlertTableModel::setResolvedShown);
    row->addWidget(resolved);
    m_count = new QLabel;
    m_count->setTextFormat(Qt::PlainText);
    row->addSpacing(gap);
    row->addWidget(m_count);
    return top;
}

QWidget *AlertPanel::buildEmptyPage()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_emptyTitle = new QLabel(tr("No alerts"));
    m_emptyText = new QLabel;
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_emptyTitle->setFont(large);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    for (QLabel *label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    layout->addStretch(3);
    return page;
}

void AlertPanel::onRefreshed()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_emptyText->setText(m_model->lastResolved());
    // Readers crash on a view without a current row (ui-findings 5.7).
    if (!isEmpty && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    const int firing = m_board.firingCount();
    m_count->setText(tr("%Ln alerts", nullptr, firing));
    onChosen();
    Q_EMIT countChanged(firing);
}

void AlertPanel::onChosen()
{
    QList<Alert> chosen;
    QSet<qint64> seen;
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &index : std::as_const(rows)) {
        const Alert &alert = m_model->row(index.row()).alert;
        if (!seen.contains(alert.id))
            chosen.append(alert);
        seen.insert(alert.id);
    }
    m_actions->setChosen(chosen);
}

/// Only what a person chose here goes to the other views.
void AlertPanel::shareChoice()
{
    const QModelIndex currentRow = m_view->currentIndex();
    if (!m_view->hasFocus() || !currentRow.isValid())
        return;
    QList<ServiceId> services;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        const ServiceId &service = m_model->row(index.row()).service();
        if (!service.isEmpty() && !services.contains(service))
            services.append(service);
    }
    if (services.isEmpty())
        return;
    const ServiceId current = m_model->row(currentRow.row()).service();
    m_selection.set(services, services.contains(current) ? current : services.last());
}

void AlertPanel::copyRows()
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < AlertTableModel::ColumnCount; ++column)
            cells.append(index.siblingAtColumn(column).data().toString().trimmed());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

QString AlertPanel::emptyText() const { return m_stack->currentIndex() == 1 ? m_emptyText->text() : QString(); }

} // namespace foghorn

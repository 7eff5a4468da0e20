#include "ui/mainwindow/operationdock.h"

#include "ui/access/announce.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/operationindicator.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/operationmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/operationpanel.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QResizeEvent>
#include <QStatusBar>
#include <QStyle>

#include <algorithm>

namespace foghorn {

OperationDock::OperationDock(MainWindow &window, Operations &operations)
    : QDockWidget(tr("Operations"), &window)
    , m_window(window)
    , m_operations(operations)
    , m_panel(new OperationPanel(operations.model()))
    , m_indicator(new OperationIndicator(operations.model()))
{
    setObjectName(QStringLiteral("operations"));
    setWidget(m_panel);
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    hide();
    QAction *toggle = toggleViewAction();
    toggle->setText(tr("&Operations"));
    toggle->setStatusTip(tr("Show or hide how far starts, stops and restarts are"));
    window.menu(MainWindow::Menu::Window).addAction(toggle);
    window.statusBar()->insertPermanentWidget(0, m_indicator);

    OperationModel &model = operations.model();
    connect(&model, &OperationModel::began, this, &OperationDock::onBegan);
    connect(&model, &OperationModel::stepSettled, this, [this, &model](int operation, const ServiceId &service) {
        const Operation *shown = model.find(operation);
        const OperationStep *step = shown ? shown->step(service) : nullptr;
        if (step && step->phase == StepPhase::Failed)
            comeUp();
    });
    connect(
        &model, &OperationModel::announced, m_indicator, [this](const QString &text) { announce(*m_indicator, text); });
    connect(m_indicator, &QAbstractButton::clicked, this, [this] {
        comeUp();
        m_panel->setFocus();
    });
    connect(m_panel, &OperationPanel::logWanted, this, [this](const ServiceId &service) {
        m_window.selection().selectOnly(service);
        m_window.showPage(MainWindow::Page::Logs);
    });
    connect(m_panel, &OperationPanel::retryWanted, &operations, &Operations::retry);
    connect(m_panel, &OperationPanel::forceStopWanted, &window.actionsOnServices(), &ServiceActions::forceStop);
    connect(m_panel, &OperationPanel::stopWaitingWanted, &operations, &Operations::stopWaiting);
    connect(m_panel, &OperationPanel::wantedHeightChanged, this, &OperationDock::fitHeight, Qt::QueuedConnection);
}

OperationDock::~OperationDock() = default;

void OperationDock::onBegan(int operation)
{
    const Operation *begun = m_operations.model().find(operation);
    if (begun && begun->total() > 1)
        comeUp();
}

void OperationDock::comeUp()
{
    if (isHidden()) {
        m_isHeightChosen = false;
        show();
    }
    raise();
    fitHeight();
}

/// As high as its content, up to two fifths of the window; once a person has chosen a height, that.
void OperationDock::fitHeight()
{
    const int line = fontMetrics().height();
    if (isHidden() || isFloating() || m_isHeightChosen)
        return;
    const int title = style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this);
    const int wanted = m_panel->wantedHeight() + title + line / 2;
    const int fitting = std::clamp(wanted, line * 5, std::max(line * 6, m_window.height() * 2 / 5));
    m_window.resizeDocks({this}, {fitting}, Qt::Vertical);
}

void OperationDock::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    const bool isHigher = event->oldSize().height() != event->size().height();
    m_isHeightChosen = m_isHeightChosen || (isHigher && (QApplication::mouseButtons() & Qt::LeftButton));
}

} // namespace foghorn

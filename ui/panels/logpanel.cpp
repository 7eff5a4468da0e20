#include "ui/panels/logpanel.h"

#include "ui/models/logfeed.h"
#include "ui/models/serviceselection.h"
#include "ui/models/timecursor.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logdelegate.h"
#include "ui/panels/logfooter.h"
#include "ui/panels/logview.h"
#include "ui/panels/scopechips.h"
#include "ui/style/wording.h"

#include "core/registry/serviceregistry.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

LogPanel::LogPanel(const LogSources &sources, Form form, QWidget *parent)
    : QWidget(parent)
    , m_registry(sources.registry)
    , m_logs(sources.logs)
    , m_selection(sources.selection)
    , m_cursor(sources.cursor)
    , m_settings(sources.settings)
    , m_model(new LogModel(LogModel::usualCapacity, this))
    , m_feed(new LogFeed(sources.logs, *m_model, this))
    , m_bar(new LogBar(sources.selection))
    , m_view(new LogView(*m_model))
    , m_footer(new LogFooter)
    , m_newLines(new QPushButton)
    , m_clearedLines(new QPushButton)
    , m_trouble(new QLabel)
{
    m_feed->setHidden(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    buildNotices(*column);
    auto *lines = new QWidget;
    auto *inner = new QVBoxLayout(lines);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_view, 1);
    inner->addWidget(m_newLines);
    inner->addWidget(m_footer);
    m_newLines->hide();
    m_stack = new QStackedLayout;
    m_stack->addWidget(lines);
    m_stack->addWidget(buildEmptyPage());
    column->addLayout(m_stack, 1);
    connectBar();
    if (form == Form::Small) {
        beSmall();
    } else {
        buildFindActions();
        readSettings();
    }
    connect(&m_selection, &ServiceSelection::changed, this, &LogPanel::followSelection);
    connect(&m_registry, &ServiceRegistry::outlineChanged, this, &LogPanel::followSelection);
    connect(m_feed, &LogFeed::changed, this, &LogPanel::showState);
    connect(m_model, &LogModel::foundCountChanged, this, &LogPanel::showFound);
    connect(m_view, &LogView::followingChanged, this, &LogPanel::showNewLines);
    connect(m_view, &LogView::currentLineChanged, this, &LogPanel::showCurrent);
    connect(
        m_view, &LogView::copyWanted, this, [this] { QGuiApplication::clipboard()->setText(m_view->selectedText()); });
    connect(m_newLines, &QPushButton::clicked, this, [this] {
        m_bar->pauseButton().setChecked(false);
        m_view->goToEnd();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_cursor, &TimeCursor::changed, this, [this] { m_view->setMark(m_cursor.time()); });
    connect(m_view, &LogView::lineChosen, this, &LogPanel::shareTime);
    followSelection();
}

LogPanel::~LogPanel() = default;

void LogPanel::connectBar()
{
    connect(m_bar, &LogBar::clearWanted, this, [this] {
        m_model->clearView();
        m_view->goToEnd();
        showState();
    });
    connect(m_bar, &LogBar::soughtChanged, m_model, &LogModel::setSought);
    connect(m_bar, &LogBar::filterChanged, this, &LogPanel::applyFilter);
    connect(m_bar, &LogBar::nextWanted, this, &LogPanel::findNext);
    connect(m_bar, &LogBar::linesWanted, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_bar, &LogBar::wrapChanged, m_footer, &LogFooter::setWrap);
    connect(m_bar, &LogBar::pauseChanged, m_feed, &LogFeed::setPaused);
    connect(m_bar, &LogBar::exportWanted, this, &LogPanel::askForFile);
    connect(m_bar, &LogBar::utcChanged, this, [this](bool utc) {
        m_view->lineDelegate().setUtc(utc);
        m_view->viewport()->update();
        showCurrent();
    });
    connect(m_bar, &LogBar::soughtChanged, m_view->viewport(), qOverload<>(&QWidget::update));
}

void LogPanel::buildFindActions()
{
    const auto add = [this](const QString &text, const QString &tip, const QKeySequence &key, bool forward) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, [this, forward] { findNext(forward); });
        m_findActions.append(action);
    };
    add(tr("Find &next"), tr("Go to the next line that matches, on the Logs page"), QKeySequence(Qt::Key_F3), true);
    add(tr("Find &previous"), tr("Go to the match before, on the Logs page"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        false);
}

void LogPanel::focusFind() { m_bar->focusFind(); }

void LogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setHidden(false);
    followSelection();
    goToWanted();
}

void LogPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setHidden(true);
}

void LogPanel::followSelection()
{
    m_bar->chips().setFleetSize(static_cast<int>(m_registry.order().size()));
    if (!isVisible()) // while nobody looks no log is opened
        return;
    QList<ServiceId> services;
    for (const ServiceId &service : m_registry.order()) {
        if (m_selection.selected().isEmpty() || m_selection.isSelected(service))
            services.append(service);
    }
    constexpr int widest = 18;
    qsizetype width = 0;
    for (const ServiceId &service : std::as_const(services))
        width = std::max(width, service.size());
    m_view->lineDelegate().setServiceWidth(services.size() > 1 ? std::min(widest, static_cast<int>(width)) : 0);
    if (services != m_feed->services())
        m_view->goToEnd();
    m_feed->follow(services);
    m_bar->pauseButton().setChecked(m_feed->isPaused());
}

void LogPanel::findNext(bool forward)
{
    if (m_model->sought().isEmpty()) {
        focusFind();
        return;
    }
    m_view->goTo(m_model->nextFound(m_view->currentIndex().row(), forward));
    shareTime(m_view->currentIndex().row());
    showFound();
}

/// What was being read stays in view, with its surroundings or without.
void LogPanel::applyFilter()
{
    const int current = m_view->currentIndex().row();
    const LogEntryPtr read = current >= 0 ? m_model->share(current) : nullptr;
    m_model->setFilter(m_bar->filter());
    if (const int row = m_model->rowOf(read); row >= 0)
        m_view->goTo(row); // stays the current one in any case
    else
        m_view->goToEnd();
    showState();
}

void LogPanel::showFound()
{
    const int count = m_model->foundCount();
    if (m_model->sought().isEmpty())
        m_bar->setFound({});
    else if (count == 0)
        m_bar->setFound(tr("not found"));
    else if (const int row = m_view->currentIndex().row(); row >= 0 && m_model->isFound(row))
        m_bar->setFound(tr("%L1 of %L2").arg(m_model->foundUpTo(row)).arg(count));
    else
        m_bar->setFound(tr("%Ln found", nullptr, count));
}

} // namespace foghorn

#pragma once

#include "ui/mainwindow/windowsources.h"

#include <QMainWindow>

class QDockWidget;

namespace foghorn {

class AlertPanel;
class GraphPanel;
class InlineMessage;
class LogPanel;
class Operations;
class PageStack;
class ServiceActions;
class ServicePanel;
class ServiceSelection;
class ServiceTableModel;
class SummaryBar;
class ChartsPanel;
class Theme;
class TimeCursor;
class TimelinePanel;

/// The window: pages on one selection, the actions on it, and what came of them. It knows the fleet only through
/// its sources, so it cannot tell an orchestrator of its own from a daemon far away.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    /// In the order they are added.
    enum class Page { Services, Graph, Timeline, Charts, Logs, Alerts };

    MainWindow(const WindowSources &sources, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Page page);
    ServiceSelection &selection() const { return *m_selection; }
    ServiceActions &actionsOnServices() const { return *m_actions; }
    ServicePanel &servicePanel() const { return *m_services; }
    GraphPanel &graphPanel() const { return *m_graph; }
    TimelinePanel &timelinePanel() const { return *m_timeline; }
    ChartsPanel &chartsPanel() const { return *m_charts; }
    TimeCursor &timeCursor() const { return *m_cursor; }
    LogPanel &logPanel() const { return *m_logs; }
    AlertPanel &alertPanel() const { return *m_alerts; }
    ServiceTableModel &model() const { return *m_model; }
    /// A sentence above the pages that somebody must read.
    void showProblem(const QString &message);

Q_SIGNALS:
    /// The person has agreed to leave; services go on running.
    void leaveWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildCentre();
    void buildPages();
    void buildTimePages();
    void buildAttentionPages();
    void buildAttentionMenus(class QMenu *go);
    void showLogs();
    void focusSearch();
    void showSuccess(const QString &message);
    void buildDetails();
    void buildToolBar();
    void buildMenus();
    void buildThemeMenu(class QMenu *view);
    void buildStatusBar();
    void showContextMenu(const QPoint &global);
    void refreshSummary();
    void showDetails();
    void askBeforeLeaving();

    const WindowSources m_sources;
    Theme &m_theme;
    ServiceTableModel *m_model;
    ServiceSelection *m_selection;
    TimeCursor *m_cursor;
    Operations *m_operations;
    ServiceActions *m_actions;
    PageStack *m_pages = nullptr;
    QList<QAction *> m_pageActions; ///< one for each Page
    ServicePanel *m_services = nullptr;
    GraphPanel *m_graph = nullptr;
    TimelinePanel *m_timeline = nullptr;
    ChartsPanel *m_charts = nullptr;
    LogPanel *m_logs = nullptr;
    AlertPanel *m_alerts = nullptr;
    InlineMessage *m_message = nullptr;
    QDockWidget *m_details = nullptr;
    SummaryBar *m_summary = nullptr;
    bool m_mayClose = false;
};

} // namespace foghorn

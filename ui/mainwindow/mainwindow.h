#pragma once

#include "ui/mainwindow/windowsources.h"

#include "core/base/clock.h"
#include "core/base/serviceid.h"

#include <QMainWindow>

#include <array>
#include <functional>

class QDockWidget;
class QKeySequence;

namespace foghorn {

class AlertPanel;
class DetailPanel;
class GraphPanel;
class InlineMessage;
class LogPanel;
class NarrowLayout;
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
class UserSettings;

/// The window: pages on one selection, the actions on it, and what came of them. It knows the fleet only through
/// its sources, so it cannot tell an orchestrator of its own from a daemon far away.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    /// In the order they are added.
    enum class Page { Services, Graph, Timeline, Charts, Logs, Alerts };
    /// In the order of the menu bar.
    enum class Menu { File, View, Service, Alert, Go, Tools, Window, Help };

    /// All of them must outlive it.
    MainWindow(const WindowSources &sources, Theme &theme, UserSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Page page);
    /// For features to add their actions to.
    QMenu &menu(Menu which) const;
    /// A new action at the end of a menu; `tip` is shown in the status bar. The caller connects it.
    QAction *addToMenu(Menu which, const QString &text, const QString &tip, const QKeySequence &key);
    /// One for each Page.
    const QList<QAction *> &pageActions() const { return m_pageActions; }
    ServiceSelection &selection() const { return *m_selection; }
    ServiceActions &actionsOnServices() const { return *m_actions; }
    ServicePanel &servicePanel() const { return *m_services; }
    GraphPanel &graphPanel() const { return *m_graph; }
    TimelinePanel &timelinePanel() const { return *m_timeline; }
    ChartsPanel &chartsPanel() const { return *m_charts; }
    TimeCursor &timeCursor() const { return *m_cursor; }
    LogPanel &logPanel() const { return *m_logs; }
    AlertPanel &alertPanel() const { return *m_alerts; }
    DetailPanel &detailPanel() const { return *m_detailPanel; }
    InlineMessage &message() const { return *m_message; }
    ServiceTableModel &model() const { return *m_model; }
    /// Goes to what the service wrote at that time, as around a failed check.
    void showLogAt(const ServiceId &service, WallTime time);
    /// A sentence above the pages that somebody must read.
    void showProblem(const QString &message);
    /// Something was done, and `accept` would take it back; shown above the pages for a few seconds.
    void showOffer(const QString &message, const QString &button, std::function<void()> accept);
    /// Closing hides the window instead of leaving: it can be had back from the tray.
    void setClosingHides(bool hides) { m_closingHides = hides; }
    /// Leaves, wherever the window is; asks when services are running.
    void quit();
    /// A sentence in the status bar, for a few seconds.
    void showSuccess(const QString &message);

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
    void addFindActions(QMenu &go);
    void focusSearch();
    void showLogOfCurrent();
    void buildDetails();
    void buildToolBar();
    void buildMenus();
    void buildGoMenu();
    void buildThemeMenu(QMenu &view);
    void buildFeatures();
    void offerWhenEmpty(QAction &reload);
    void buildMemory();
    void buildStatusBar();
    void showContextMenu(const QPoint &global);
    void refreshSummary();
    void showDetails();
    void askBeforeLeaving();

    const WindowSources m_sources;
    Theme &m_theme;
    UserSettings &m_settings;
    ServiceTableModel *m_model;
    ServiceSelection *m_selection;
    TimeCursor *m_cursor;
    Operations *m_operations;
    ServiceActions *m_actions;
    PageStack *m_pages = nullptr;
    QList<QAction *> m_pageActions; ///< one for each Page
    std::array<QMenu *, 8> m_menus{}; ///< one for each Menu
    ServicePanel *m_services = nullptr;
    GraphPanel *m_graph = nullptr;
    TimelinePanel *m_timeline = nullptr;
    ChartsPanel *m_charts = nullptr;
    LogPanel *m_logs = nullptr;
    AlertPanel *m_alerts = nullptr;
    InlineMessage *m_message = nullptr;
    QDockWidget *m_details = nullptr;
    DetailPanel *m_detailPanel = nullptr;
    NarrowLayout *m_narrow = nullptr;
    SummaryBar *m_summary = nullptr;
    bool m_mayClose = false;
    bool m_closingHides = false;
};

} // namespace foghorn

#pragma once

#include "ui/models/logmodel.h"

#include "core/base/result.h"

#include <QFuture>
#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace foghorn {

class LogBar;
class LogFeed;
class LogFooter;
class LogView;
class ServiceLogs;
class ServiceRegistry;
class ServiceSelection;
class TimeCursor;
class UserSettings;

/// What the Logs page lives on; all of it must outlive the page.
struct LogSources
{
    const ServiceRegistry &registry;
    ServiceLogs &logs;
    ServiceSelection &selection;
    TimeCursor &cursor;
    UserSettings &settings;
};

/// The Logs page: lines of the selected services (of all when none is selected) as they come. In its small form, beside
/// a page, it is the last of them, without the bar that finds, filters and exports.
class LogPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPanel)
public:
    enum class Form { Page, Small };

    explicit LogPanel(const LogSources &sources, Form form = Form::Page, QWidget *parent = nullptr);
    ~LogPanel() override;

    LogView &view() const { return *m_view; }
    LogBar &bar() const { return *m_bar; }
    LogFooter &footer() const { return *m_footer; }
    LogModel &model() const { return *m_model; }
    LogFeed &feed() const { return *m_feed; }
    QPushButton &newLines() const { return *m_newLines; }
    void focusFind();
    /// Find next and find previous, for a menu; none in the small form.
    const QList<QAction *> &findActions() const { return m_findActions; }
    QPushButton &clearedLines() const { return *m_clearedLines; }
    /// Goes to the service's first line that is not older, as soon as its log was read and the page is seen. Selects
    /// the service unless it is shown among others.
    void showAt(const ServiceId &service, WallTime time);
    /// Writes what is shown, in the format that the path's end names; off the event loop.
    QFuture<Result<void>> exportTo(const QString &path);
    /// What stands in place of the lines; empty while there are some.
    QString emptyText() const;

Q_SIGNALS:
    void succeeded(const QString &message);
    void failed(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildEmptyPage();
    void buildFindActions();
    void beSmall();
    void connectBar();
    void followSelection();
    void buildNotices(QBoxLayout &column);
    void readSettings();
    void shareTime(int row);
    void goToWanted();
    void findNext(bool forward);
    void applyFilter();
    void showFound();
    void showState();
    void showEmptiness();
    void showNewLines();
    void showCurrent();
    void askForFile();

    const ServiceRegistry &m_registry;
    ServiceLogs &m_logs;
    ServiceSelection &m_selection;
    TimeCursor &m_cursor;
    UserSettings &m_settings;
    LogModel *m_model;
    LogFeed *m_feed;
    LogBar *m_bar;
    LogView *m_view;
    LogFooter *m_footer;
    QPushButton *m_newLines;
    QPushButton *m_clearedLines;
    QLabel *m_trouble; ///< some logs cannot be read
    QStackedLayout *m_stack = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_showAll = nullptr;
    QPushButton *m_copyPath = nullptr; ///< of the log that cannot be read
    std::optional<WallTime> m_wanted; ///< to go to when the lines are there
    QList<QAction *> m_findActions;
};

} // namespace foghorn

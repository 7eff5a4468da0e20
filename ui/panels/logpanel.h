#pragma once

#include "ui/models/logmodel.h"

#include "core/base/result.h"

#include <QFuture>
#include <QWidget>

class QAction;
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

/// The Logs page: lines of the selected services (of all when none is selected) as they come.
class LogPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPanel)
public:
    /// All of it must outlive the panel.
    LogPanel(
        const ServiceRegistry &registry, ServiceLogs &logs, ServiceSelection &selection, QWidget *parent = nullptr);
    ~LogPanel() override;

    LogView &view() const { return *m_view; }
    LogBar &bar() const { return *m_bar; }
    LogFooter &footer() const { return *m_footer; }
    LogModel &model() const { return *m_model; }
    LogFeed &feed() const { return *m_feed; }
    QPushButton &newLines() const { return *m_newLines; }
    void focusFind();
    /// Find next and find previous, for a menu.
    const QList<QAction *> &findActions() const { return m_findActions; }
    /// Goes to the first line that is not older.
    void showTime(WallTime time);
    /// Writes what is shown; off the event loop.
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
    void connectBar();
    void followSelection();
    void findNext(bool forward);
    void applyFilter();
    void showFound();
    void showState();
    void showEmptiness();
    void showNewLines();
    void showCurrent();
    void askForFile();

    const ServiceRegistry &m_registry;
    ServiceSelection &m_selection;
    LogModel *m_model;
    LogFeed *m_feed;
    LogBar *m_bar;
    LogView *m_view;
    LogFooter *m_footer;
    QPushButton *m_newLines;
    QLabel *m_trouble; ///< some logs cannot be read
    QStackedLayout *m_stack = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_showAll = nullptr;
    QList<QAction *> m_findActions;
};

} // namespace foghorn

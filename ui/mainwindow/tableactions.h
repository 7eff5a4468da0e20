#pragma once

#include "core/base/result.h"
#include "core/base/serviceid.h"
#include "core/registry/servicelogs.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <memory>

class QAction;

namespace foghorn {

class ConnectionBoard;
class MainWindow;
class ServiceRegistry;
struct WindowSources;

/// What can be done with the table of services as a table: choose columns, sort now, copy, export; and the diagnosis of
/// a service for a report.
class TableActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableActions)
public:
    /// `window` becomes the parent; the sources must outlive it.
    TableActions(MainWindow &window, const WindowSources &sources);
    ~TableActions() override;

    /// Writes the rows and columns that are shown; off the event loop.
    QFuture<Result<void>> exportTo(const QString &path);
    void copyRows();
    void copyDiagnosis();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void askForFile();
    void onLogArrived(const LogNews &news);
    void finishDiagnosis(const QString &logFault);

    MainWindow &m_window;
    const ServiceRegistry &m_registry;
    ServiceLogs &m_logs;
    const ConnectionBoard &m_connection;
    QAction *m_columns;
    QAction *m_sort;
    QAction *m_export;
    QAction *m_copy;
    QAction *m_diagnosis;
    ServiceId m_diagnosed; ///< whose log is being asked for; empty: nobody's
    std::unique_ptr<LogStream> m_stream;
    QList<LogLine> m_lines;
    QTimer m_patience; ///< a log that does not come keeps nobody waiting
};

} // namespace foghorn

#pragma once

#include "ui/mainwindow/windowmemory.h"

#include <QUndoStack>

namespace foghorn {

class AlertActions;

/// Takes back what was done to the window itself: filter, columns, layout, what was marked. What was asked of services
/// is not here: it has its own way back.
class WindowUndo final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowUndo)
public:
    /// Watches from now on; all must outlive it.
    WindowUndo(WindowMemory &memory, ServicePanel &services, AlertActions &alerts, QObject *parent);
    ~WindowUndo() override;

    QUndoStack &stack() { return m_stack; }
    /// As the window was at first; can be taken back.
    void resetLayout();

private:
    void onFilterChanged(const QString &text);
    void onColumnsChanged();
    void watchAlerts(AlertActions &alerts);

    WindowMemory &m_memory;
    ServicePanel &m_services;
    QUndoStack m_stack;
    QString m_filter; ///< before the next change
    QStringList m_columns; ///< the same, without widths: those change with the window
    QTimer m_columnsSettled; ///< a click on a header is several signals
    bool m_isReplaying = false;
};

} // namespace foghorn

#pragma once

#include "core/base/serviceid.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

class QMainWindow;

namespace foghorn {

class GraphView;
class PageStack;
class ServicePanel;
class ServiceSelection;
class ServiceTableModel;
class UserSettings;

/// Keeps how a person left a window, for each fleet or daemon its own: where it stands, its docks, page, filter,
/// columns, selection and where the graph was looked at. Written soon after a change, so that a kill loses nothing.
/// What it reads back is checked: what makes no sense any more stays as it was.
class WindowMemory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMemory)
public:
    struct Parts
    {
        QMainWindow &window; ///< the parent
        PageStack &pages;
        ServicePanel &services;
        GraphView &graph;
        ServiceSelection &selection;
        ServiceTableModel &model;
    };
    /// What Reset layout puts back.
    struct Layout
    {
        QByteArray docks; ///< of QMainWindow::saveState
        QStringList columns; ///< of HeaderLayout

        bool operator==(const Layout &) const = default;
    };

    /// `place` names the fleet or the daemon. Make it after everything that it shall put back.
    WindowMemory(const Parts &parts, UserSettings &settings, const QString &place);
    ~WindowMemory() override;

    Layout layout() const;
    /// As the window is made, before anything was put back.
    const Layout &standardLayout() const { return m_standard; }
    void setLayout(const Layout &layout);
    /// Of the settings, for what else is kept of this fleet or daemon.
    QString key(const char *name) const;
    /// Writes what changed now instead of soon.
    void save();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void restoreSelection();
    void restoreGraph();
    void watch();

    const Parts m_parts;
    UserSettings &m_settings;
    const QString m_group;
    Layout m_standard;
    QList<ServiceId> m_wanted; ///< selected when it was left, until the services are known; the current one first
    QTimer m_soon;
};

} // namespace foghorn

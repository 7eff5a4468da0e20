#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace foghorn {

class ConnectionDesk;
class MainWindow;
class Operations;

/// Leads a window on a fleet of this program to another one, by its file. Only while no service of the one that is open
/// lives: nobody's services are stopped, or left, by opening a file.
class FleetFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetFiles)
public:
    /// `window` becomes the parent; the others must outlive it.
    FleetFiles(MainWindow &window, ConnectionDesk &desk, const Operations &operations);
    ~FleetFiles() override;

    /// Open another one, load the example.
    QList<QAction *> actions() const { return {m_open, m_example}; }

private:
    void buildMenu();
    QString whyNot() const;
    void update();
    void ask();
    /// Asks once more whether it may: services may have come up while somebody chose.
    void open(const QString &file);

    MainWindow &m_window;
    ConnectionDesk &m_desk;
    const Operations &m_operations;
    QAction *m_open;
    QAction *m_example;
};

} // namespace foghorn

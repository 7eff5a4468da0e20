#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace foghorn {

class ConnectionBoard;
class ConnectionDesk;
class ConnectionStrip;
class MainWindow;
class Operations;
class ServiceRegistry;
struct ConnectionWish;

/// What leads a window to another fleet: the dialog, the connections that are kept, and the way out. Asks first when
/// this program runs services itself, and when something that was asked of a daemon is under way.
class ConnectionActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionActions)
public:
    /// All of them must outlive it; it belongs to the window.
    struct Parts
    {
        MainWindow &window; ///< the parent
        ConnectionDesk &desk;
        ConnectionBoard &board;
        const ServiceRegistry &registry;
        const Operations &operations;
    };
    explicit ConnectionActions(const Parts &parts);
    ~ConnectionActions() override;

    QAction *connectAction() const { return m_connect; }
    QAction *disconnectAction() const { return m_disconnect; }
    QMenu *keptMenu() const { return m_kept; }

    void openDialog();
    /// The same with what is shown now, to be mended.
    void edit();
    /// The same, for another token.
    void askForControl();

private:
    void buildMenu();
    void fillKept();
    void showIdentity();
    void update();
    void open(bool showsCurrent, bool asksForToken);
    void go(const ConnectionWish &wish);
    void disconnectFrom();

    MainWindow &m_window;
    ConnectionDesk &m_desk;
    ConnectionBoard &m_board;
    const ServiceRegistry &m_registry;
    const Operations &m_operations;
    QAction *m_connect = nullptr;
    QAction *m_disconnect = nullptr;
    QMenu *m_kept = nullptr;
    ConnectionStrip *m_strip;
};

} // namespace foghorn

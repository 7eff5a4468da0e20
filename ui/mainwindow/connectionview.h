#pragma once

#include <QObject>
#include <QTimer>

class QPushButton;
class QStatusBar;
class QVBoxLayout;
class QWidget;

namespace foghorn {

class AlertActions;
class ConnectionBar;
class ConnectionBoard;
class ConnectionChip;
class ConnectionPage;
class ServiceActions;
class Veil;

/// Makes it unmistakable how a window stands with the orchestrator: a chip in the status bar; while the connection is
/// lost a bar above pale pages, and no action on services and alerts; in the place of the pages why there is nothing to
/// show.
class ConnectionView final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionView)
public:
    /// Where in the window it shows itself.
    struct Places
    {
        QVBoxLayout *column; ///< of the centre; the bar goes to its top
        QWidget *pages; ///< in that column
        QWidget *details; ///< paled too
        QStatusBar *statusBar;
        ServiceActions *actions;
        AlertActions *alertActions;
    };

    /// `board` must outlive it; `parent` is the window.
    ConnectionView(ConnectionBoard &board, const Places &places, QWidget *parent);
    ~ConnectionView() override;

    /// There is somebody who hears what follows; before that, nothing of it is offered.
    void allowChanges();
    ConnectionBar &bar() const { return *m_bar; }

Q_SIGNALS:
    /// Another fleet shall be shown, or this one with another address or token.
    void connectWanted();
    void editWanted();
    /// Looking is not enough.
    void controlWanted();
    /// Nobody wants to wait for the first connection.
    void cancelWanted();

private:
    void update();

    ConnectionBoard &m_board;
    const Places m_places;
    ConnectionChip *m_chip;
    ConnectionBar *m_bar;
    ConnectionPage *m_page;
    QPushButton *m_askForControl;
    Veil *m_pagesVeil;
    Veil *m_detailsVeil;
    bool m_mayChange = false;
    QTimer m_tick; ///< ages and the time to the next try, while any is shown
};

} // namespace foghorn

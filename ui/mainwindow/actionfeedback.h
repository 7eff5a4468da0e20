#pragma once

#include <QObject>

namespace foghorn {

class MainWindow;
class Operations;
class ServiceActions;

/// What actions show of themselves around their buttons: the two kinds of restart, who would be hit while a button has
/// the focus, the rows whose probes are asked, and the way back after a stop that nobody was asked about.
class ActionFeedback final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionFeedback)
public:
    /// `window` must be the parent in the end.
    ActionFeedback(MainWindow &window, ServiceActions &actions, Operations &operations);
    ~ActionFeedback() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void splitRestart();

    MainWindow &m_window;
    ServiceActions &m_actions;
    Operations &m_operations;
};

} // namespace foghorn

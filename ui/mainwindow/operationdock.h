#pragma once

#include <QDockWidget>

namespace foghorn {

class MainWindow;
class OperationIndicator;
class OperationPanel;
class Operations;

/// The dock with what was asked of services. Hidden at first; it comes by itself when something of more than one
/// service begins or something fails, and never takes the focus.
class OperationDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationDock)
public:
    OperationDock(MainWindow &window, Operations &operations);
    ~OperationDock() override;

    OperationPanel &panel() const { return *m_panel; }
    OperationIndicator &indicator() const { return *m_indicator; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void onBegan(int operation);
    void comeUp();
    void fitHeight();

    MainWindow &m_window;
    Operations &m_operations;
    OperationPanel *m_panel;
    OperationIndicator *m_indicator;
    bool m_isHeightChosen = false; ///< a person has dragged it to a height
};

} // namespace foghorn

#pragma once

#include <QObject>

class QAction;

namespace foghorn {

class MainWindow;

/// The ways from service to service: back and forward, from problem to problem, to its details, into the graph.
class SelectionActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionActions)
public:
    /// `window` becomes the parent.
    explicit SelectionActions(MainWindow &window);
    ~SelectionActions() override;

    QAction *backAction() const { return m_back; }

private:
    void goToProblem(bool forward);
    void update();

    MainWindow &m_window;
    QAction *m_back;
    QAction *m_forward;
    QAction *m_details;
    QAction *m_graph;
};

} // namespace foghorn

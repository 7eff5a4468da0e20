#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace foghorn {

class GraphScene;
class GraphView;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;

/// The Graph page: the picture, its zoom buttons and its legend.
class GraphPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphPanel)
public:
    GraphPanel(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
        QWidget *parent = nullptr);
    ~GraphPanel() override;

    GraphView &view() const { return *m_view; }
    GraphScene &scene() const { return *m_scene; }

private:
    QWidget *buildTop();
    void showEmptiness();

    ServiceTableModel &m_model;
    GraphScene *m_scene;
    GraphView *m_view;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace foghorn

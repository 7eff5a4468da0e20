#pragma once

#include "ui/graph/graphexport.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace foghorn {

class GraphScene;
class GraphSearch;
class GraphView;

/// The controls above the graph: what is folded and shown, how large, what is searched for, and where it goes.
class GraphBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphBar)
public:
    /// All must outlive it.
    GraphBar(GraphScene &scene, GraphView &view, GraphSearch &search, QWidget *parent = nullptr);
    ~GraphBar() override;

    QLineEdit &searchField() const { return *m_field; }
    QCheckBox &optionalBox() const { return *m_optional; }
    QCheckBox &stoppedBox() const { return *m_stopped; }
    QToolButton &listButton() const { return *m_list; }
    QMenu &exportMenu() const { return *m_exportMenu; }

Q_SIGNALS:
    void listWanted(bool list);
    void mapWanted(bool map);
    void exportWanted(foghorn::GraphExport::Format format, int times);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const QString &name);
    QToolButton *addMenuButton(const QString &text, const QString &name, QMenu *menu);
    void addLayerMenu();
    void addGroupMenu();
    void addBoxes();
    void addZoom();
    void addSearch();
    void addExport();
    void fillGroups(QMenu &menu);
    void showGroup();
    void showScale();
    void showFound();

    GraphScene &m_scene;
    GraphView &m_view;
    GraphSearch &m_search;
    QToolButton *m_group = nullptr;
    QCheckBox *m_optional = nullptr;
    QCheckBox *m_stopped = nullptr;
    QToolButton *m_scale = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_found = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_list = nullptr;
    QMenu *m_exportMenu = nullptr;
};

} // namespace foghorn

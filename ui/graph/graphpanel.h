#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;

namespace foghorn {

class ActionButtons;
class BlastRadius;
class FilteredOut;
class GraphBar;
class GraphExport;
class GraphListView;
class GraphScene;
class GraphSearch;
class GraphView;
class OverviewMap;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;

/// The Graph page: its controls, the picture (or the same as a list), what a stop would do, and the legend.
class GraphPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphPanel)
public:
    /// All must outlive it.
    GraphPanel(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
        QWidget *parent = nullptr);
    ~GraphPanel() override;

    GraphView &view() const { return *m_view; }
    GraphScene &scene() const { return *m_scene; }
    GraphBar &bar() const { return *m_bar; }
    GraphSearch &search() const { return *m_search; }
    GraphListView &list() const { return *m_list; }
    OverviewMap &map() const { return *m_map; }
    GraphExport &exporter() const { return *m_export; }
    BlastRadius &blastRadius() const { return *m_blast; }
    FilteredOut &filteredOut() const { return *m_filteredOut; }
    void focusSearch();
    void showAsList(bool list);
    bool isList() const { return m_isList; }
    /// What a person can do about there being no services at all, as buttons in the place of the picture.
    void setEmptyActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void detailsWanted();
    void contextMenuWanted(const QPoint &global);

private:
    QWidget *buildBottom();
    QWidget *buildEmptyPage();
    void buildStack();
    void showEmptiness();
    bool hidesAll() const;

    ServiceTableModel &m_model;
    GraphScene *m_scene;
    GraphView *m_view;
    GraphSearch *m_search;
    GraphBar *m_bar;
    GraphListView *m_list;
    OverviewMap *m_map;
    GraphExport *m_export;
    BlastRadius *m_blast;
    QStackedLayout *m_stack = nullptr;
    FilteredOut *m_filteredOut = nullptr;
    QWidget *m_empty = nullptr;
    ActionButtons *m_emptyActions = nullptr;
    QLabel *m_consequence = nullptr;
    bool m_isList = false;
};

} // namespace foghorn

#pragma once

#include "ui/access/listaccess.h"

#include <QListView>

namespace foghorn {

class GraphListModel;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;

/// The graph's twin for those who prefer a list; the same selection.
class GraphListView final : public QListView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphListView)
public:
    GraphListView(const ServiceRegistry &registry, const ServiceTableModel &services, ServiceSelection &selection,
        QWidget *parent = nullptr);
    ~GraphListView() override;

    GraphListModel &lines() const { return *m_lines; }

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

Q_SIGNALS:
    void detailsWanted();
    void contextMenuWanted(const QPoint &global);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void onSelectionChanged();

    GraphListModel *m_lines;
    ServiceSelection &m_selection;
    bool m_syncing = false;
};

} // namespace foghorn

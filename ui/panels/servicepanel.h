#pragma once

#include "core/base/serviceid.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace foghorn {

class ServiceFilterModel;
class ServiceSelection;
class ServiceTableModel;
class ServiceView;

/// The Services page: a filter above the table, and in place of the table a sentence when there is nothing to show.
class ServicePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServicePanel)
public:
    /// Model and selection must outlive the panel.
    ServicePanel(ServiceTableModel &model, ServiceSelection &selection, QWidget *parent = nullptr);
    ~ServicePanel() override;

    ServiceView &view() const { return *m_view; }
    QLineEdit &filterField() const { return *m_filter; }
    void focusFilter();

public Q_SLOTS:
    void sortNow();

Q_SIGNALS:
    void detailsWanted();
    void graphWanted();
    void contextMenuWanted(const QPoint &global);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildEmptyPage();
    void onRefreshed();
    void onViewSelectionChanged();
    void onSelectionChanged();
    void showCounts();
    void keepCurrent();

    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    ServiceFilterModel *m_filtered;
    ServiceView *m_view;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_sortChip = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_clearFilter = nullptr;
    bool m_syncing = false; ///< our own change of one selection shall not come back from the other
};

} // namespace foghorn

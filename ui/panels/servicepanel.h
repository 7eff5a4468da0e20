#pragma once

#include "ui/models/serviceexport.h"

#include "core/base/serviceid.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace foghorn {

class ActionButtons;
class FilterChips;
class ServiceColumns;
class ServiceFilterModel;
class ServiceSelection;
class ServiceTableModel;
class ServiceView;
class UserSettings;

/// The Services page: a filter above the table, and in place of the table a sentence when there is nothing to show.
/// Rows stay where they are while the pointer is over them or a menu is open; a chip says that the order has changed.
class ServicePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServicePanel)
public:
    /// All of it must outlive the panel.
    ServicePanel(
        ServiceTableModel &model, ServiceSelection &selection, UserSettings &settings, QWidget *parent = nullptr);
    ~ServicePanel() override;

    ServiceView &view() const { return *m_view; }
    ServiceColumns &columns() const { return *m_columns; }
    ServiceFilterModel &filtered() const { return *m_filtered; }
    QLineEdit &filterField() const { return *m_filter; }
    QString filterText() const;
    void setFilterText(const QString &text);
    void focusFilter();
    /// What a person can do about there being no services at all, as buttons in the place of the table.
    void setEmptyActions(const QList<QAction *> &actions);
    bool isSortPending() const;
    /// The visible columns of the rows that are shown, or of those of them that are selected.
    TableCut cut(bool onlySelected) const;

public Q_SLOTS:
    void sortNow();

Q_SIGNALS:
    void detailsWanted();
    void graphWanted();
    void contextMenuWanted(const QPoint &global);
    void filterTextChanged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildEmptyPage();
    void connectView();
    void onFilterTextChanged(const QString &text);
    void onRefreshed();
    void onViewSelectionChanged();
    void onSelectionChanged();
    void showCounts();
    void showSelectedCount();
    void keepCurrent();
    bool isSomebodyPointing();

    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    ServiceFilterModel *m_filtered;
    ServiceView *m_view;
    ServiceColumns *m_columns;
    QLineEdit *m_filter = nullptr;
    FilterChips *m_chips = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_selectedCount = nullptr;
    QToolButton *m_sortChip = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_clearFilter = nullptr;
    ActionButtons *m_emptyActions = nullptr;
    bool m_syncing = false; ///< our own change of one selection shall not come back from the other
};

} // namespace foghorn

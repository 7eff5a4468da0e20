#pragma once

#include "core/base/serviceid.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace foghorn {

class AlertActions;
class AlertBoard;
class AlertCommands;
class AlertTableModel;
class AlertView;
class ServiceSelection;
class ServiceTableModel;

/// The Alerts page: one row for each cause of trouble, and what can be done about it.
class AlertPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertPanel)
public:
    /// All of it must outlive the panel.
    AlertPanel(const AlertBoard &board, AlertCommands &commands, const ServiceTableModel &services,
        ServiceSelection &selection, QWidget *parent = nullptr);
    ~AlertPanel() override;

    AlertView &view() const { return *m_view; }
    AlertTableModel &model() const { return *m_model; }
    AlertActions &actionsOnAlerts() const { return *m_actions; }
    /// What stands in place of the table; empty while there are alerts.
    QString emptyText() const;

Q_SIGNALS:
    /// How many fire.
    void countChanged(int firing);
    void detailsWanted();

private:
    QWidget *buildTop();
    QWidget *buildEmptyPage();
    void onRefreshed();
    void onChosen();
    void shareChoice();
    void copyRows();

    const AlertBoard &m_board;
    ServiceSelection &m_selection;
    AlertTableModel *m_model;
    AlertView *m_view;
    AlertActions *m_actions;
    QLabel *m_count = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace foghorn

#pragma once

#include "ui/access/listaccess.h"

#include <QTableView>

namespace foghorn {

class AlertTableModel;

/// The table of alerts, read out as a list of sentences. Right and Left open and close what an alert affects.
class AlertView final : public QTableView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertView)
public:
    explicit AlertView(AlertTableModel &model, QWidget *parent = nullptr);
    ~AlertView() override;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

Q_SIGNALS:
    void rowSelectionChanged();
    void detailsWanted();
    void graphWanted();
    void copyWanted();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    /// Where it is narrow, what is wrong keeps its room: whom it affects is in the rows below too.
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(int row);

    AlertTableModel &m_model;
};

} // namespace foghorn

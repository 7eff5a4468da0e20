#pragma once

#include "ui/access/listaccess.h"

#include <QTableView>

namespace foghorn {

class ServiceFilterModel;

/// The table of services, read out as a list of sentences. Rows do not move while the pointer is over them.
class ServiceView final : public QTableView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceView)
public:
    explicit ServiceView(ServiceFilterModel &model, QWidget *parent = nullptr);
    ~ServiceView() override;

    bool isPointerOverRows() const;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

Q_SIGNALS:
    void pointerLeft();
    /// Enter on a row.
    void activatedByKey();
    void activatedWithShift();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpColumns();

    ServiceFilterModel &m_model;
};

} // namespace foghorn

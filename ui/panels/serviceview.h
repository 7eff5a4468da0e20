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
    /// Rows of two lines.
    void setComfortable(bool comfortable);
    bool isComfortable() const { return m_isComfortable; }

    /// Goes to the next name that begins so, whatever column is current.
    void keyboardSearch(const QString &search) override;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

Q_SIGNALS:
    void pointerEntered();
    void pointerLeft();
    /// Enter on a row.
    void activatedByKey();
    void activatedWithShift();
    /// '/' was typed.
    void filterWanted();
    /// Its needs, or who needs it, were clicked.
    void neighboursClicked();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void applyRowHeight();

    ServiceFilterModel &m_model;
    bool m_isComfortable = false;
};

} // namespace foghorn

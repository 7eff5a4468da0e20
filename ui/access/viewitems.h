#pragma once

#include "ui/access/listaccess.h"

#include <QObject>

class QAbstractItemView;
class QModelIndex;

namespace foghorn {

/// Tells of the rows of any of Qt's own views: lists of dialogs, those that boxes drop down. Rows below others and
/// columns of their own are not told; a row is one sentence.
class ViewItems final : public QObject, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewItems)
public:
    /// Of that view, whose child it becomes; the same one each time.
    static ViewItems &of(QAbstractItemView &view);
    ~ViewItems() override;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

private:
    explicit ViewItems(QAbstractItemView &view);
    QModelIndex at(int item, int column = 0) const;

    QAbstractItemView &m_view;
};

} // namespace foghorn

#include "ui/access/viewitems.h"

#include <QAbstractItemView>

namespace foghorn {

ViewItems::ViewItems(QAbstractItemView &view)
    : QObject(&view)
    , m_view(view)
{
}

ViewItems::~ViewItems() = default;

ViewItems &ViewItems::of(QAbstractItemView &view)
{
    if (auto *known = view.findChild<ViewItems *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new ViewItems(view);
}

int ViewItems::accessibleCount() const { return m_view.model() ? m_view.model()->rowCount(m_view.rootIndex()) : 0; }

QModelIndex ViewItems::at(int item, int column) const
{
    return m_view.model() ? m_view.model()->index(item, column, m_view.rootIndex()) : QModelIndex();
}

QString ViewItems::accessibleItemName(int item) const
{
    const int columns = at(item).isValid() ? m_view.model()->columnCount(m_view.rootIndex()) : 0;
    QStringList words;
    for (int column = 0; column < columns; ++column) {
        const QModelIndex index = at(item, column);
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        const QString text = spoken.isEmpty() ? index.data(Qt::DisplayRole).toString() : spoken;
        if (!text.isEmpty())
            words.append(text);
    }
    return words.join(QStringLiteral(", "));
}

QRect ViewItems::accessibleItemRect(int item) const
{
    const QRect rect = m_view.visualRect(at(item));
    return rect.isEmpty() ? QRect() : rect.translated(m_view.viewport()->mapToGlobal(QPoint()));
}

bool ViewItems::isAccessibleItemSelected(int item) const
{
    return m_view.selectionModel() && m_view.selectionModel()->isSelected(at(item));
}

int ViewItems::accessibleCurrentItem() const { return m_view.currentIndex().row(); }

void ViewItems::selectAccessibleItem(int item)
{
    if (const QModelIndex index = at(item); index.isValid())
        m_view.setCurrentIndex(index);
}

} // namespace foghorn

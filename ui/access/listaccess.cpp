#include "ui/access/listaccess.h"

#include "ui/access/listitemaccess.h"

namespace foghorn {

void AccessibleItems::doAccessibleItemAction(int item, const QString &action)
{
    if (action == QAccessibleActionInterface::pressAction())
        selectAccessibleItem(item);
}

ListAccess::ListAccess(QWidget *view, AccessibleItems &items)
    : QAccessibleWidget(view, QAccessible::List)
    , m_items(items)
{
}

ListAccess::~ListAccess()
{
    for (const QAccessible::Id id : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

int ListAccess::childCount() const { return m_items.accessibleCount(); }

QAccessibleInterface *ListAccess::child(int index) const
{
    if (index < 0 || (index >= childCount() && index >= static_cast<int>(m_children.size())))
        return nullptr;
    while (static_cast<int>(m_children.size()) <= index) {
        const int number = static_cast<int>(m_children.size());
        // Qt's cache owns it from here on.
        m_children.push_back(QAccessible::registerAccessibleInterface(new ListItemAccess(widget(), m_items, number)));
    }
    return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
}

int ListAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const ListItemAccess *>(child);
    return item ? item->number() : -1;
}

QAccessibleInterface *ListAccess::childAt(int x, int y) const
{
    for (int item = 0; item < childCount(); ++item) {
        if (m_items.accessibleItemRect(item).contains(x, y))
            return child(item);
    }
    return nullptr;
}

QAccessibleInterface *ListAccess::focusChild() const
{
    const int current = m_items.accessibleCurrentItem();
    return widget()->hasFocus() && current >= 0 ? child(current) : nullptr;
}

void installListAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *items = dynamic_cast<AccessibleItems *>(object);
            auto *view = qobject_cast<QWidget *>(object);
            return items && view ? new ListAccess(view, *items) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(installed)
}

void announceFocus(QWidget *view, int item)
{
    if (!QAccessible::isActive() || item < 0 || !view->hasFocus())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(item);
    QAccessible::updateAccessibility(&event);
}

} // namespace foghorn

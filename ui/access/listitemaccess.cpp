#include "ui/access/listitemaccess.h"

#include "ui/access/listaccess.h"

namespace foghorn {

ListItemAccess::ListItemAccess(QWidget *view, AccessibleItems &items, int number)
    : m_view(view)
    , m_items(items)
    , m_number(number)
{
}

bool ListItemAccess::isValid() const { return !m_view.isNull(); }

bool ListItemAccess::isThere() const { return m_view && m_number < m_items.accessibleCount(); }

QAccessibleInterface *ListItemAccess::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QString ListItemAccess::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isThere() ? m_items.accessibleItemName(m_number) : QString();
}

QRect ListItemAccess::rect() const { return isThere() ? m_items.accessibleItemRect(m_number) : QRect(); }

QAccessible::State ListItemAccess::state() const
{
    QAccessible::State state;
    if (!isThere()) {
        state.invisible = true;
        return state;
    }
    const bool shown = m_view->isVisible();
    state.invisible = !shown;
    state.offscreen = shown && rect().isEmpty();
    state.selectable = true;
    state.focusable = true;
    state.selected = m_items.isAccessibleItemSelected(m_number);
    if (const std::optional<bool> expanded = m_items.isAccessibleItemExpanded(m_number)) {
        state.expandable = true;
        state.expanded = *expanded;
        state.collapsed = !*expanded;
    }
    state.focused = m_view->hasFocus() && m_items.accessibleCurrentItem() == m_number;
    return state;
}

void *ListItemAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList ListItemAccess::actionNames() const
{
    return isThere() ? m_items.accessibleItemActions(m_number) : QStringList{pressAction()};
}

void ListItemAccess::doAction(const QString &name)
{
    if (isThere())
        m_items.doAccessibleItemAction(m_number, name);
}

} // namespace foghorn

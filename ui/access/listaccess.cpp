#include "ui/access/listaccess.h"

#include "ui/access/listitemaccess.h"
#include "ui/access/viewitems.h"

#include <QAbstractItemView>
#include <QHeaderView>

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

namespace {

/// Of areas that scroll. Qt's own looks up a child without looking whether there is one, and a scroll bar that goes
/// between two questions of a reader ends the program.
class AreaAccess final : public QAccessibleWidget
{
public:
    explicit AreaAccess(QWidget *area)
        : QAccessibleWidget(area, QAccessible::Pane)
    {
    }
};

/// `kind` is the class that Qt would make an interface for: that of the object, then those it comes from.
QAccessibleInterface *make(const QString &kind, QObject *object)
{
    auto *view = qobject_cast<QWidget *>(object);
    if (!view)
        return nullptr;
    if (auto *items = dynamic_cast<AccessibleItems *>(object))
        return new ListAccess(view, *items);
    if (auto *stock = qobject_cast<QAbstractItemView *>(object); stock && !qobject_cast<QHeaderView *>(object))
        return new ListAccess(view, ViewItems::of(*stock));
    const bool isArea = kind == QLatin1String("QScrollArea") || kind == QLatin1String("QAbstractScrollArea");
    return isArea ? new AreaAccess(view) : nullptr;
}

} // namespace

void installListAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(&make);
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

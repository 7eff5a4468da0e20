#pragma once

#include <QAccessible>
#include <QAccessibleWidget>
#include <QRect>
#include <QString>

#include <optional>
#include <vector>

namespace foghorn {

/// What a view tells of its items to screen readers. Items are numbered 0..count-1 as they are shown.
class AccessibleItems
{
public:
    virtual ~AccessibleItems() = default;
    virtual int accessibleCount() const = 0;
    virtual QString accessibleItemName(int item) const = 0; ///< the item as a sentence
    virtual QRect accessibleItemRect(int item) const = 0; ///< on the screen; empty when not shown
    virtual bool isAccessibleItemSelected(int item) const = 0;
    virtual int accessibleCurrentItem() const = 0; ///< -1: none
    virtual void selectAccessibleItem(int item) = 0;
    /// The names of what can be done with an item; pressing selects it.
    virtual QStringList accessibleItemActions(int) const { return {QAccessibleActionInterface::pressAction()}; }
    virtual void doAccessibleItemAction(int item, const QString &action);
    /// Nothing: it cannot be folded.
    virtual std::optional<bool> isAccessibleItemExpanded(int) const { return std::nullopt; }
};

/// A view as a list of sentences. Qt's own interface of item views crashes under a reader while rows come and go, so
/// children are registered once for each number, never deleted while the view lives, and are invisible beyond the end.
class ListAccess final : public QAccessibleWidget
{
public:
    /// `items` is the view itself or lives as long.
    ListAccess(QWidget *view, AccessibleItems &items);
    ~ListAccess() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    AccessibleItems &items() const { return m_items; }
    QWidget *view() const { return widget(); }

private:
    AccessibleItems &m_items;
    mutable std::vector<QAccessible::Id> m_children; ///< by item number; made when first asked for
};

/// Lets Qt make a ListAccess for every QWidget that is an AccessibleItems and for all of Qt's own views, and an
/// interface that stands any question for areas that scroll. May be called often.
void installListAccess();

/// Tells readers that `item` of `view` has the focus now.
void announceFocus(QWidget *view, int item);

} // namespace foghorn

#pragma once

#include <QAccessible>

#include <QPointer>
#include <QWidget>

namespace foghorn {

class AccessibleItems;

/// One item of a ListAccess, known by its number only.
class ListItemAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ListItemAccess(QWidget *view, AccessibleItems &items, int number);

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    int number() const { return m_number; }

private:
    bool isThere() const;

    QPointer<QWidget> m_view; ///< a reader may hold us for longer than the view lives
    AccessibleItems &m_items; ///< part of the view
    int m_number;
};

} // namespace foghorn

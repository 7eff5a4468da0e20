#include "tests/ui/accesschecks/widgetchecks.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace foghorn {

namespace {

constexpr int MostChildren = 60; // of one list; the others are made the same way

/// What only holds others together, and what a reader passes by.
bool needsNoName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Client:
    case QAccessible::Pane:
    case QAccessible::Grouping:
    case QAccessible::LayeredPane:
    case QAccessible::Splitter:
    case QAccessible::ScrollBar:
    case QAccessible::Separator:
    case QAccessible::TitleBar:
    case QAccessible::Grip:
    case QAccessible::ToolBar:
    case QAccessible::MenuBar:
    case QAccessible::StatusBar:
    case QAccessible::PopupMenu:
    case QAccessible::Whitespace:
    case QAccessible::Border:
    case QAccessible::NoRole:
        return true;
    default:
        return false;
    }
}

QString told(QAccessibleInterface &face)
{
    const auto *widget = qobject_cast<const QWidget *>(face.object());
    return QStringLiteral("role %1, %2").arg(face.role()).arg(widget ? describe(*widget) : QStringLiteral("a part"));
}

/// What gives its focus away, and what an area shows its contents in.
bool isBehindAnother(QAccessibleInterface &face)
{
    const auto *widget = qobject_cast<const QWidget *>(face.object());
    const auto *area = widget ? qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()) : nullptr;
    return widget && (widget->focusProxy() || (area && area->viewport() == widget));
}

/// There is nothing to be read.
bool isEmptyLabel(QAccessibleInterface &face)
{
    const auto *label = qobject_cast<const QLabel *>(face.object());
    const auto *field = qobject_cast<const QLineEdit *>(face.object());
    return (label && label->text().isEmpty() && label->pixmap(Qt::ReturnByValue).isNull())
        || (field && field->focusProxy());
}

class NameWalk
{
public:
    void walk(QAccessibleInterface &face)
    {
        const QAccessible::State state = face.state();
        if (state.invisible || !face.isValid())
            return;
        const QString name = face.text(QAccessible::Name);
        const bool isWorkedWith = state.focusable && !state.disabled && !isBehindAnother(face);
        if (name.trimmed().isEmpty() && !isEmptyLabel(face) && (isWorkedWith || !needsNoName(face.role())))
            faults.append(QStringLiteral("No name: ") + told(face));
        if (isWorkedWith && face.object())
            noteTwins(face, name);
        for (int at = 0; at < std::min(face.childCount(), MostChildren); ++at) {
            if (QAccessibleInterface *child = face.child(at))
                walk(*child);
        }
    }

    QStringList faults;

private:
    /// Two buttons of one name in one place cannot be told apart.
    void noteTwins(QAccessibleInterface &face, const QString &name)
    {
        QAccessibleInterface *parent = face.parent();
        const QString key =
            QStringLiteral("%1/%2/%3").arg(quintptr(parent ? parent->object() : nullptr)).arg(face.role()).arg(name);
        if (m_seen.contains(key) && m_seen.value(key) != face.object())
            faults.append(QStringLiteral("Two of one name: ") + told(face));
        m_seen.insert(key, face.object());
    }

    QHash<QString, QObject *> m_seen;
};

} // namespace

QStringList nameless(QWidget &root)
{
    NameWalk walk;
    if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&root))
        walk.walk(*face);
    else
        walk.faults.append(QStringLiteral("The window itself is not there for readers"));
    return walk.faults;
}

} // namespace foghorn

#include "ui/models/shortcutbook.h"

#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"

#include <QAction>
#include <QSet>

#include <algorithm>

namespace foghorn {

namespace {

QString nameOf(const QAction &action)
{
    if (!action.objectName().isEmpty() || action.shortcut().isEmpty())
        return action.objectName();
    QString name = action.shortcut().toString(QKeySequence::PortableText);
    name.replace(QLatin1Char('/'), QLatin1String("Slash")); // parts groups in the file
    name.replace(QLatin1Char('\\'), QLatin1String("Backslash"));
    return name;
}

bool isFunctionKey(Qt::Key key) { return key >= Qt::Key_F1 && key <= Qt::Key_F35; }

} // namespace

ShortcutBook::ShortcutBook(UserSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

ShortcutBook::~ShortcutBook() = default;

QString ShortcutBook::keyOf(const Entry &entry) const { return ShortcutGroup + QLatin1Char('/') + entry.name; }

void ShortcutBook::open(const QList<Listed> &actions)
{
    QSet<QString> names;
    for (const Listed &listed : actions) {
        const QString name = nameOf(*listed.action);
        if (name.isEmpty() || names.contains(name))
            continue;
        names.insert(name);
        m_entries.append({name, listed.menu, listed.action, listed.action->shortcuts()});
    }
    // First the wishes, then the others: two may have changed places.
    QList<QKeySequence> used;
    const auto take = [&used](const QList<QKeySequence> &wanted) {
        QList<QKeySequence> free;
        for (const QKeySequence &keys : wanted) {
            if (!used.contains(keys)) {
                used.append(keys);
                free.append(keys);
            }
        }
        return free;
    };
    QSet<int> wished;
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        if (!m_settings.value(keyOf(entry)).isValid())
            continue;
        const QList<QKeySequence> kept = keptFor(entry);
        const QList<QKeySequence> free = take(kept);
        if (free.size() != kept.size())
            continue; // somebody else was promised them
        entry.action->setShortcuts(free);
        wished.insert(i);
    }
    for (int i = 0; i < m_entries.size(); ++i) {
        if (!wished.contains(i))
            m_entries.at(i).action->setShortcuts(take(m_entries.at(i).standard));
    }
}

/// What makes no sense counts as the standard.
QList<QKeySequence> ShortcutBook::keptFor(const Entry &entry) const
{
    const QString text = m_settings.value(keyOf(entry)).toString();
    if (text.isEmpty())
        return {};
    const QKeySequence keys = QKeySequence::fromString(text, QKeySequence::PortableText);
    return whyNot(keys).isEmpty() ? QList<QKeySequence>{keys} : entry.standard;
}

int ShortcutBook::holderOf(const QKeySequence &keys, int entry) const
{
    for (int i = 0; i < m_entries.size(); ++i) {
        const QAction *action = m_entries.at(i).action;
        if (i != entry && action && action->shortcuts().contains(keys))
            return i;
    }
    return -1;
}

QString ShortcutBook::whyNot(const QKeySequence &keys)
{
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown || keys[0].key() == 0)
        return tr("These are no keys for an action.");
    const Qt::KeyboardModifiers with = keys[0].keyboardModifiers();
    if (isFunctionKey(keys[0].key()) || (with & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return {};
    return tr("Letters and other keys alone are for moving and typing. Add Ctrl or Alt, or take a function key.");
}

void ShortcutBook::give(int entry, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &each : keys) {
        const int holder = holderOf(each, entry);
        if (holder < 0)
            continue;
        QAction *other = m_entries.at(holder).action;
        QList<QKeySequence> left = other->shortcuts();
        left.removeAll(each);
        other->setShortcuts(left);
        keep(holder);
    }
    if (QAction *action = m_entries.at(entry).action)
        action->setShortcuts(keys);
    keep(entry);
}

void ShortcutBook::keep(int entry)
{
    const QAction *action = m_entries.at(entry).action;
    if (isStandard(entry))
        m_settings.setValue(keyOf(m_entries.at(entry)), {});
    else if (action)
        m_settings.setValue(keyOf(m_entries.at(entry)), action->shortcut().toString(QKeySequence::PortableText));
}

bool ShortcutBook::isStandard(int entry) const
{
    const Entry &shown = m_entries.at(entry);
    return !shown.action || shown.action->shortcuts() == shown.standard;
}

void ShortcutBook::setKeys(int entry, const QKeySequence &keys)
{
    give(entry, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    Q_EMIT changed();
}

void ShortcutBook::reset(int entry)
{
    give(entry, m_entries.at(entry).standard);
    Q_EMIT changed();
}

void ShortcutBook::resetAll()
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (QAction *action = m_entries.at(i).action)
            action->setShortcuts(m_entries.at(i).standard);
        m_settings.setValue(keyOf(m_entries.at(i)), {});
    }
    Q_EMIT changed();
}

} // namespace foghorn

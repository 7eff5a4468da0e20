#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace foghorn {

class UserSettings;

/// The keys of a window's actions: as they are made, or as somebody has changed them. No two actions have the same.
class ShortcutBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutBook)
public:
    struct Entry
    {
        QString name; ///< in the settings; the same in every language
        QString menu; ///< where people find it
        QPointer<QAction> action;
        QList<QKeySequence> standard; ///< as it was made
    };
    struct Listed
    {
        QAction *action;
        QString menu;
    };

    /// Settings must outlive it.
    ShortcutBook(UserSettings &settings, QObject *parent);
    ~ShortcutBook() override;

    /// All that can have keys, each once, and gives them the keys that are kept. What has neither keys nor an object's
    /// name is left out: nothing could be kept for it.
    void open(const QList<Listed> &actions);
    const QList<Entry> &entries() const { return m_entries; }

    /// Who has these keys, other than `entry`; -1: nobody.
    int holderOf(const QKeySequence &keys, int entry) const;
    /// Why nobody can have these keys; empty: they can be given.
    static QString whyNot(const QKeySequence &keys);
    /// Takes them from who has them. Empty: no keys.
    void setKeys(int entry, const QKeySequence &keys);
    bool isStandard(int entry) const;
    /// Takes keys back from who got them meanwhile; that one has none then.
    void reset(int entry);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    void give(int entry, const QList<QKeySequence> &keys);
    void keep(int entry);
    QString keyOf(const Entry &entry) const;
    QList<QKeySequence> keptFor(const Entry &entry) const;

    UserSettings &m_settings;
    QList<Entry> m_entries;
};

} // namespace foghorn

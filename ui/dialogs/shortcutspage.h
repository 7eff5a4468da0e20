#pragma once

#include <QWidget>

class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace foghorn {

class PaletteList;
class PaletteModel;
class ShortcutBook;

/// All actions with their keys; those of the chosen one can be changed. Who has the keys already is named, and keeps
/// them unless they are taken from it.
class ShortcutsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsPage)
public:
    /// `book` must outlive it.
    explicit ShortcutsPage(ShortcutBook &book, QWidget *parent = nullptr);
    ~ShortcutsPage() override;

    QKeySequenceEdit &edit() const { return *m_edit; }
    PaletteList &list() const { return *m_list; }
    /// What is said about the keys that were typed.
    QString message() const;

private:
    void build();
    void fill();
    void search();
    void showChosen();
    void onEdited();
    void offer(const QString &message, bool canTake);
    int chosen() const;
    QString titleOf(int entry) const;

    ShortcutBook &m_book;
    QLineEdit *m_find;
    PaletteModel *m_model;
    PaletteList *m_list;
    QLabel *m_label;
    QKeySequenceEdit *m_edit;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_message;
    QPushButton *m_take;
};

} // namespace foghorn

#pragma once

#include <QDialog>

namespace foghorn {

class ShortcutBook;

/// All keys at a glance, by menu, and those that the views have for themselves.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)
public:
    ShortcutsDialog(const ShortcutBook &book, QWidget *parent);
    ~ShortcutsDialog() override;

private:
    static QString htmlOf(const ShortcutBook &book);
    static QString viewKeys();
};

} // namespace foghorn

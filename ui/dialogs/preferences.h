#pragma once

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace foghorn {

class ShortcutBook;
class Theme;
class UserSettings;

/// What a person can choose, page by page. Every change holds at once; there is nothing to apply.
class Preferences final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Preferences)
public:
    /// In the order of the list.
    enum class Page { General, Appearance, Logs, Confirmations, Shortcuts };

    /// All of them must outlive it.
    Preferences(UserSettings &settings, Theme &theme, ShortcutBook &shortcuts, QWidget *parent);
    ~Preferences() override;

    void showPage(Page page);

private:
    void addPage(const QString &title, QWidget *page);

    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace foghorn

#pragma once

#include <QDialog>

#include <array>

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
    static constexpr std::array AllPages{
        Page::General, Page::Appearance, Page::Logs, Page::Confirmations, Page::Shortcuts};
    static QString titleOf(Page page);

    /// All of them must outlive it.
    Preferences(UserSettings &settings, Theme &theme, ShortcutBook &shortcuts, QWidget *parent);
    ~Preferences() override;

    void showPage(Page page);

private:
    void addPage(Page page, QWidget *contents);

    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace foghorn

#pragma once

#include "ui/models/filterbook.h"

class QAction;
class QInputDialog;
class QMenu;

namespace foghorn {

class FilterLinks;
class MainWindow;

/// Filters under a name: in the View menu, and with it in the command palette, and beside the pages below the states.
class SavedFilters final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedFilters)
public:
    /// All must outlive it; it belongs to the window.
    SavedFilters(MainWindow &window, FilterLinks &links, UserSettings &settings);
    ~SavedFilters() override;

    FilterBook &book() { return m_book; }
    QMenu *menu() const { return m_menu; }
    QAction *saveAction() const { return m_save; }

private:
    void fill();
    void update();
    void askForName();
    void showByName(const QString &name);

    MainWindow &m_window;
    FilterLinks &m_links;
    FilterBook m_book;
    QMenu *m_menu;
    QMenu *m_forget;
    QAction *m_save;
};

} // namespace foghorn

#pragma once

#include "ui/style/actionicon.h"

#include <QWidget>

class QAction;
class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace foghorn {

/// The pages of the window, one shown at a time, and the list that leads to them.
class PageStack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageStack)
public:
    struct Entry
    {
        ActionSymbol symbol;
        QString text; ///< with its mnemonic, unique among the pages
        QString tip; ///< what it shows, a few words
        QWidget *page = nullptr; ///< becomes ours
        QWidget *focus = nullptr; ///< what is worked with first; in the page
    };

    explicit PageStack(QWidget *parent = nullptr);
    ~PageStack() override;

    /// The next page; its action (Ctrl+1 and so on) shows it and gives it the focus.
    QAction *addPage(const Entry &entry);
    void showPage(int index);
    /// The same without giving it the focus.
    void raisePage(int index);
    int current() const;
    int count() const;
    /// The list that leads to the pages, and where they are shown.
    QWidget &navigation() const;
    QWidget &pageArea() const;
    /// What is worked with first on the page that is shown.
    QWidget *currentFocus() const { return m_focus.value(current()); }
    /// How much on it waits for somebody; shown beside its name. 0: nothing.
    void setCount(int index, int count);
    /// Below the list; becomes ours.
    void setBelowList(QWidget *widget);
    /// The list as icons, and nothing below it.
    void setCompact(bool compact);
    /// Becomes ours until takeDetails().
    void addDetails(QWidget *details);
    /// Back to the caller. Whoever only gave it another parent would have it resized from here for ever after.
    QWidget *takeDetails();
    /// Over the pages, where there is no room beside them, until leaveDetails() or another page is chosen.
    void showDetails();
    bool isShowingDetails() const;
    void leaveDetails();

Q_SIGNALS:
    void currentChanged(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void widenBelow(const QWidget &widget);
    void onRowChanged(int index);
    void showNames();

    QListWidget *m_list;
    QWidget *m_column; ///< the list and what is below it
    QWidget *m_below = nullptr;
    QScrollArea *m_details = nullptr; ///< what shows the details when they are over the pages
    QStackedWidget *m_over; ///< the pages, or details over them
    QStackedWidget *m_pages;
    bool m_isCompact = false;
    QList<int> m_counts; ///< of each page
    QStringList m_names; ///< of each page, as listed
    QList<QWidget *> m_focus; ///< of each page; no focus proxies, they tear the tab order
};

} // namespace foghorn

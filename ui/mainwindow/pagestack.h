#pragma once

#include "ui/style/actionicon.h"

#include <QWidget>

class QAction;
class QListWidget;
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
    int current() const;
    /// How much on it waits for somebody; shown beside its name. 0: nothing.
    void setCount(int index, int count);

Q_SIGNALS:
    void currentChanged(int index);

private:
    QListWidget *m_list;
    QStackedWidget *m_pages;
    QStringList m_names; ///< of each page, as listed
    QList<QWidget *> m_focus; ///< of each page; no focus proxies, they tear the tab order
};

} // namespace foghorn

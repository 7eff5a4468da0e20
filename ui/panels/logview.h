#pragma once

#include "ui/access/listaccess.h"

#include "core/base/clock.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

#include <optional>

namespace foghorn {

class LogDelegate;
class LogModel;

/// The lines of a log. Follows the end only while it is shown; else what is read stays where it is.
class LogView final : public QListView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)
public:
    explicit LogView(LogModel &model, QWidget *parent = nullptr);
    ~LogView() override;

    LogDelegate &lineDelegate() const { return *m_delegate; }
    bool isFollowing() const { return m_isFollowing; }
    /// How many came below since it stopped following.
    int newCount() const { return m_newCount; }
    void goToEnd();
    /// Makes the row the current one, in the middle of the view when it was not seen.
    void goTo(int row);
    /// Where the others point at; nothing: nowhere.
    void setMark(std::optional<WallTime> time);
    /// The selected lines as text, oldest first; the current one when none is selected.
    QString selectedText() const;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

Q_SIGNALS:
    void followingChanged();
    void currentLineChanged(int row);
    void copyWanted();
    /// By a person, with keys or pointer.
    void lineChosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void onScrolled();
    void settle();
    void setFollowing(bool following);
    int lastVisibleRow() const;
    void bringCurrentIntoView();
    bool goByKey(QKeyEvent *event);

    LogModel &m_model;
    LogDelegate *m_delegate;
    QTimer m_settler;
    QPersistentModelIndex m_top; ///< the first row seen, while lines above it go
    bool m_isFollowing = true;
    bool m_isSettling = false;
    int m_newCount = 0;
};

} // namespace foghorn

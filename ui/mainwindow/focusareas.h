#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QMainWindow;

namespace foghorn {

class PageStack;

/// Leads the keyboard from area to area of a window: the list of pages, the page, the docks that are open. An area gets
/// the focus back where it had it last.
class FocusAreas final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusAreas)
public:
    /// `window` becomes the parent.
    FocusAreas(QMainWindow &window, PageStack &pages);
    ~FocusAreas() override;

    void goToNext();
    void goToPrevious();

private:
    QList<QWidget *> areas() const;
    void go(int step);
    QWidget *focusIn(QWidget &area) const;
    void onFocusChanged(QWidget *now);

    QMainWindow &m_window;
    PageStack &m_pages;
    QHash<const QWidget *, QPointer<QWidget>> m_last; ///< who had the focus, by area
};

} // namespace foghorn

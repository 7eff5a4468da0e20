#pragma once

#include <QObject>

namespace foghorn {

class MainWindow;
class PageStack;
class StatusFilters;
class SummaryBar;

/// Keeps the filter field of the Services page, the boxes below the list of pages and the counts of the status bar
/// together: each says the same, and each can change it. The rows of the Timeline page follow them.
class FilterLinks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterLinks)
public:
    /// `window` becomes the parent.
    FilterLinks(MainWindow &window, PageStack &pages, SummaryBar &summary);
    ~FilterLinks() override;

    StatusFilters &filters() const { return *m_filters; }
    /// Of what is typed in the field of the Services page, which comes to the front; the focus stays where it is.
    void filterBy(const QString &text);

private:
    void followInTimeline();

    MainWindow &m_window;
    PageStack &m_pages;
    StatusFilters *m_filters;
};

} // namespace foghorn

#pragma once

#include <QObject>

namespace foghorn {

class MainWindow;
class PageStack;
class StatusFilters;
class SummaryBar;

/// Keeps the filter field of the Services page, the boxes below the list of pages and the counts of the status bar
/// together: each says the same, and each can change it.
class FilterLinks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterLinks)
public:
    /// `window` becomes the parent.
    FilterLinks(MainWindow &window, PageStack &pages, SummaryBar &summary);
    ~FilterLinks() override;

private:
    void filterBy(const QString &text);

    MainWindow &m_window;
    PageStack &m_pages;
    StatusFilters *m_filters;
};

} // namespace foghorn

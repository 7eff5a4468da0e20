#include "ui/mainwindow/filterlinks.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/mainwindow/summarybar.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/statusfilters.h"
#include "ui/timeline/timelinepanel.h"

namespace foghorn {

FilterLinks::FilterLinks(MainWindow &window, PageStack &pages, SummaryBar &summary)
    : QObject(&window)
    , m_window(window)
    , m_pages(pages)
    , m_filters(new StatusFilters)
{
    pages.setBelowList(m_filters);
    ServiceTableModel &model = window.model();
    const auto count = [this, &model] { m_filters->setRows(model.rows()); };
    connect(&model, &ServiceTableModel::refreshed, this, count);
    count();
    connect(&window.servicePanel(), &ServicePanel::filterTextChanged, m_filters, &StatusFilters::setFilterText);
    m_filters->setFilterText(window.servicePanel().filterText());
    connect(m_filters, &StatusFilters::filterWanted, this, &FilterLinks::filterBy);
    connect(&summary, &SummaryBar::filterWanted, this, &FilterLinks::filterBy);
    followInTimeline();
}

FilterLinks::~FilterLinks() = default;

/// The boxes beside the pages are seen there, too. The graph stays whole: of what a service needs, nothing is left out.
void FilterLinks::followInTimeline()
{
    TimelinePanel &timeline = m_window.timelinePanel();
    ServicePanel &services = m_window.servicePanel();
    connect(&services, &ServicePanel::filterTextChanged, &timeline, &TimelinePanel::setFilterText);
    timeline.setFilterText(services.filterText());
    connect(&timeline, &TimelinePanel::allWanted, &services, [&services] { services.setFilterText({}); });
}

void FilterLinks::filterBy(const QString &text)
{
    m_pages.raisePage(static_cast<int>(MainWindow::Page::Services));
    m_window.servicePanel().setFilterText(text);
}

} // namespace foghorn

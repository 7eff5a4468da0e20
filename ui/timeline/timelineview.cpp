#include "ui/timeline/timelineview.h"

#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/timecursor.h"
#include "ui/style/isolated.h"
#include "ui/timeline/timelinedata.h"

#include <QScrollBar>

#include <algorithm>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds shortest = 5min;
constexpr std::chrono::milliseconds longest = 7 * 24h;

} // namespace

TimelineView::TimelineView(
    ServiceTableModel &model, ServiceSelection &selection, TimeCursor &cursor, TimelineData &records, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_selection(selection)
    , m_cursor(cursor)
    , m_data(records)
    , m_now(Now::read().wall)
{
    installListAccess();
    setAccessibleName(tr("Timeline of the services"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&m_liveTimer, &QTimer::timeout, this, &TimelineView::tick);
    connect(&model, &ServiceTableModel::refreshed, this, &TimelineView::onRefreshed);
    connect(&selection, &ServiceSelection::changed, this, &TimelineView::onSelectionChanged);
    connect(&cursor, &TimeCursor::changed, this, [this] {
        viewport()->update();
        Q_EMIT readOutChanged();
    });
    connect(&records, &TimelineData::changed, this, &TimelineView::onRecordChanged);
    reorder();
    onSelectionChanged();
}

TimelineView::~TimelineView() = default;

TimeWindow TimelineView::window() const
{
    const WallTime end = m_end.value_or(m_now);
    return {end - m_range, end};
}

WallTime TimelineView::readTime() const { return m_cursor.time().value_or(window().to); }

QString TimelineView::readOutText() const
{
    const TimelineRecord *record = m_data.find(m_readService);
    if (!record || m_readService.isEmpty())
        return {};
    const auto tolerance = std::max<std::chrono::milliseconds>(500ms, look().scale.pixel() * 3);
    return readOut(*record, readTime(), window(), tolerance);
}

void TimelineView::setRange(std::chrono::milliseconds range)
{
    range = std::clamp(range, shortest, longest);
    if (range == m_range)
        return;
    const TimeWindow before = window();
    if (m_end && m_cursor.time() && before.contains(*m_cursor.time())) { // what is looked at stays where it is
        const double share =
            static_cast<double>((before.to - *m_cursor.time()).count()) / static_cast<double>(before.length().count());
        m_end = *m_cursor.time()
            + std::chrono::milliseconds(static_cast<qint64>(share * static_cast<double>(range.count())));
    }
    m_range = range;
    setEnd(m_end);
}

void TimelineView::goLive()
{
    m_now = Now::read().wall;
    m_cursor.setTime({});
    setEnd({});
}

void TimelineView::stepBack() { setEnd(window().to - m_range / 2); }

void TimelineView::stepForward() { setEnd(window().to + m_range / 2); }

/// A window that would reach to now, or into the future, is live.
void TimelineView::setEnd(std::optional<WallTime> end)
{
    m_now = Now::read().wall;
    m_end = end && *end < m_now - m_range / 60 ? end : std::nullopt; // nearly now is now
    if (m_end)
        m_end = std::max(*m_end, m_now - 90 * 24h);
    m_data.setWindow(window(), isLive());
    tick();
    Q_EMIT windowChanged();
    Q_EMIT readOutChanged();
}

void TimelineView::zoom(double factor)
{
    setRange(std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(m_range.count()) * factor)));
}

void TimelineView::setSort(TimelineSort sort)
{
    m_sort = sort;
    reorder();
}

void TimelineView::setFilter(const ServiceFilter &filter)
{
    m_filter = filter;
    reorder();
}

void TimelineView::setLanes(TimelineLanes lanes)
{
    m_lanes = lanes;
    layOut();
    viewport()->update();
}

/// Follows the time while somebody looks: once for each pixel, at most once a second.
void TimelineView::tick()
{
    m_now = Now::read().wall;
    viewport()->update();
    if (!isVisible()) {
        m_liveTimer.stop();
        return;
    }
    m_data.setWindow(window(), isLive());
    m_liveTimer.start(std::clamp<std::chrono::milliseconds>(look().scale.pixel(), 1s, 60s));
}

/// Nothing moves under the pointer: there the order waits until the pointer has gone.
void TimelineView::onRefreshed()
{
    const bool isFiltered = !m_filter.terms().isEmpty();
    const bool isSettled = (isFiltered || m_order.size() == m_model.rowCount())
        && std::all_of(m_order.cbegin(), m_order.cend(),
            [this](const ServiceId &service) { return m_model.rowOfService(service) >= 0; });
    if (!isSettled || !viewport()->underMouse())
        reorder();
    viewport()->update();
}

void TimelineView::reorder()
{
    QList<ServiceId> order = timelineOrder(m_model.rows(), m_sort, m_filter);
    if (order != m_order) {
        m_order = std::move(order);
        layOut();
        Q_EMIT orderChanged();
    }
    viewport()->update();
}

void TimelineView::layOut()
{
    const int room = viewport()->height() - headerHeight();
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_order.size()) * rowHeight() - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(rowHeight());
    wantVisible();
}

void TimelineView::wantVisible()
{
    if (!isVisible())
        return;
    QList<ServiceId> visible;
    const int first = verticalScrollBar()->value() / rowHeight();
    const int room = viewport()->height() - headerHeight();
    for (int row = first; row < m_order.size() && (row - first - 1) * rowHeight() < room; ++row)
        visible.append(m_order.at(row));
    m_data.want(visible);
}

void TimelineView::onRecordChanged(const ServiceId &service)
{
    if (const int row = rowOfService(service); row >= 0)
        viewport()->update(rowRect(row));
    if (service == m_readService)
        Q_EMIT readOutChanged();
}

void TimelineView::onSelectionChanged()
{
    m_readService = m_selection.current();
    const int row = rowOfService(m_readService);
    if (row >= 0) {
        const int top = row * rowHeight();
        const int room = viewport()->height() - headerHeight();
        QScrollBar *bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top);
        else if (room > rowHeight() && top + rowHeight() > bar->value() + room)
            bar->setValue(top + rowHeight() - room);
        announceFocus(this, row);
    }
    viewport()->update();
    Q_EMIT readOutChanged();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_now = Now::read().wall;
    if (const auto at = m_cursor.time(); at && !window().contains(*at)) // somebody pointed at it elsewhere
        setEnd(*at + m_range / 2);
    m_data.setWindow(window(), isLive());
    layOut();
    tick();
}

void TimelineView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    m_liveTimer.stop();
    m_data.want({}); // nobody looks
}

void TimelineView::scrollContentsBy(int, int)
{
    viewport()->update();
    wantVisible();
}

int TimelineView::accessibleCount() const { return static_cast<int>(m_order.size()); }

QString TimelineView::accessibleItemName(int item) const
{
    const ServiceId &service = m_order.at(item);
    const int row = m_model.rowOfService(service);
    const TimelineRecord *record = m_data.find(service);
    const QString past = record ? spokenRecord(*record, window(), m_now) : tr("its past has not been asked for");
    //: for screen readers: %1 is a service, %2 its state, %3 shares of time
    return tr("%1, %2; %3").arg(isolated(service), row < 0 ? QString() : m_model.row(row).state, past);
}

QRect TimelineView::accessibleItemRect(int item) const
{
    const QRect rows = viewport()->rect().adjusted(0, headerHeight(), 0, 0);
    const QRect shown = rowRect(item) & rows;
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool TimelineView::isAccessibleItemSelected(int item) const { return m_selection.isSelected(m_order.at(item)); }

int TimelineView::accessibleCurrentItem() const { return rowOfService(m_selection.current()); }

void TimelineView::selectAccessibleItem(int item) { m_selection.selectOnly(m_order.at(item)); }

} // namespace foghorn

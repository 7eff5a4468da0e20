#include "ui/timeline/timelinepanel.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/flowlayout.h"
#include "ui/timeline/filteredout.h"
#include "ui/timeline/rangebuttons.h"
#include "ui/timeline/readoutline.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelineview.h"

#include "core/base/names.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

namespace foghorn {

using namespace std::chrono_literals;

TimelinePanel::TimelinePanel(const TimeSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_model(sources.model)
    , m_data(new TimelineData(sources.registry, sources.events, sources.history, this))
    , m_view(new TimelineView(sources.model, sources.selection, sources.cursor, *m_data))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTop());
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMargin(fontMetrics().height() / 2);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(buildFilterNote());
    auto *empty = new QLabel(tr("No services yet"));
    empty->setAlignment(Qt::AlignCenter);
    m_empty = empty;
    m_filteredOut = new FilteredOut;
    connect(m_filteredOut, &FilteredOut::showWanted, this, &TimelinePanel::allWanted);
    m_stack = new QStackedLayout;
    for (QWidget *page : {static_cast<QWidget *>(m_view), m_empty, static_cast<QWidget *>(m_filteredOut)})
        m_stack->addWidget(page);
    layout->addLayout(m_stack, 1);
    m_readOut = new ReadOutLine(tr("What happened at the cursor"));
    layout->addWidget(m_readOut);

    connect(m_view, &TimelineView::windowChanged, this, &TimelinePanel::onWindowChanged);
    connect(m_view, &TimelineView::readOutChanged, this, &TimelinePanel::showReadOut);
    connect(m_readOut, &ReadOutLine::logWanted, this,
        [this] { Q_EMIT logWanted(m_view->readService(), m_view->readTime()); });
    connect(m_data, &TimelineData::problemChanged, this, [this] {
        m_problem->setText(printable(m_data->problem()));
        m_problem->setVisible(!m_data->problem().isEmpty());
    });
    connect(m_view, &TimelineView::orderChanged, this, &TimelinePanel::showEmptiness);
    connect(&m_model, &ServiceTableModel::refreshed, this, &TimelinePanel::showEmptiness);
    onWindowChanged();
    showReadOut();
    showEmptiness();
}

TimelinePanel::~TimelinePanel() = default;

QWidget *TimelinePanel::buildTop()
{
    auto *top = new QWidget;
    auto *row = new FlowLayout(top);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    m_ranges = new RangeButtons({1h, 6h, 24h, 7 * 24h});
    connect(m_ranges, &RangeButtons::chosen, m_view, &TimelineView::setRange);
    row->addWidget(m_ranges);
    const auto addButton = [this](
                               QLayout &into, const QString &text, const QString &tip, void (TimelineView::*slot)()) {
        QToolButton *button = toolButton(text, tip);
        connect(button, &QToolButton::clicked, m_view, slot);
        into.addWidget(button);
        return button;
    };
    const bool mirrored = isRightToLeft();
    m_live = addButton(*row, tr("● Live"), tr("Follow the time (L)"), &TimelineView::goLive);
    m_live->setCheckable(true);
    QHBoxLayout *steps = addGroup(*row);
    addButton(*steps, mirrored ? QStringLiteral("▶") : QStringLiteral("◀"), tr("Earlier"), &TimelineView::stepBack);
    m_span = new QLabel;
    m_span->setTextFormat(Qt::PlainText);
    steps->addWidget(m_span);
    m_forward = addButton(
        *steps, mirrored ? QStringLiteral("◀") : QStringLiteral("▶"), tr("Later"), &TimelineView::stepForward);
    QComboBox *lanes = addChoice(*addGroup(*row), tr("L&anes:"), tr("What a row shows"),
        {tr("State and health together"), tr("State, health and events apart")});
    connect(lanes, &QComboBox::activated, m_view,
        [this](int index) { m_view->setLanes(index == 0 ? TimelineLanes::Combined : TimelineLanes::Separate); });
    QComboBox *sort =
        addChoice(*addGroup(*row), tr("S&ort:"), tr("Which rows come first"), {tr("Severity"), tr("Name")});
    connect(sort, &QComboBox::activated, m_view,
        [this](int index) { m_view->setSort(index == 0 ? TimelineSort::Severity : TimelineSort::Name); });
    return top;
}

/// What belongs together is wrapped together.
QHBoxLayout *TimelinePanel::addGroup(QLayout &row)
{
    auto *group = new QWidget;
    auto *parts = new QHBoxLayout(group);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(row.spacing());
    row.addWidget(group);
    return parts;
}

QComboBox *TimelinePanel::addChoice(
    QHBoxLayout &row, const QString &title, const QString &tip, const QStringList &choices)
{
    auto *box = new QComboBox;
    box->addItems(choices);
    box->setToolTip(tip);
    box->setStatusTip(tip);
    box->setAccessibleName(tip);
    auto *label = new QLabel(title);
    label->setBuddy(box);
    row.addWidget(label);
    row.addWidget(box);
    return box;
}

void TimelinePanel::onWindowChanged()
{
    const TimeWindow window = m_view->window();
    m_ranges->setRange(m_view->range());
    m_live->setChecked(m_view->isLive());
    m_forward->setEnabled(!m_view->isLive());
    m_forward->setStatusTip(m_view->isLive() ? tr("Already at now") : tr("Later"));
    //: a stretch of time, from %1 to %2
    m_span->setText(tr("%1 – %2").arg(
        readableTime(window.from, window), m_view->isLive() ? tr("now") : readableTime(window.to, window)));
    m_span->setMinimumWidth(std::max(m_span->minimumWidth(), m_span->sizeHint().width())); // what follows stays put
}

QString TimelinePanel::readOut() const { return m_readOut->text(); }

void TimelinePanel::showReadOut()
{
    const QString text = m_view->readOutText();
    m_readOut->setText(text.isEmpty() ? tr("Point at a moment, or select a service and press ← or →.") : text);
    m_readOut->setCopyable(!text.isEmpty());
    m_readOut->setLogText(text.isEmpty() ? QString() : logAtText(m_view->readTime()));
}

QWidget *TimelinePanel::buildFilterNote()
{
    const int gap = fontMetrics().height() / 2;
    m_note = new QWidget;
    m_noteText = new QLabel;
    m_noteText->setTextFormat(Qt::PlainText);
    m_noteText->setWordWrap(true);
    QToolButton *all = toolButton(tr("Show all"), tr("Take the filter back, so that all services are shown"));
    connect(all, &QToolButton::clicked, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason); // the button goes
        Q_EMIT allWanted();
    });
    auto *row = new QHBoxLayout(m_note);
    row->setContentsMargins(gap, 0, gap, gap);
    row->addWidget(m_noteText, 1);
    row->addWidget(all);
    m_note->hide();
    return m_note;
}

QString TimelinePanel::filterNote() const { return m_note->isHidden() ? QString() : m_noteText->text(); }

/// While nobody looks, no rows are put in order for each letter that is typed elsewhere.
void TimelinePanel::setFilterText(const QString &text)
{
    m_filterText = text;
    if (isVisible())
        applyFilter();
}

void TimelinePanel::applyFilter()
{
    m_view->setFilter(ServiceFilter::parse(m_filterText));
    showEmptiness();
}

void TimelinePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFilter();
}

void TimelinePanel::showEmptiness()
{
    const int all = m_model.rowCount();
    const int shown = m_view->accessibleCount();
    const bool hadFocus = m_view->hasFocus() || m_filteredOut->button().hasFocus();
    QWidget *page = m_view;
    if (all == 0)
        page = m_empty;
    else if (shown == 0)
        page = m_filteredOut;
    m_filteredOut->setCount(all);
    m_note->setVisible(shown > 0 && shown < all);
    //: %Ln services there are, %1 of them are rows
    m_noteText->setText(tr("The filter lets %1 of %Ln services through.", nullptr, all).arg(QLocale().toString(shown)));
    if (page == m_stack->currentWidget())
        return;
    m_stack->setCurrentWidget(page);
    if (hadFocus)
        (page == m_filteredOut ? &m_filteredOut->button() : page)->setFocus(Qt::OtherFocusReason);
}

} // namespace foghorn

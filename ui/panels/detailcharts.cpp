#include "ui/panels/detailcharts.h"

#include "ui/charts/chartspanel.h"
#include "ui/models/serviceselection.h"

#include <QHideEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace foghorn {

namespace {

TimeSources withSelection(const TimeSources &sources, ServiceSelection &selection)
{
    return {sources.registry, sources.events, sources.history, sources.model, selection, sources.cursor};
}

} // namespace

DetailCharts::DetailCharts(const TimeSources &sources, QWidget *parent)
    : DetailTab(parent)
    , m_one(new ServiceSelection(this))
    , m_panel(new ChartsPanel(withSelection(sources, *m_one), ChartsPanel::Form::Small))
{
    const int gap = fontMetrics().height();
    auto *scroll = new QScrollArea(this); // a low window has no room for two charts
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Charts of the service"));
    auto *inner = new QWidget;
    scroll->setWidget(inner);
    auto *larger = new QPushButton(tr("Show on the Charts page"));
    larger->setStatusTip(tr("Compare it with other services, export its charts, or read the values as a table"));
    larger->setToolTip(larger->statusTip());
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_panel, 1);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(gap, 0, gap, 0);
    row->addWidget(larger, 0, Qt::AlignLeading);
    column->addLayout(row);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_panel->hide();
    connect(m_panel, &ChartsPanel::logWanted, this, &DetailTab::logWanted);
    connect(larger, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(m_one->current()); });
}

DetailCharts::~DetailCharts() = default;

void DetailCharts::showSubject(const DetailSubject &subject)
{
    m_one->selectOnly(subject.row.id);
    m_panel->show();
}

void DetailCharts::hideEvent(QHideEvent *event)
{
    DetailTab::hideEvent(event);
    if (!event->spontaneous()) // when it is next shown, it may be of another service
        m_panel->hide();
}

} // namespace foghorn

// What the details are put together from.
#include "ui/panels/detailpanel.h"

#include "ui/panels/detailcharts.h"
#include "ui/panels/detailchecks.h"
#include "ui/panels/detaildependencies.h"
#include "ui/panels/detaillogs.h"
#include "ui/panels/detailoverview.h"
#include "ui/panels/detailparts.h"
#include "ui/panels/detailsettings.h"
#include "ui/panels/fittingtabs.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/neighbourbuttons.h"
#include "ui/style/actionicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

namespace {

constexpr qsizetype LongestPath = 5;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // services choose their words, not our markup
    label->setWordWrap(true);
    return label;
}

} // namespace

void DetailPanel::build(const DetailSources &sources)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing = textLabel(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setText(tr("Select a service to see why it is in its state, what it needs and what needs it."));
    m_nothing->setMargin(fontMetrics().height());
    outer->addWidget(m_nothing, 1);
    m_body = new QWidget(this);
    outer->addWidget(m_body, 1);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    buildTabs(*column, sources);
}

void DetailPanel::buildHead(QVBoxLayout &column)
{
    const int gap = fontMetrics().height();
    auto *head = new QWidget(m_body);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(gap, gap, gap, gap * 3 / 4);
    layout->setSpacing(gap / 3);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.35);
    m_name = textLabel(head);
    m_name->setFont(large);
    m_pin = new QToolButton(head);
    m_pin->setText(tr("Pin"));
    m_pin->setCheckable(true);
    m_pin->setFocusPolicy(Qt::TabFocus);
    auto *nameRow = new QHBoxLayout;
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_pin, 0, Qt::AlignTop);
    layout->addLayout(nameRow);
    m_glyph = new GlyphLabel(head);
    m_state = textLabel(head);
    QFont bold = font();
    bold.setBold(true);
    m_state->setFont(bold);
    auto *stateRow = new QHBoxLayout;
    stateRow->addWidget(m_glyph, 0, Qt::AlignTop);
    stateRow->addWidget(m_state, 1);
    layout->addLayout(stateRow);
    m_since = textLabel(head);
    m_why = textLabel(head);
    m_path = new NeighbourButtons(m_model, LongestPath, head);
    m_next = textLabel(head);
    m_since->setForegroundRole(QPalette::PlaceholderText);
    m_next->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *each : {static_cast<QWidget *>(m_since), static_cast<QWidget *>(m_why),
             static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_next)})
        layout->addWidget(each);
    m_actions = new QWidget(head);
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, gap / 4, 0, 0);
    row->setSpacing(gap / 3);
    row->addStretch(1);
    m_select = new QToolButton(head);
    m_select->setFocusPolicy(Qt::TabFocus);
    m_select->setText(tr("Select it to act on it"));
    layout->addWidget(m_actions);
    layout->addWidget(m_select, 0, Qt::AlignLeading);
    column.addWidget(head);
}

void DetailPanel::buildTabs(QVBoxLayout &column, const DetailSources &sources)
{
    auto *tabs = new FittingTabs(m_body);
    m_tabs = tabs;
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the details"));
    m_overview = new DetailOverview(m_model);
    m_checks = new DetailChecks;
    m_charts = new DetailCharts(sources.time);
    const TimeSources &time = sources.time;
    m_logs = new DetailLogs({time.registry, sources.logs, time.selection, time.cursor, sources.settings});
    m_dependencies = new DetailDependencies(m_registry, m_model);
    m_settings = new DetailSettings;
    tabs->add(m_overview, actionIcon(ActionSymbol::Services), tr("Overview"));
    tabs->add(m_checks, actionIcon(ActionSymbol::Check), tr("Checks"));
    tabs->add(m_charts, actionIcon(ActionSymbol::Charts), tr("Charts"));
    tabs->add(m_logs, actionIcon(ActionSymbol::Logs), tr("Logs"));
    tabs->add(m_dependencies, actionIcon(ActionSymbol::Graph), tr("Dependencies"));
    tabs->add(m_settings, actionIcon(ActionSymbol::Preferences), tr("Settings"));
    column.addWidget(m_tabs, 1);
}

void DetailPanel::setActions(const QList<QAction *> &actions)
{
    auto *row = qobject_cast<QHBoxLayout *>(m_actions->layout());
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_actions);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        row->insertWidget(row->count() - 1, button);
    }
    showActions();
}

void DetailPanel::setBackAction(QAction *back) { m_dependencies->setBackAction(back); }

void DetailPanel::focusFirst() { m_tabs->tabBar()->setFocus(Qt::OtherFocusReason); }

} // namespace foghorn

#include "ui/graph/graphpanel.h"

#include "ui/graph/blastradius.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphlegend.h"
#include "ui/graph/graphlistview.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphsearch.h"
#include "ui/graph/graphview.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/overviewmap.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/actionbuttons.h"
#include "ui/timeline/filteredout.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

GraphPanel::GraphPanel(
    const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scene(new GraphScene(registry, model, selection, this))
    , m_view(new GraphView(*m_scene, selection, this))
    , m_search(new GraphSearch(model, *m_scene, *m_view, selection, this))
    , m_bar(new GraphBar(*m_scene, *m_view, *m_search, this))
    , m_list(new GraphListView(registry, model, selection, this))
    , m_map(new OverviewMap(*m_scene, *m_view))
    , m_export(new GraphExport(registry, *m_scene, *this))
    , m_blast(new BlastRadius(registry, model, *m_scene, selection, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    buildStack();
    layout->addLayout(m_stack, 1);
    layout->addWidget(buildBottom());
    m_scene->setStyle(font(), palette(), layoutDirection());
    connect(&model, &ServiceTableModel::refreshed, this, &GraphPanel::showEmptiness);
    connect(m_scene, &GraphScene::pictureChanged, this, &GraphPanel::showEmptiness);
    connect(m_scene, &GraphScene::laidOut, this, &GraphPanel::showEmptiness);
    connect(m_bar, &GraphBar::listWanted, this, &GraphPanel::showAsList);
    connect(m_bar, &GraphBar::mapWanted, m_map, &OverviewMap::setWanted);
    connect(m_bar, &GraphBar::exportWanted, m_export, &GraphExport::ask);
    connect(m_view, &GraphView::searchWanted, this, &GraphPanel::focusSearch);
    connect(m_view, &GraphView::detailsWanted, this, &GraphPanel::detailsWanted);
    connect(m_view, &GraphView::contextMenuWanted, this, &GraphPanel::contextMenuWanted);
    connect(m_list, &GraphListView::detailsWanted, this, &GraphPanel::detailsWanted);
    connect(m_list, &GraphListView::contextMenuWanted, this, &GraphPanel::contextMenuWanted);
    connect(m_blast, &BlastRadius::changed, this, [this](const QString &sentence) {
        m_consequence->setText(sentence);
        m_consequence->setVisible(!sentence.isEmpty());
    });
    showEmptiness();
}

GraphPanel::~GraphPanel() = default;

QWidget *GraphPanel::buildBottom()
{
    auto *bottom = new QWidget(this);
    auto *column = new QVBoxLayout(bottom);
    const int gap = fontMetrics().height() / 2;
    column->setContentsMargins(gap, gap / 2, gap, gap / 2);
    column->setSpacing(0);
    m_consequence = new QLabel(bottom);
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setWordWrap(true);
    m_consequence->hide();
    column->addWidget(m_consequence);
    column->addWidget(new GraphLegend(bottom));
    return bottom;
}

void GraphPanel::buildStack()
{
    m_empty = buildEmptyPage();
    m_filteredOut = new FilteredOut(this);
    connect(m_filteredOut, &FilteredOut::showWanted, this, [this] { m_bar->stoppedBox().setChecked(true); });
    m_stack = new QStackedLayout;
    for (QWidget *page : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_list), m_empty,
             static_cast<QWidget *>(m_filteredOut)})
        m_stack->addWidget(page);
}

QWidget *GraphPanel::buildEmptyPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    auto *title = new QLabel(tr("No services yet"), page);
    title->setAlignment(Qt::AlignCenter);
    m_emptyActions = new ActionButtons(page);
    column->addStretch(2);
    column->addWidget(title);
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_emptyActions, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return page;
}

void GraphPanel::setEmptyActions(const QList<QAction *> &actions) { m_emptyActions->setActions(actions); }

void GraphPanel::focusSearch()
{
    m_bar->searchField().setFocus(Qt::ShortcutFocusReason);
    m_bar->searchField().selectAll();
}

void GraphPanel::showAsList(bool list)
{
    const bool hadFocus = m_view->hasFocus() || m_list->hasFocus();
    m_isList = list;
    m_bar->listButton().setChecked(list);
    showEmptiness();
    if (hadFocus)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// Headers of layers stay, but they are of no use alone.
bool GraphPanel::hidesAll() const
{
    const std::vector<CardItem *> &shown = m_scene->shown();
    return m_scene->isLaidOut() && !m_scene->isStoppedShown()
        && std::all_of(shown.cbegin(), shown.cend(),
            [](const CardItem *card) { return dynamic_cast<const HeaderItem *>(card) != nullptr; });
}

void GraphPanel::showEmptiness()
{
    QWidget *page = m_view;
    if (m_model.rowCount() == 0)
        page = m_empty;
    else if (m_isList)
        page = m_list;
    else if (hidesAll())
        page = m_filteredOut;
    m_filteredOut->setCount(m_model.rowCount());
    if (page == m_stack->currentWidget())
        return;
    const bool hadFocus = m_view->hasFocus() || m_filteredOut->button().hasFocus();
    m_stack->setCurrentWidget(page);
    if (hadFocus)
        (page == m_filteredOut ? &m_filteredOut->button() : page)->setFocus(Qt::OtherFocusReason);
}

} // namespace foghorn

#include "ui/graph/graphpanel.h"

#include "ui/graph/graphlegend.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/models/servicetablemodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

GraphPanel::GraphPanel(
    const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scene(new GraphScene(registry, model, selection, this))
    , m_view(new GraphView(*m_scene, selection, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTop());
    m_empty = new QLabel(tr("No services yet"), this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);
    m_scene->setStyle(font(), palette());
    connect(&model, &ServiceTableModel::refreshed, this, &GraphPanel::showEmptiness);
    showEmptiness();
}

GraphPanel::~GraphPanel() = default;

QWidget *GraphPanel::buildTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap / 2);
    row->addWidget(new GraphLegend(top));
    row->addStretch();
    const auto add = [this, row, top](const QString &text, const QString &name, void (GraphView::*slot)()) {
        auto *button = new QToolButton(top);
        button->setText(text);
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(fontMetrics().height() * 2, fontMetrics().height() * 2);
        connect(button, &QToolButton::clicked, m_view, slot);
        row->addWidget(button);
    };
    add(QStringLiteral("−"), tr("Zoom out (−)"), &GraphView::zoomOut);
    add(tr("100 %"), tr("Actual size (0)"), &GraphView::zoomToActualSize);
    add(QStringLiteral("+"), tr("Zoom in (+)"), &GraphView::zoomIn);
    add(tr("Fit", "zoom so that all is seen"), tr("Show the whole graph (F)"), &GraphView::fit);
    return top;
}

void GraphPanel::showEmptiness() { m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0); }

} // namespace foghorn

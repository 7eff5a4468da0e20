#include "ui/graph/graphbar.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/graphsearch.h"
#include "ui/graph/graphview.h"
#include "ui/style/flowlayout.h"

#include "core/base/names.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <cmath>

namespace foghorn {

namespace {

constexpr qsizetype MostLabels = 12; ///< that one can choose to group by

QAction *addTo(QMenu &menu, const QString &text, const QString &tip)
{
    QAction *action = menu.addAction(text);
    action->setStatusTip(tip);
    return action;
}

} // namespace

GraphBar::GraphBar(GraphScene &scene, GraphView &view, GraphSearch &search, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_view(view)
    , m_search(search)
{
    const int gap = fontMetrics().height() / 2;
    auto *row = new FlowLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap / 2);
    addLayerMenu();
    addGroupMenu();
    addBoxes();
    addZoom();
    addSearch();
    addExport();
    connect(&view, &GraphView::seenChanged, this, &GraphBar::showScale);
    connect(&scene, &GraphScene::laidOut, this, &GraphBar::showGroup);
    connect(&search, &GraphSearch::changed, this, &GraphBar::showFound);
    showGroup();
    showScale();
    showFound();
}

GraphBar::~GraphBar() = default;

QToolButton *GraphBar::addButton(const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(name);
    button->setStatusTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    const int least = std::max(fontMetrics().height() * 7 / 4, 24);
    button->setMinimumSize(least, least);
    layout()->addWidget(button);
    return button;
}

QToolButton *GraphBar::addMenuButton(const QString &text, const QString &name, QMenu *menu)
{
    QToolButton *button = addButton(text, name);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

void GraphBar::addLayerMenu()
{
    auto *menu = new QMenu(this);
    connect(addTo(*menu, tr("&Fold all"), tr("Show one card for each group of services")), &QAction::triggered,
        &m_scene, [this] { m_scene.setAllFolded(true); });
    connect(addTo(*menu, tr("&Unfold all"), tr("Show a card for each service")), &QAction::triggered, &m_scene,
        [this] { m_scene.setAllFolded(false); });
    menu->addSeparator();
    connect(addTo(*menu, tr("&Arrange anew"), tr("Forget where the cards are and lay all of them out again")),
        &QAction::triggered, &m_scene, &GraphScene::arrangeAnew);
    QAction *map = addTo(*menu, tr("&Overview map"), tr("Show the whole graph in a corner while only a part is seen"));
    map->setCheckable(true);
    map->setChecked(true);
    connect(map, &QAction::toggled, this, &GraphBar::mapWanted);
    addMenuButton(tr("Layers"), tr("Fold, unfold and arrange the layers"), menu);
}

void GraphBar::addGroupMenu()
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillGroups(*menu); });
    fillGroups(*menu);
    m_group = addMenuButton({}, tr("By what services of a layer are put together"), menu);
}

void GraphBar::fillGroups(QMenu &menu)
{
    menu.clear();
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &text, const QString &tip, const GroupBy &groupBy) {
        QAction *action = addTo(menu, text, tip);
        action->setCheckable(true);
        action->setChecked(m_scene.groupBy() == groupBy);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, groupBy] {
            m_scene.setGroupBy(groupBy);
            showGroup();
        });
    };
    add(tr("By &layer"), tr("A folded layer is one card"), {});
    add(tr("By &type"), tr("One card for each type of service in a layer"), {GroupBy::Kind::Type, {}});
    const QStringList labels = m_scene.labelNames().mid(0, MostLabels);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QString name = printable(labels.at(i)).replace(u'&', QStringLiteral("&&"));
        //: %1 is a digit, to be typed; %2 the name of a label
        add(tr("&%1 By label %2").arg((i + 1) % 10).arg(name), tr("One card for each value of the label in a layer"),
            {GroupBy::Kind::Label, labels.at(i)});
    }
}

void GraphBar::showGroup()
{
    QString by;
    switch (m_scene.groupBy().kind) {
    case GroupBy::Kind::Layer:
        by = tr("layer");
        break;
    case GroupBy::Kind::Type:
        by = tr("type");
        break;
    case GroupBy::Kind::Label:
        by = fontMetrics().elidedText(
            printable(m_scene.groupBy().label), Qt::ElideMiddle, fontMetrics().averageCharWidth() * 20);
        break;
    }
    //: %1 is "layer", "type" or the name of a label
    m_group->setText(tr("Group: %1").arg(by));
    m_group->setAccessibleName(tr("Group services by: %1").arg(by));
}

void GraphBar::addBoxes()
{
    const auto add = [this](const QString &text, const QString &tip) {
        auto *box = new QCheckBox(text, this);
        box->setChecked(true);
        box->setToolTip(tip);
        box->setStatusTip(tip);
        box->setAccessibleName(tip);
        box->setMinimumHeight(std::max(fontMetrics().height() * 7 / 4, 24));
        layout()->addWidget(box);
        return box;
    };
    m_optional = add(tr("optional"), tr("Show optional dependencies"));
    m_stopped = add(tr("stopped"), tr("Show services that are stopped on purpose"));
    connect(m_optional, &QCheckBox::toggled, &m_scene, &GraphScene::setOptionalShown);
    connect(m_stopped, &QCheckBox::toggled, &m_scene, &GraphScene::setStoppedShown);
}

void GraphBar::addZoom()
{
    connect(addButton(QStringLiteral("−"), tr("Zoom out (−)")), &QToolButton::clicked, &m_view, &GraphView::zoomOut);
    m_scale = addButton({}, {});
    m_scale->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000 %")) + fontMetrics().height());
    connect(m_scale, &QToolButton::clicked, &m_view, &GraphView::zoomToActualSize);
    connect(addButton(QStringLiteral("+"), tr("Zoom in (+)")), &QToolButton::clicked, &m_view, &GraphView::zoomIn);
    connect(addButton(tr("Fit", "zoom so that all is seen"), tr("Show the whole graph (F)")), &QToolButton::clicked,
        &m_view, &GraphView::fit);
}

void GraphBar::showScale()
{
    const int percent = static_cast<int>(std::lround(m_view.scaleNow() * 100));
    //: how large the graph is shown
    const QString text = tr("%1 %").arg(percent);
    if (m_scale->text() == text)
        return;
    m_scale->setText(text);
    m_scale->setAccessibleName(tr("Shown at %1 %; set to actual size (0)").arg(percent));
    m_scale->setToolTip(m_scale->accessibleName());
    m_scale->setStatusTip(m_scale->accessibleName());
}

void GraphBar::addSearch()
{
    m_field = new QLineEdit(this);
    m_field->setPlaceholderText(tr("Find in the graph (/)"));
    m_field->setAccessibleName(tr("Find services in the graph"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
    m_field->installEventFilter(this);
    layout()->addWidget(m_field);
    m_found = new QLabel(this);
    m_found->setTextFormat(Qt::PlainText);
    layout()->addWidget(m_found);
    m_previous = addButton(QStringLiteral("▲"), tr("Go to the previous one found"));
    m_next = addButton(QStringLiteral("▼"), tr("Go to the next one found"));
    connect(m_field, &QLineEdit::textChanged, &m_search, &GraphSearch::setText);
    connect(m_previous, &QToolButton::clicked, &m_search, &GraphSearch::previous);
    connect(m_next, &QToolButton::clicked, &m_search, &GraphSearch::next);
}

void GraphBar::showFound()
{
    m_found->setText(m_search.sentence());
    m_found->setVisible(!m_found->text().isEmpty());
    m_previous->setEnabled(!m_search.found().isEmpty());
    m_next->setEnabled(!m_search.found().isEmpty());
}

void GraphBar::addExport()
{
    m_exportMenu = new QMenu(this);
    const auto add = [this](const QString &text, const QString &tip, GraphExport::Format format, int times) {
        connect(addTo(*m_exportMenu, text, tip), &QAction::triggered, this,
            [this, format, times] { Q_EMIT exportWanted(format, times); });
    };
    for (int times = 1; times <= 4; ++times)
        add(tr("PNG, &%1×").arg(times), tr("A picture with %1 pixels to each one shown at 100 %").arg(times),
            GraphExport::Format::Png, times);
    add(tr("&SVG"), tr("A picture of lines and words for any size"), GraphExport::Format::Svg, 1);
    add(tr("&DOT"), tr("Services and dependencies for Graphviz"), GraphExport::Format::Dot, 1);
    QToolButton *save = addMenuButton(tr("Export"), tr("Save the graph as a file (Ctrl+E)"), m_exportMenu);
    save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E)); // of whichever page is shown
    m_list = addButton(tr("Show as list"), tr("The same facts as an indented list"));
    m_list->setCheckable(true);
    connect(m_list, &QToolButton::toggled, this, &GraphBar::listWanted);
}

bool GraphBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape: // first clear, then leave
        if (m_field->text().isEmpty())
            m_view.setFocus(Qt::OtherFocusReason);
        m_field->clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        (key->modifiers() & Qt::ShiftModifier) ? m_search.previous() : m_search.next();
        return true;
    case Qt::Key_Down:
        m_search.next();
        return true;
    case Qt::Key_Up:
        m_search.previous();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace foghorn

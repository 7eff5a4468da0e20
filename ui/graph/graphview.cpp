#include "ui/graph/graphview.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/serviceselection.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace foghorn {

namespace {

constexpr qreal SmallestScale = 0.03;
constexpr qreal LargestScale = 3;
constexpr qreal LargestFit = 1.0; ///< few services shall not be blown up

} // namespace

GraphView::GraphView(GraphScene &scene, ServiceSelection &selection, QWidget *parent)
    : QGraphicsView(&scene, parent)
    , m_scene(scene)
    , m_selection(selection)
{
    installListAccess();
    setAccessibleName(tr("Dependency graph"));
    setAccessibleDescription(tr("Left: what a service needs. Right: what needs it. Up and down: its layer."));
    setFrameShape(NoFrame);
    setDragMode(ScrollHandDrag);
    setViewportUpdateMode(MinimalViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setOptimizationFlag(DontSavePainterState);
    setBackgroundRole(QPalette::Window);
    setBackgroundBrush(palette().window());
    setRenderHint(QPainter::Antialiasing);
    viewport()->setCursor(Qt::ArrowCursor);
    m_calm.setSingleShot(true);
    m_calm.setInterval(120);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        m_scene.setMoving(false);
        viewport()->update();
    });
    connect(&scene, &GraphScene::laidOut, this, [this] {
        if (m_fitsItself)
            fit();
    });
    connect(&selection, &ServiceSelection::changed, this, &GraphView::onSelectionChanged);
}

GraphView::~GraphView() = default;

void GraphView::fit()
{
    m_fitsItself = true;
    const QRectF all = sceneRect();
    if (all.isEmpty() || !m_scene.isLaidOut())
        return;
    const qreal wanted = std::min(viewport()->width() / all.width(), viewport()->height() / all.height());
    const qreal scaleNow = std::clamp(wanted, SmallestScale, LargestFit);
    setTransform(QTransform::fromScale(scaleNow, scaleNow));
    centerOn(all.center());
}

void GraphView::zoomBy(qreal factor)
{
    const qreal now = transform().m11();
    const qreal next = std::clamp(now * factor, SmallestScale, LargestScale);
    m_fitsItself = false;
    moved();
    scale(next / now, next / now);
}

void GraphView::zoomToActualSize() { zoomBy(1 / transform().m11()); }

void GraphView::moved()
{
    m_scene.setMoving(true);
    m_calm.start();
}

void GraphView::showService(const ServiceId &service)
{
    if (const NodeItem *item = m_scene.node(service)) {
        if (transform().m11() < TextScale)
            zoomToActualSize();
        ensureVisible(item, 60, 60);
    }
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    zoomBy(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

NodeItem *GraphView::nodeAt(QPoint at) const
{
    for (QGraphicsItem *item : items(at)) {
        if (auto *node = qgraphicsitem_cast<NodeItem *>(item))
            return node;
    }
    return nullptr;
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    NodeItem *item = nodeAt(event->pos());
    if (!item) {
        if (event->button() == Qt::LeftButton) {
            m_fitsItself = false;
            QGraphicsView::mousePressEvent(event);
        }
        return;
    }
    if (event->modifiers() & Qt::ControlModifier)
        m_selection.toggle(item->service());
    else if (event->button() == Qt::LeftButton || !m_selection.isSelected(item->service()))
        m_selection.selectOnly(item->service());
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (nodeAt(event->pos()))
        Q_EMIT detailsWanted();
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect current = accessibleCurrentItem() < 0 ? QRect() : accessibleItemRect(accessibleCurrentItem());
        at = current.isEmpty() ? mapToGlobal(rect().center()) : current.center();
    }
    Q_EMIT contextMenuWanted(at);
}

bool GraphView::travel(Qt::Key key)
{
    if (m_scene.nodes().empty())
        return false;
    const NodeItem *here = m_scene.node(m_selection.current());
    const NodeItem *next = here ? m_scene.neighbour(*here, key) : m_scene.nodes().front();
    if (next)
        m_selection.selectOnly(next->service());
    return true;
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    bool handled = plain;
    const bool mirrored = isRightToLeft();
    switch (plain ? event->key() : 0) {
    case Qt::Key_Left:
        handled = travel(mirrored ? Qt::Key_Right : Qt::Key_Left);
        break;
    case Qt::Key_Right:
        handled = travel(mirrored ? Qt::Key_Left : Qt::Key_Right);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        handled = travel(static_cast<Qt::Key>(event->key()));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT detailsWanted();
        break;
    case Qt::Key_Space:
        if (!m_selection.current().isEmpty())
            m_selection.toggle(m_selection.current());
        break;
    case Qt::Key_F:
        fit();
        break;
    case Qt::Key_Plus:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
        zoomToActualSize();
        break;
    default:
        handled = false;
    }
    if (!handled)
        QGraphicsView::keyPressEvent(event);
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitsItself)
        fit();
}

void GraphView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    if (m_fitsItself)
        fit();
}

void GraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setBackgroundBrush(palette().window());
        m_scene.setStyle(font(), palette());
    }
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (m_selection.current().isEmpty())
        travel(Qt::Key_Home);
    else
        announceFocus(this, accessibleCurrentItem());
}

void GraphView::onSelectionChanged()
{
    const NodeItem *item = m_scene.node(m_selection.current());
    if (item && hasFocus())
        ensureVisible(item, 40, 40);
    announceFocus(this, accessibleCurrentItem());
}

int GraphView::accessibleCount() const { return static_cast<int>(m_scene.nodes().size()); }

QString GraphView::accessibleItemName(int item) const
{
    return spokenNode(m_scene.nodes()[static_cast<std::size_t>(item)]->row());
}

QRect GraphView::accessibleItemRect(int item) const
{
    const NodeItem *node = m_scene.nodes()[static_cast<std::size_t>(item)];
    const QRect shown = mapFromScene(node->sceneBoundingRect()).boundingRect() & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool GraphView::isAccessibleItemSelected(int item) const
{
    return m_selection.isSelected(m_scene.nodes()[static_cast<std::size_t>(item)]->service());
}

int GraphView::accessibleCurrentItem() const
{
    const auto &nodes = m_scene.nodes();
    const auto found = std::find_if(
        nodes.begin(), nodes.end(), [this](const NodeItem *item) { return item->service() == m_selection.current(); });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

void GraphView::selectAccessibleItem(int item)
{
    m_selection.selectOnly(m_scene.nodes()[static_cast<std::size_t>(item)]->service());
}

} // namespace foghorn

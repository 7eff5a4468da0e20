// What is seen of the graph, and the mouse. Keys are in graphviewkeys.cpp, readers in graphviewaccess.cpp.
#include "ui/graph/graphview.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/serviceselection.h"

#include <QContextMenuEvent>
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
    , m_callouts(scene)
{
    installListAccess();
    setAccessibleName(tr("Dependency graph"));
    setAccessibleDescription(
        tr("Left: what a service needs. Right: what needs it. Up and down: its layer. Enter: details, or fold."));
    setFrameShape(NoFrame);
    setDragMode(ScrollHandDrag);
    setViewportUpdateMode(MinimalViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(AnchorViewCenter);
    setOptimizationFlag(DontSavePainterState);
    setBackgroundRole(QPalette::Window);
    setBackgroundBrush(palette().window());
    setRenderHint(QPainter::Antialiasing);
    viewport()->setCursor(Qt::ArrowCursor);
    m_calm.setSingleShot(true);
    m_calm.setInterval(120);
    connect(&m_calm, &QTimer::timeout, this, &GraphView::calm);
    connect(&scene, &GraphScene::laidOut, this, &GraphView::onLaidOut);
    connect(&scene, &GraphScene::pictureChanged, this, [this] { m_callouts.refresh(scaleNow()); });
    connect(&selection, &ServiceSelection::changed, this, &GraphView::onSelectionChanged);
}

GraphView::~GraphView() = default;

QRectF GraphView::seen() const { return mapToScene(viewport()->rect()).boundingRect(); }

std::optional<GraphView::Place> GraphView::place() const
{
    if (m_place || m_fitsItself)
        return m_place;
    return Place{scaleNow(), seen().center()};
}

void GraphView::setPlace(const Place &place)
{
    m_fitsItself = false;
    m_place = Place{std::clamp(place.scale, SmallestScale, LargestScale), place.centre};
    if (m_scene.isLaidOut())
        onLaidOut();
}

void GraphView::onLaidOut()
{
    if (m_place) {
        const Place place = *std::exchange(m_place, std::nullopt);
        setTransform(QTransform::fromScale(place.scale, place.scale));
        centerOn(place.centre);
    } else if (!m_wanted.isEmpty()) {
        const ServiceId service = std::exchange(m_wanted, {});
        showService(service);
    } else if (m_fitsItself) {
        fit();
    } else if (const CardItem *kept = m_scene.card(m_kept)) {
        ensureVisible(kept->mapRectToScene(QRectF(QPointF(0, 0), kept->size())), 40, 40);
    }
    m_kept.clear();
    smooth();
}

void GraphView::fit()
{
    m_fitsItself = true;
    const QRectF all = sceneRect();
    if (all.isEmpty() || !m_scene.isLaidOut())
        return;
    const qreal wanted = std::min(viewport()->width() / all.width(), viewport()->height() / all.height());
    const qreal fitting = std::clamp(wanted, SmallestScale, LargestFit);
    setTransform(QTransform::fromScale(fitting, fitting));
    centerOn(all.center());
    smooth();
}

void GraphView::zoomBy(qreal factor)
{
    const qreal now = scaleNow();
    const qreal next = std::clamp(now * factor, SmallestScale, LargestScale);
    m_fitsItself = false;
    moved();
    scale(next / now, next / now);
    smooth();
}

void GraphView::zoomToActualSize() { zoomBy(1 / scaleNow()); }

void GraphView::moved()
{
    m_calm.start();
    if (m_isMoving)
        return;
    m_isMoving = true;
    smooth();
}

void GraphView::calm()
{
    m_isMoving = false;
    smooth();
    viewport()->update();
}

/// Smoothing costs most where least is seen of it.
void GraphView::smooth()
{
    m_scene.setMoving(m_isMoving);
    setRenderHint(QPainter::Antialiasing, !m_isMoving && detailAt(scaleNow()) != NodeDetail::Block);
    m_callouts.refresh(scaleNow());
    Q_EMIT seenChanged();
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (isVisible() && m_scene.isLaidOut())
        moved();
    Q_EMIT seenChanged();
}

void GraphView::showService(const ServiceId &service)
{
    if (m_scene.reveal(service)) {
        m_wanted = service;
        m_fitsItself = false;
        return;
    }
    const NodeItem *item = m_scene.node(service);
    if (!item)
        return;
    m_fitsItself = false;
    if (detailAt(scaleNow()) == NodeDetail::Block)
        zoomToActualSize();
    goTo(*item);
}

void GraphView::goTo(const CardItem &card)
{
    const QRectF rect = card.mapRectToScene(QRectF(QPointF(0, 0), card.size()));
    if (!seen().contains(rect))
        centerOn(rect.center());
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ShiftModifier) { // along the layers
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
    } else {
        zoomBy(std::pow(1.0015, event->angleDelta().y()));
    }
    event->accept();
}

CardItem *GraphView::cardAt(QPoint at) const
{
    const QList<QGraphicsItem *> under = items(at);
    for (QGraphicsItem *item : under) {
        if (item->type() == CalloutItem::Type)
            return m_scene.card(static_cast<CalloutItem *>(item)->key());
        if (item->type() != CardItem::Type)
            continue;
        auto *card = static_cast<CardItem *>(item);
        if (card->mapRectToScene(QRectF(QPointF(0, 0), card->size())).contains(mapToScene(at)))
            return card;
    }
    return nullptr;
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    CardItem *item = cardAt(event->pos());
    if (!item) {
        if (event->button() == Qt::LeftButton) {
            m_fitsItself = false;
            QGraphicsView::mousePressEvent(event);
        }
        return;
    }
    m_scene.setFocused(item->key());
    const ServiceId service = item->service();
    if (service.isEmpty()) {
        if (event->button() == Qt::LeftButton && dynamic_cast<HeaderItem *>(item)) {
            m_kept = item->key();
            m_scene.toggle(*item);
        }
        return;
    }
    if (event->modifiers() & Qt::ControlModifier)
        m_selection.toggle(service);
    else if (event->button() == Qt::LeftButton || !m_selection.isSelected(service))
        m_selection.selectOnly(service);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    CardItem *item = cardAt(event->pos());
    if (!item)
        return;
    if (!item->service().isEmpty()) {
        Q_EMIT detailsWanted();
    } else if (dynamic_cast<GroupItem *>(item)) {
        m_kept = QStringLiteral("h/%1").arg(item->layer());
        m_scene.toggle(*item);
    } else {
        mousePressEvent(event); // two clicks on a header: folded and unfolded
    }
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

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitsItself)
        fit();
    Q_EMIT seenChanged();
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
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LayoutDirectionChange) {
        setBackgroundBrush(palette().window());
        m_scene.setStyle(font(), palette(), layoutDirection());
    }
}

void GraphView::onSelectionChanged()
{
    const CardItem *item = m_scene.cardOf(m_selection.current());
    if (item && hasFocus())
        ensureVisible(item->mapRectToScene(QRectF(QPointF(0, 0), item->size())), 40, 40);
    announceFocus(this, accessibleCurrentItem());
}

} // namespace foghorn

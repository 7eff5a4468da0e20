#include "ui/graph/overviewmap.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/graph/headeritem.h"
#include "ui/style/statepalette.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto RefreshInterval = 200ms;
constexpr qreal LeastWindow = 5; ///< pixels, to be seen at all

} // namespace

OverviewMap::OverviewMap(const GraphScene &scene, GraphView &view)
    : QWidget(&view) // not of the viewport, which takes its children along when it scrolls
    , m_scene(scene)
    , m_view(view)
{
    setAccessibleName(tr("Overview map"));
    setAccessibleDescription(tr("Arrow keys move the part of the graph that is seen"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshInterval);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        paintCards();
        update();
    });
    connect(&scene, &GraphScene::pictureChanged, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&scene, &GraphScene::laidOut, this, &OverviewMap::place);
    connect(&view, &GraphView::seenChanged, this, &OverviewMap::onSeen);
    hide();
}

OverviewMap::~OverviewMap() = default;

void OverviewMap::setWanted(bool wanted)
{
    m_isWanted = wanted;
    onSeen();
}

qreal OverviewMap::scale() const
{
    const QRectF all = m_scene.sceneRect();
    const qreal gaps = fontMetrics().height() * 0.8;
    return all.isEmpty() ? 1 : std::min((width() - gaps) / all.width(), (height() - gaps) / all.height());
}

QRectF OverviewMap::picture() const
{
    QRectF place(QPointF(0, 0), m_scene.sceneRect().size() * scale());
    place.moveCenter(QRectF(rect()).center());
    return place;
}

QPointF OverviewMap::toScene(QPointF at) const
{
    return (at - picture().topLeft()) / scale() + m_scene.sceneRect().topLeft();
}

QRectF OverviewMap::window() const
{
    const QRectF seen = m_view.seen() & m_scene.sceneRect();
    const QPointF corner = picture().topLeft() + (seen.topLeft() - m_scene.sceneRect().topLeft()) * scale();
    QRectF place(corner, seen.size() * scale());
    const QPointF middle = place.center();
    place.setSize(place.size().expandedTo({LeastWindow, LeastWindow}));
    place.moveCenter(middle);
    return place;
}

/// As large as the graph's shape allows within a quarter of the view.
void OverviewMap::place()
{
    const QRectF all = m_scene.sceneRect();
    const QSizeF quarter = QSizeF(m_view.viewport()->size()) / 4;
    if (all.isEmpty() || quarter.isEmpty())
        return;
    const qreal line = fontMetrics().height();
    const qreal times = std::min(quarter.width() / all.width(), quarter.height() * 1.4 / all.height());
    const QSize size(static_cast<int>(std::max(all.width() * times, line * 5) + line * 0.8),
        static_cast<int>(std::max(all.height() * times, line * 3) + line * 0.8));
    const auto gap = static_cast<int>(line * 0.6);
    const QRect room = m_view.viewport()->geometry();
    const int x = isRightToLeft() ? room.left() + gap : room.right() - size.width() - gap;
    const QRect wanted(QPoint(x, room.bottom() - size.height() - gap), size);
    if (wanted == geometry() && !m_cards.isNull())
        return;
    setGeometry(wanted);
    paintCards();
    update();
}

void OverviewMap::onSeen()
{
    const bool isPart = !m_view.seen().adjusted(-2, -2, 2, 2).contains(m_scene.cardsRect());
    const bool isShown = m_isWanted && m_scene.isLaidOut() && isPart;
    if (isShown)
        place();
    if (isShown != isVisibleTo(parentWidget())) {
        if (isShown)
            paintCards();
        setVisible(isShown);
    }
    update();
}

void OverviewMap::paintCards()
{
    const qreal ratio = devicePixelRatioF();
    m_cards = QPixmap((QSizeF(size()) * ratio).toSize().expandedTo({1, 1}));
    m_cards.setDevicePixelRatio(ratio);
    m_cards.fill(Qt::transparent);
    const StatePalette states = StatePalette::forPalette(palette());
    QPainter painter(&m_cards);
    const QPointF origin = picture().topLeft() - m_scene.sceneRect().topLeft() * scale();
    for (const bool isCalm : {true, false}) { // problems lie on top, and never get smaller than can be seen
        for (const CardItem *item : m_scene.shown()) {
            const StateLook look = item->look();
            if (dynamic_cast<const HeaderItem *>(item))
                continue;
            if ((look.severity < AttentionSeverity) != isCalm)
                continue;
            const qreal least = isCalm ? 1 : 4;
            QRectF place(origin + item->pos() * scale(), item->size() * scale());
            const QPointF middle = place.center();
            place.setSize(place.size().expandedTo({least, least}));
            place.moveCenter(middle);
            painter.fillRect(place, states.colors(look.family).fill);
        }
    }
}

void OverviewMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette states = StatePalette::forPalette(palette());
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(hasFocus() ? QPen(states.focusRing(), 2) : QPen(states.edge(), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.drawPixmap(0, 0, m_cards);
    QColor shade = states.focusRing();
    painter.setPen(QPen(shade, 2));
    shade.setAlphaF(0.25F);
    painter.setBrush(shade);
    painter.drawRect(window());
}

void OverviewMap::mousePressEvent(QMouseEvent *event)
{
    m_view.centerOn(toScene(event->position()));
    event->accept();
}

void OverviewMap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        m_view.centerOn(toScene(event->position()));
    event->accept();
}

void OverviewMap::keyPressEvent(QKeyEvent *event)
{
    const QRectF seen = m_view.seen();
    QPointF step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {-seen.width() / 4, 0};
        break;
    case Qt::Key_Right:
        step = {seen.width() / 4, 0};
        break;
    case Qt::Key_Up:
        step = {0, -seen.height() / 4};
        break;
    case Qt::Key_Down:
        step = {0, seen.height() / 4};
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_view.centerOn(seen.center() + step);
}

} // namespace foghorn

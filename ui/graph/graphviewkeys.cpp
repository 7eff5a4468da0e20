// The graph by keyboard.
#include "ui/graph/graphview.h"

#include "ui/graph/carditem.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphtravel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include <QKeyEvent>

#include <algorithm>

namespace foghorn {

CardItem *GraphView::current() const
{
    CardItem *item = m_scene.focused();
    return item ? item : m_scene.cardOf(m_selection.current());
}

bool GraphView::travel(Qt::Key key)
{
    if (m_scene.shown().empty())
        return false;
    const CardItem *here = current();
    const CardItem *next = here ? neighbourOf(m_scene, *here, key) : m_scene.shown().front();
    if (!next)
        return true;
    m_scene.setFocused(next->key());
    if (!next->service().isEmpty())
        m_selection.selectOnly(next->service()); // shows it, and tells readers
    ensureVisible(next->mapRectToScene(QRectF(QPointF(0, 0), next->size())), 40, 40);
    if (next->service().isEmpty())
        announceFocus(this, accessibleCurrentItem());
    return true;
}

bool GraphView::openOrSelect(int key)
{
    const CardItem *here = current();
    if (!here)
        return false;
    if (key == Qt::Key_Space) {
        if (here->service().isEmpty()) {
            const QString kept = here->key();
            const QList<ServiceId> services = m_scene.servicesOf(*here);
            m_selection.set(services, services.first());
            m_scene.setFocused(kept); // not the first of them
        } else {
            m_selection.toggle(here->service());
        }
    } else if (!here->service().isEmpty()) {
        Q_EMIT detailsWanted();
    } else {
        // What is unfolded leaves its layer's header to go on from.
        m_kept = QStringLiteral("h/%1").arg(here->layer());
        const CardItem &folding = *here;
        m_scene.setFocused(m_kept);
        m_scene.toggle(folding);
    }
    return true;
}

bool GraphView::moveByKey(int key)
{
    const bool mirrored = isRightToLeft();
    switch (key) {
    case Qt::Key_Left:
        return travel(mirrored ? Qt::Key_Right : Qt::Key_Left);
    case Qt::Key_Right:
        return travel(mirrored ? Qt::Key_Left : Qt::Key_Right);
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return travel(static_cast<Qt::Key>(key));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return openOrSelect(key);
    default:
        return false;
    }
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    bool handled = plain;
    switch (plain ? event->key() : 0) {
    case Qt::Key_BracketLeft:
        goToProblem(-1);
        break;
    case Qt::Key_BracketRight:
        goToProblem(1);
        break;
    case Qt::Key_Slash:
        Q_EMIT searchWanted();
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
        handled = plain && moveByKey(event->key());
    }
    if (!handled)
        QGraphicsView::keyPressEvent(event);
}

void GraphView::goToProblem(int step)
{
    std::vector<const ServiceRow *> problems;
    for (const ServiceRow &row : m_scene.model().rows()) {
        if (row.look.severity >= AttentionSeverity)
            problems.push_back(&row);
    }
    if (problems.empty())
        return;
    std::stable_sort(problems.begin(), problems.end(), [](const ServiceRow *a, const ServiceRow *b) {
        return a->look.severity != b->look.severity ? a->look.severity > b->look.severity : a->since < b->since;
    });
    const auto count = static_cast<int>(problems.size());
    const auto here = std::find_if(
        problems.cbegin(), problems.cend(), [this](const ServiceRow *row) { return row->id == m_selection.current(); });
    int next = step > 0 ? 0 : count - 1;
    if (here != problems.cend())
        next = (static_cast<int>(here - problems.cbegin()) + step + count) % count;
    const ServiceId service = problems[static_cast<std::size_t>(next)]->id;
    m_selection.selectOnly(service);
    showService(service);
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const CardItem *here = current();
    if (!here) {
        travel(Qt::Key_Home);
        return;
    }
    if (event->reason() != Qt::MouseFocusReason) // a click has its own place
        ensureVisible(here->mapRectToScene(QRectF(QPointF(0, 0), here->size())), 40, 40);
    announceFocus(this, accessibleCurrentItem());
}

} // namespace foghorn

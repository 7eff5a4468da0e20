// The graph for screen readers: what is shown, as sentences.
#include "ui/graph/graphview.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/serviceselection.h"

#include <algorithm>

namespace foghorn {

QString GraphView::restartActionName() { return QStringLiteral("Restart"); }

QString GraphView::checkActionName() { return QStringLiteral("Check"); }

CardItem *GraphView::shownItem(int item) const
{
    const auto index = static_cast<std::size_t>(item);
    return item >= 0 && index < m_scene.shown().size() ? m_scene.shown()[index] : nullptr;
}

int GraphView::accessibleCount() const { return static_cast<int>(m_scene.shown().size()); }

QString GraphView::accessibleItemName(int item) const
{
    const CardItem *card = shownItem(item);
    return card ? card->spoken() : QString();
}

QRect GraphView::accessibleItemRect(int item) const
{
    const CardItem *card = shownItem(item);
    if (!card)
        return {};
    const QRectF place = card->mapRectToScene(QRectF(QPointF(0, 0), card->size()));
    const QRect shown = mapFromScene(place).boundingRect() & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool GraphView::isAccessibleItemSelected(int item) const
{
    const CardItem *card = shownItem(item);
    return card && card->marks().selected;
}

int GraphView::accessibleCurrentItem() const
{
    const auto &shown = m_scene.shown();
    const auto found = std::find(shown.cbegin(), shown.cend(), current());
    return found == shown.cend() ? -1 : static_cast<int>(found - shown.cbegin());
}

void GraphView::selectAccessibleItem(int item)
{
    const CardItem *card = shownItem(item);
    if (!card)
        return;
    m_scene.setFocused(card->key());
    if (card->service().isEmpty())
        m_scene.toggle(*card);
    else
        m_selection.selectOnly(card->service());
}

QStringList GraphView::accessibleItemActions(int item) const
{
    QStringList actions{QAccessibleActionInterface::pressAction()};
    if (const CardItem *card = shownItem(item); card && !card->service().isEmpty())
        actions << restartActionName() << checkActionName();
    return actions;
}

void GraphView::doAccessibleItemAction(int item, const QString &action)
{
    const CardItem *card = shownItem(item);
    if (!card)
        return;
    if (action == QAccessibleActionInterface::pressAction())
        selectAccessibleItem(item);
    else if (action == restartActionName() && !card->service().isEmpty())
        Q_EMIT restartWanted(card->service());
    else if (action == checkActionName() && !card->service().isEmpty())
        Q_EMIT checkWanted(card->service());
}

std::optional<bool> GraphView::isAccessibleItemExpanded(int item) const
{
    const CardItem *card = shownItem(item);
    if (const auto *header = dynamic_cast<const HeaderItem *>(card))
        return !header->picture().isFolded;
    return dynamic_cast<const GroupItem *>(card) ? std::optional(false) : std::nullopt;
}

} // namespace foghorn

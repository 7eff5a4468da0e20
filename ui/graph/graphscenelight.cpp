// How the graph is lit: states, selection, search, and what a stop would do.
#include "ui/graph/graphscene.h"

#include "ui/dialogs/stopplan.h"
#include "ui/graph/edgesitem.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodeitem.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include <algorithm>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

bool isPutAside(const ServiceRow &row)
{
    return row.facts.goal == Goal::Down
        && (row.facts.state == RunState::Stopped || row.facts.state == RunState::Finished);
}

/// Of several in one card, the one that says most.
NodeEmphasis stronger(NodeEmphasis a, NodeEmphasis b)
{
    const auto rank = [](NodeEmphasis each) {
        switch (each) {
        case NodeEmphasis::Normal:
            return 3;
        case NodeEmphasis::Needed:
            return 2;
        case NodeEmphasis::NeedsIt:
            return 1;
        case NodeEmphasis::Faded:
            break;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

StopMark stronger(StopMark a, StopMark b)
{
    const auto rank = [](StopMark each) {
        switch (each) {
        case StopMark::Origin:
            return 3;
        case StopMark::Stops:
            return 2;
        case StopMark::Degrades:
            return 1;
        case StopMark::None:
            break;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

} // namespace

void GraphScene::onRefreshed(const QList<int> &rows)
{
    const bool fits = m_laidOut && m_model.rows().size() == m_content.cardOfRow.size();
    if (!fits || rows.isEmpty()) // else a new layout is on its way
        return;
    for (const int row : rows) {
        if (NodeItem *item = node(m_model.row(row).id))
            item->setRow(m_model.row(row));
    }
    refreshCounts();
    refreshVisibility();
    refreshMarks();
    Q_EMIT pictureChanged();
}

void GraphScene::refreshCounts()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const GraphCard &card = m_content.cards[i];
        if (card.service.isEmpty())
            static_cast<GroupItem *>(m_cards[i])
                ->setPicture(GroupPicture::of(card.title, card.layer, rowsOf(card.rows)));
    }
    for (std::size_t layer = 0; layer < m_headers.size(); ++layer) {
        const auto number = static_cast<int>(layer);
        if (m_headers[layer])
            m_headers[layer]->setPicture(
                HeaderPicture::of(number, rowsOf(m_content.layers[layer].rows), isFolded(number)));
    }
}

void GraphScene::refreshVisibility()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const std::vector<int> &rows = m_content.cards[i].rows;
        const bool isShown = m_showStopped
            || !std::all_of(rows.cbegin(), rows.cend(), [this](int row) { return isPutAside(m_model.row(row)); });
        m_cards[i]->setVisible(isShown);
        if (isShown)
            m_shown.push_back(m_cards[i]);
    }
    for (HeaderItem *header : m_headers) {
        if (header)
            m_shown.push_back(header);
    }
    for (std::size_t i = 0; i < m_content.edges.size(); ++i) {
        const CardEdge &edge = m_content.edges[i];
        const bool isLeftOut = !m_showOptional && edge.kind != EdgeKind::Required;
        m_edges->setHidden(i, isLeftOut || !m_cards[at(edge.from)]->isVisible() || !m_cards[at(edge.to)]->isVisible());
        m_edges->setBroken(
            i, std::any_of(edge.members.cbegin(), edge.members.cend(), [this](const CardEdge::Member &member) {
                return member.kind == EdgeKind::Required
                    && isBroken(m_model.row(member.fromRow), m_model.row(member.toRow));
            }));
    }
}

void GraphScene::refreshMarks()
{
    if (!m_laidOut || m_model.rows().size() != m_content.cardOfRow.size())
        return;
    const QList<ServiceId> &selected = m_selection.selected();
    const QSet<ServiceId> chosen(selected.cbegin(), selected.cend());
    const bool isOne = selected.size() == 1 && m_model.rowOfService(selected.first()) >= 0;
    const std::vector<NodeEmphasis> emphasis =
        emphasisAround(m_rows, isOne ? m_model.rowOfService(selected.first()) : -1);
    const std::vector<bool> affected = affectedRows(m_rows, m_model.rows());
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        CardMarks marks;
        marks.emphasis = NodeEmphasis::Faded;
        for (const int row : m_content.cards[i].rows) {
            const ServiceId &id = m_model.row(row).id;
            marks.selected = marks.selected || chosen.contains(id);
            marks.found = marks.found || m_found.contains(id);
            marks.muted = marks.muted || m_muted.contains(id);
            marks.pinned = marks.pinned || (!m_pinned.isEmpty() && m_pinned == id);
            marks.affected = marks.affected || affected[at(row)];
            marks.emphasis = stronger(marks.emphasis, emphasis[at(row)]);
            marks.stop = stronger(marks.stop, m_stops.value(id, StopMark::None));
        }
        marks.focused = m_cards[i]->key() == m_focused;
        if (marks.stop != StopMark::None)
            marks.emphasis = stronger(marks.emphasis, NodeEmphasis::NeedsIt); // what it says must be seen
        m_cards[i]->setMarks(marks);
    }
    for (HeaderItem *header : m_headers) {
        if (header) {
            CardMarks marks;
            marks.focused = header->key() == m_focused;
            header->setMarks(marks);
        }
    }
    refreshEdgeTones(emphasis, isOne);
}

void GraphScene::refreshEdgeTones(const std::vector<NodeEmphasis> &emphasis, bool isOne)
{
    std::vector<EdgeTone> tones(m_content.edges.size(), EdgeTone::None);
    for (std::size_t i = 0; isOne && i < tones.size(); ++i) {
        for (const CardEdge::Member &member : m_content.edges[i].members) {
            const auto isOn = [&](int row, NodeEmphasis side) {
                return emphasis[at(row)] == side || emphasis[at(row)] == NodeEmphasis::Normal;
            };
            if (isOn(member.fromRow, NodeEmphasis::Needed) && isOn(member.toRow, NodeEmphasis::Needed))
                tones[i] = EdgeTone::Needs;
            else if (isOn(member.fromRow, NodeEmphasis::NeedsIt) && isOn(member.toRow, NodeEmphasis::NeedsIt))
                tones[i] = EdgeTone::NeededBy;
        }
    }
    m_edges->setTones(tones, isOne);
}

void GraphScene::onSelectionChanged()
{
    if (const CardItem *item = cardOf(m_selection.current()))
        m_focused = item->key();
    refreshMarks();
    Q_EMIT pictureChanged();
}

void GraphScene::setFocused(const QString &key)
{
    m_focused = key;
    refreshMarks();
}

void GraphScene::setFound(const QSet<ServiceId> &found)
{
    m_found = found;
    refreshMarks();
}

void GraphScene::setMuted(const QSet<ServiceId> &muted)
{
    if (muted == m_muted)
        return;
    m_muted = muted;
    refreshMarks();
}

void GraphScene::setPinned(const ServiceId &pinned)
{
    if (pinned == m_pinned)
        return;
    m_pinned = pinned;
    refreshMarks();
}

void GraphScene::setStopPlan(const StopPlan &plan)
{
    m_stops.clear();
    for (const ServiceId &id : plan.degraded)
        m_stops.insert(id, StopMark::Degrades);
    for (const ServiceId &id : plan.dependents)
        m_stops.insert(id, StopMark::Stops);
    for (const ServiceId &id : plan.services)
        m_stops.insert(id, StopMark::Origin);
    refreshMarks();
}

void GraphScene::setOptionalShown(bool shown)
{
    m_showOptional = shown;
    refreshVisibility();
    Q_EMIT pictureChanged();
}

void GraphScene::setStoppedShown(bool shown)
{
    m_showStopped = shown;
    refreshVisibility();
    Q_EMIT pictureChanged();
}

} // namespace foghorn

// Which of its lines LogModel shows; what it holds and finds is in logmodel.cpp.
#include "ui/models/logmodel.h"

#include <algorithm>

namespace foghorn {

/// Could be shown, were it not for the text that is looked for.
bool LogModel::isEligible(const LogEntry &entry) const
{
    return entry.serial >= m_firstSerial && (entry.kind == LogEntry::Kind::Note || entry.level >= m_filter.least);
}

/// Can be shown beside a match.
bool LogModel::mayAccompany(const LogEntry &entry) const
{
    return entry.kind == LogEntry::Kind::Line && isEligible(entry);
}

bool LogModel::passes(const LogEntry &entry) const
{
    if (!isEligible(entry))
        return false;
    if (m_filter.text.isEmpty())
        return true;
    return entry.kind == LogEntry::Kind::Line
        && (m_filterFinder.indexIn(entry.text) >= 0 || m_filterFinder.indexIn(entry.service) >= 0);
}

/// Those of the lines from `from` on that are shown, the surroundings of matches among them; `scanned` is where looking
/// for matches begins.
LogModel::Lines LogModel::shownFrom(std::size_t scanned, std::size_t from) const
{
    Lines shown;
    std::deque<std::size_t> before; // lines that a match may yet bring in
    const auto around = static_cast<std::size_t>(hasAround() ? m_filter.around : 0);
    std::size_t after = 0; // how many more the last match brings in
    const auto show = [&](std::size_t at) {
        if (at >= from)
            shown.push_back(m_all[at]);
    };
    for (std::size_t at = scanned; at < m_all.size(); ++at) {
        if (passes(*m_all[at])) {
            std::for_each(before.begin(), before.end(), show);
            before.clear();
            show(at);
            after = around;
        } else if (around == 0 || !mayAccompany(*m_all[at])) {
            continue;
        } else if (after > 0) {
            --after;
            show(at);
        } else {
            before.push_back(at);
            if (before.size() > around)
                before.pop_front();
        }
    }
    return shown;
}

std::size_t LogModel::goBack(std::size_t at, int lines) const
{
    for (; at > 0 && lines > 0; --at)
        lines -= mayAccompany(*m_all[at - 1]) ? 1 : 0;
    return at;
}

/// Works out anew what is shown from shortly before the line `index` of m_all on: what came there may be the
/// surroundings of a match, or a match that brings some in.
void LogModel::showAround(std::size_t index)
{
    const std::size_t from = goBack(index, m_filter.around);
    const Lines fresh = shownFrom(goBack(from, m_filter.around), from);
    const WallTime order = m_all[from]->order;
    auto kept = static_cast<std::size_t>(rowAt(order));
    for (std::size_t at = from; at > 0 && m_all[at - 1]->order == order; --at)
        kept += rowOf(m_all[at - 1]) >= 0 ? 1 : 0;
    std::size_t same = 0;
    while (same < fresh.size() && kept + same < m_shown.size() && m_shown[kept + same] == fresh[same])
        ++same;
    const auto count = [this](const Lines &lines, std::size_t first) {
        return static_cast<int>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(),
            [this](const LogEntryPtr &entry) { return isFound(*entry); }));
    };
    m_found -= count(m_shown, kept + same);
    dropRowsFrom(kept + same);
    m_found += count(fresh, same);
    addRows(fresh, same);
}

/// All over, after what is shown was chosen anew.
void LogModel::showAnew()
{
    const Lines shown = shownFrom(0, 0);
    dropRowsFrom(0);
    addRows(shown, 0);
    setSought(m_sought);
}

void LogModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_filterFinder = QStringMatcher(filter.text, Qt::CaseInsensitive);
    showAnew();
}

void LogModel::clearView()
{
    m_firstSerial = m_nextSerial;
    m_cleared = lineCount();
    showAnew();
}

void LogModel::showCleared()
{
    m_firstSerial = 0;
    m_cleared = 0;
    showAnew();
}

void LogModel::dropRowsFrom(std::size_t from)
{
    if (from >= m_shown.size())
        return;
    beginRemoveRows({}, static_cast<int>(from), rowCount() - 1);
    m_shown.erase(m_shown.begin() + static_cast<std::ptrdiff_t>(from), m_shown.end());
    endRemoveRows();
}

void LogModel::addRows(const Lines &lines, std::size_t from)
{
    if (from >= lines.size())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size() - from) - 1);
    m_shown.insert(m_shown.end(), lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end());
    endInsertRows();
}

} // namespace foghorn

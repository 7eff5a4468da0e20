#include "ui/models/logmodel.h"

#include "ui/style/clockwords.h"
#include "ui/style/shownzone.h"

#include <algorithm>

namespace foghorn {

namespace {

/// How far back a late line is put in its place.
constexpr std::ptrdiff_t furthestBack = 5000;

} // namespace

LogModel::LogModel(std::size_t capacity, QObject *parent)
    : QAbstractListModel(parent)
    , m_capacity(capacity)
{
}

LogModel::~LogModel() = default;

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QModelIndex LogModel::index(int row, int column, const QModelIndex &parent) const
{
    const bool isThere = row >= 0 && static_cast<std::size_t>(row) < m_shown.size() && column == 0 && !parent.isValid();
    return isThere ? createIndex(row, column) : QModelIndex();
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::DisplayRole)
        return exportedLine(entry(index.row()));
    if (role == Qt::AccessibleTextRole)
        return spokenLine(entry(index.row()));
    return {};
}

bool LogModel::isFound(const LogEntry &entry) const
{
    return !m_sought.isEmpty() && (m_finder.indexIn(entry.text) >= 0 || m_finder.indexIn(entry.service) >= 0);
}

LogModel::Lines::iterator LogModel::placeOf(Lines &lines, WallTime order)
{
    const auto from = lines.end() - std::min(furthestBack, std::distance(lines.begin(), lines.end()));
    return std::upper_bound(
        from, lines.end(), order, [](WallTime time, const LogEntryPtr &entry) { return time < entry->order; });
}

void LogModel::append(std::vector<LogEntry> entries)
{
    if (entries.size() > m_capacity) {
        m_dropped += static_cast<qint64>(entries.size() - m_capacity);
        entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(m_capacity));
    }
    if (m_all.size() + entries.size() > m_capacity)
        dropOldest(m_all.size() + entries.size() - m_capacity);
    const int before = m_found;
    std::vector<LogEntryPtr> run;
    run.reserve(entries.size());
    for (LogEntry &entry : entries) {
        entry.serial = m_nextSerial++;
        // A run ends where a line that is there already belongs between two of it.
        if (!run.empty() && placeOf(m_all, run.front()->order) != placeOf(m_all, entry.order)) {
            insertRun(run);
            run.clear();
        }
        run.push_back(std::make_shared<const LogEntry>(std::move(entry)));
    }
    insertRun(run);
    if (m_found != before)
        Q_EMIT foundCountChanged();
}

void LogModel::insertRun(const std::vector<LogEntryPtr> &run)
{
    if (run.empty())
        return;
    const auto at = m_all.insert(placeOf(m_all, run.front()->order), run.begin(), run.end());
    if (hasAround()) {
        showAround(static_cast<std::size_t>(at - m_all.begin()));
        return;
    }
    std::vector<LogEntryPtr> shown;
    std::copy_if(
        run.begin(), run.end(), std::back_inserter(shown), [this](const LogEntryPtr &e) { return passes(*e); });
    if (shown.empty())
        return;
    const auto place = placeOf(m_shown, run.front()->order);
    const int row = static_cast<int>(place - m_shown.begin());
    beginInsertRows({}, row, row + static_cast<int>(shown.size()) - 1);
    m_shown.insert(place, shown.begin(), shown.end());
    endInsertRows();
    m_found += static_cast<int>(
        std::count_if(shown.begin(), shown.end(), [this](const LogEntryPtr &entry) { return isFound(*entry); }));
}

void LogModel::dropOldest(std::size_t count)
{
    std::size_t rows = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (rows < m_shown.size() && m_shown[rows] == m_all[i])
            ++rows;
        m_cleared -= m_all[i]->serial < m_firstSerial ? 1 : 0;
    }
    if (rows > 0) {
        for (std::size_t row = 0; !m_sought.isEmpty() && row < rows; ++row)
            m_found -= isFound(*m_shown[row]) ? 1 : 0;
        beginRemoveRows({}, 0, static_cast<int>(rows) - 1);
        m_shown.erase(m_shown.begin(), m_shown.begin() + static_cast<std::ptrdiff_t>(rows));
        endRemoveRows();
    }
    m_all.erase(m_all.begin(), m_all.begin() + static_cast<std::ptrdiff_t>(count));
    m_dropped += static_cast<qint64>(count);
}

void LogModel::clear()
{
    dropRowsFrom(0);
    m_all.clear();
    m_dropped = 0;
    m_found = 0;
    m_firstSerial = 0;
    m_cleared = 0;
    Q_EMIT foundCountChanged();
}

void LogModel::setCapacity(std::size_t lines)
{
    m_capacity = lines;
    if (m_all.size() > lines)
        dropOldest(m_all.size() - lines);
}

void LogModel::setSought(const QString &text)
{
    m_sought = text;
    m_finder = QStringMatcher(text, Qt::CaseInsensitive);
    m_found = text.isEmpty() ? 0
                             : static_cast<int>(std::count_if(m_shown.begin(), m_shown.end(),
                                 [this](const LogEntryPtr &entry) { return isFound(*entry); }));
    Q_EMIT foundCountChanged();
}

int LogModel::nextFound(int row, bool forward) const
{
    const int count = rowCount();
    if (m_found == 0 || count == 0)
        return -1;
    int at = row < 0 || row >= count ? (forward ? -1 : count) : row;
    for (int step = 0; step < count; ++step) {
        at = (at + (forward ? 1 : -1) + count) % count;
        if (isFound(at))
            return at;
    }
    return -1;
}

int LogModel::foundUpTo(int row) const
{
    const auto end = m_shown.begin() + std::min(row + 1, rowCount());
    return static_cast<int>(
        std::count_if(m_shown.begin(), end, [this](const LogEntryPtr &entry) { return isFound(*entry); }));
}

int LogModel::rowAt(WallTime time) const
{
    const auto found = std::lower_bound(
        m_shown.begin(), m_shown.end(), time, [](const LogEntryPtr &entry, WallTime at) { return entry->order < at; });
    return static_cast<int>(found - m_shown.begin());
}

int LogModel::rowOf(const LogEntryPtr &entry) const
{
    for (int row = entry ? rowAt(entry->order) : rowCount(); row < rowCount() && this->entry(row).order == entry->order;
         ++row) {
        if (share(row) == entry)
            return row;
    }
    return -1;
}

QString spokenLine(const LogEntry &entry)
{
    const QString time = exactClock(shownTime(entry.at).time());
    if (entry.kind == LogEntry::Kind::Note)
        return time + QStringLiteral(", ") + entry.text;
    const QString level = entry.hasLevel ? QStringLiteral(", ") + levelWord(entry.level).toLower() : QString();
    return time + QStringLiteral(", ") + entry.service + level + QStringLiteral(": ") + entry.text.left(500);
}

} // namespace foghorn

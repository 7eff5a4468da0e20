#pragma once

#include "ui/models/logentry.h"

#include <QAbstractListModel>
#include <QStringMatcher>

#include <deque>

namespace foghorn {

/// The last lines of some services in the order of their times, and which of them are shown. Never reset.
class LogModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)
public:
    static constexpr std::size_t usualCapacity = 100'000;

    struct Filter
    {
        LogLevel least = LogLevel::Debug;
        QString text; ///< any case; empty: all
        int around = 0; ///< lines before and after each that has the text; notes and lesser levels do not count

        bool operator==(const Filter &) const = default;
    };

    explicit LogModel(std::size_t capacity = usualCapacity, QObject *parent = nullptr);
    ~LogModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// As in every list, but without looking twice: a view asks for each of 100,000 rows when some come and go.
    QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override;
    /// DisplayRole: the line as it is exported; AccessibleTextRole: as it is spoken. Views ask entry().
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// `row` must be one that is shown.
    const LogEntry &entry(int row) const { return *m_shown[static_cast<std::size_t>(row)]; }
    /// Of all lines, shown or not.
    qsizetype lineCount() const { return static_cast<qsizetype>(m_all.size()); }
    /// How many were given up because newer ones came.
    qint64 droppedCount() const { return m_dropped; }

    /// `entries` in the order of their times. One that is older than the last ones is put where it belongs, unless
    /// that is far above.
    void append(std::vector<LogEntry> entries);
    void clear();
    /// Fewer than there are: the oldest go.
    void setCapacity(std::size_t lines);
    std::size_t capacity() const { return m_capacity; }
    /// Shows only what comes from now on; the lines stay, for showCleared() and in memory.
    void clearView();
    void showCleared();
    /// How many lines clearView() hides.
    qsizetype clearedCount() const { return m_cleared; }
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }

    /// What is looked for among the shown lines; any case. Empty: nothing.
    void setSought(const QString &text);
    const QString &sought() const { return m_sought; }
    int foundCount() const { return m_found; }
    bool isFound(int row) const { return isFound(*m_shown[static_cast<std::size_t>(row)]); }
    /// The next found row after (or before) `row`, around the end; -1 when there is none.
    int nextFound(int row, bool forward) const;
    /// How many found rows there are up to this one, itself included.
    int foundUpTo(int row) const;
    /// The first row that is not older; rowCount() when all are.
    int rowAt(WallTime time) const;
    /// -1 when it is not shown.
    int rowOf(const LogEntryPtr &entry) const;
    LogEntryPtr share(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    std::vector<LogEntryPtr> shown() const { return {m_shown.begin(), m_shown.end()}; }

Q_SIGNALS:
    void foundCountChanged();

private:
    using Lines = std::deque<LogEntryPtr>;
    bool isEligible(const LogEntry &entry) const;
    bool passes(const LogEntry &entry) const;
    bool hasAround() const { return m_filter.around > 0 && !m_filter.text.isEmpty(); }
    bool isFound(const LogEntry &entry) const;
    static Lines::iterator placeOf(Lines &lines, WallTime order);
    void insertRun(const std::vector<LogEntryPtr> &run);
    bool mayAccompany(const LogEntry &entry) const;
    Lines shownFrom(std::size_t scanned, std::size_t from) const;
    std::size_t goBack(std::size_t at, int lines) const;
    void showAround(std::size_t index);
    void showAnew();
    void dropRowsFrom(std::size_t from);
    void addRows(const Lines &lines, std::size_t from);
    void dropOldest(std::size_t count);

    std::size_t m_capacity;
    Lines m_all;
    Lines m_shown; ///< those of m_all that pass, in the same order
    Filter m_filter;
    QStringMatcher m_filterFinder; ///< of its text
    QString m_sought;
    QStringMatcher m_finder; ///< of m_sought
    int m_found = 0;
    qint64 m_dropped = 0;
    qint64 m_nextSerial = 1;
    qint64 m_firstSerial = 0; ///< lines before it were cleared from the view
    qsizetype m_cleared = 0;
};

/// The line for a screen reader: "14:02:15, onion, error: health check timed out".
QString spokenLine(const LogEntry &entry);

} // namespace foghorn

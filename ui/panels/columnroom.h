#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QHeaderView;

namespace foghorn {

/// Keeps room for one column of a table, the one that says most, however narrow the table is: another one is stretched
/// and shrinks first, then some step back one after the other, and come again with the room. A person who asks for one
/// of them has it, and scrolls. Widths are kept in hundredths of the font's height, so that they grow with the text.
class ColumnRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnRoom)
public:
    struct Plan
    {
        int kept; ///< the column that always has room; the last one, it takes what is left over
        int keptLeast; ///< in heights of the font
        int stretched;
        int stretchedLeast; ///< in heights of the font
        QList<int> yielding; ///< in the order in which they step back
    };
    /// `header` becomes the parent.
    ColumnRoom(QHeaderView &header, Plan plan);
    ~ColumnRoom() override;

    /// Not shown for want of room only.
    bool isAway(int section) const { return m_away.contains(section); }
    /// A person wants to see it even so.
    void insistOn(int section);
    /// `how` arranges all of them anew; they are there and as wide as wanted when it begins.
    void arrange(const std::function<void()> &how);
    /// In pixels; nothing when it is as wide as it is wanted.
    std::optional<int> wantedWidth(int section) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onResized(int section, int before, int now);
    void fit();
    void release();
    void widenKept();
    int line() const;
    int inPixels(int hundredths) const;
    int inHundredths(int pixels) const;
    int fullWidth(int section) const;
    void setAway(int section, bool away);

    QHeaderView &m_header;
    const Plan m_plan;
    QHash<int, int> m_away; ///< and how wide they are wanted
    QList<int> m_insisted;
    std::optional<int> m_stretchedWanted; ///< while it is narrower than that
    QTimer m_soon;
    int m_lineWhenFitted = 0;
    bool m_isFitting = false;
};

} // namespace foghorn

#pragma once

#include "core/base/clock.h"

#include <QStyledItemDelegate>

#include <optional>

namespace foghorn {

class LogModel;

/// Paints a line of a log: time, level as word and sign, service, text in its colours; what is looked for is marked.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogDelegate)
public:
    explicit LogDelegate(const LogModel &model, QObject *parent = nullptr);
    ~LogDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setUtc(bool utc) { m_utc = utc; }
    bool isUtc() const { return m_utc; }
    /// Where a line has little room: times without fractions, and of levels only the sign.
    void setNarrow(bool narrow) { m_isNarrow = narrow; }
    /// A moment that others point at: a line is drawn before the first row that is not older.
    void setMark(std::optional<WallTime> time) { m_mark = time; }
    /// How many characters names of services take; 0: they are not shown.
    void setServiceWidth(int characters) { m_serviceWidth = characters; }

private:
    void paintMark(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    void paintNote(QPainter &painter, const QStyleOptionViewItem &option, const QString &text) const;
    void paintLevel(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, int row) const;
    QString shownTime(WallTime time) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, int row) const;

    const LogModel &m_model;
    bool m_utc = false;
    bool m_isNarrow = false;
    int m_serviceWidth = 0;
    std::optional<WallTime> m_mark;
};

} // namespace foghorn

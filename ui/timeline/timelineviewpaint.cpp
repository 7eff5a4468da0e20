// What TimelineView looks like; what it does is in timelineview.cpp and timelineviewinput.cpp.
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/timecursor.h"
#include "ui/style/statepalette.h"
#include "ui/style/stateglyph.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelineview.h"

#include "core/base/names.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace foghorn {

int TimelineView::nameWidth() const
{
    const int wanted = fontMetrics().averageCharWidth() * 24 + fontMetrics().height() * 2;
    return std::min(wanted, viewport()->width() / 3);
}

int TimelineView::headerHeight() const { return fontMetrics().height() * 9 / 5; }

int TimelineView::rowHeight() const { return timelineRowHeight(font(), m_lanes); }

QRect TimelineView::lanesRect() const
{
    const QRect all = viewport()->rect();
    const int margin = fontMetrics().height() / 2;
    return isRightToLeft() ? all.adjusted(margin, 0, -nameWidth(), 0) : all.adjusted(nameWidth(), 0, -margin, 0);
}

QRect TimelineView::rowRect(int row) const
{
    return {0, headerHeight() + row * rowHeight() - verticalScrollBar()->value(), viewport()->width(), rowHeight()};
}

TimelineStyle TimelineView::look() const
{
    return {TimeScale{window(), std::max(1, lanesRect().width()), isRightToLeft()}, m_lanes, font(), palette(), m_now};
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const TimelineStyle style = look();
    const QRect header(0, 0, viewport()->width(), headerHeight());
    const QRect lanes = lanesRect();
    const QRect rows = viewport()->rect().adjusted(0, header.height(), 0, 0);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.fillRect(header, palette().color(QPalette::Window));
    const int lastLine = std::min(rows.bottom(), rowRect(static_cast<int>(m_order.size())).top() - 1);

    painter.save();
    painter.setClipRect(rows & event->rect());
    const int first = std::max(0, verticalScrollBar()->value() / rowHeight());
    for (int row = first; row < m_order.size() && rowRect(row).top() <= event->rect().bottom(); ++row) {
        if (row % 2 == 1)
            painter.fillRect(rowRect(row), palette().color(QPalette::AlternateBase));
    }
    painter.restore();
    paintTimeAxis(painter, {lanes.left(), 0, lanes.width(), header.height()}, lastLine, style);
    painter.setClipRect(rows & event->rect());
    for (int row = first; row < m_order.size() && rowRect(row).top() <= event->rect().bottom(); ++row)
        paintRow(painter, row, style);
    painter.setClipping(false);
    paintCursor(painter, style);
}

void TimelineView::paintRow(QPainter &painter, int row, const TimelineStyle &style) const
{
    const ServiceId &service = m_order.at(row);
    const QRect rect = rowRect(row);
    const QRect lanes = lanesRect();
    const QRect name = isRightToLeft() ? QRect(lanes.right() + 1, rect.top(), nameWidth(), rect.height())
                                       : QRect(0, rect.top(), nameWidth(), rect.height());
    const StatePalette colors = StatePalette::forPalette(palette());
    paintName(painter, name, service);
    if (const TimelineRecord *record = m_data.find(service); record && !record->isEmpty())
        paintTimelineRow(painter, {lanes.left(), rect.top(), lanes.width(), rect.height()}, *record, style);
    else {
        const QString words = record ? tr("History begins with the first check") : QString();
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(
            QRect(lanes.left(), rect.top(), lanes.width(), rect.height()), Qt::AlignVCenter | Qt::AlignLeading, words);
        painter.fillRect(lanes.left(), rect.bottom() - 2, lanes.width(), 1, colors.hairline());
    }
    if (hasFocus() && service == m_selection.current()) {
        painter.setPen(QPen(colors.focusRing(), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

void TimelineView::paintName(QPainter &painter, const QRect &rect, const ServiceId &service) const
{
    const int line = fontMetrics().height();
    const int row = m_model.rowOfService(service);
    const bool isSelected = m_selection.isSelected(service);
    if (isSelected)
        painter.fillRect(rect, palette().color(QPalette::Highlight));
    QRect glyph(0, 0, line, line);
    QRect words = rect;
    if (isRightToLeft()) {
        glyph.moveCenter({rect.right() - line, rect.center().y()});
        words.adjust(line / 2, 0, -line * 2, 0);
    } else {
        glyph.moveCenter({rect.left() + line, rect.center().y()});
        words.adjust(line * 2, 0, -line / 2, 0);
    }
    const StatePalette colors = StatePalette::forPalette(palette());
    if (row >= 0) {
        if (isSelected) { // the glyph keeps the ground its contrast was made for
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Base));
            painter.drawEllipse(QRectF(glyph).adjusted(-2, -2, 2, 2));
            painter.restore();
        }
        paintGlyph(painter, glyph, m_model.row(row).look, colors);
    }
    painter.setFont(font());
    painter.setPen(palette().color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        fontMetrics().elidedText(printable(service), Qt::ElideMiddle, words.width()));
}

void TimelineView::paintCursor(QPainter &painter, const TimelineStyle &style) const
{
    if (!m_cursor.time() || !style.scale.window.contains(*m_cursor.time()))
        return;
    const QRect lanes = lanesRect();
    const int x = lanes.left() + static_cast<int>(style.scale.xOf(*m_cursor.time()));
    const QColor ink = StatePalette::forPalette(palette()).focusRing();
    painter.fillRect(QRect(x, headerHeight() - 3, 1, viewport()->height()), ink);
    const QString words = readableTime(*m_cursor.time(), style.scale.window);
    QRect flag(0, 0, fontMetrics().horizontalAdvance(words) + fontMetrics().height(), headerHeight() - 3);
    flag.moveLeft(std::clamp(x - flag.width() / 2, lanes.left(), std::max(lanes.left(), lanes.right() - flag.width())));
    painter.fillRect(flag, ink);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Base));
    painter.drawText(flag, Qt::AlignCenter | Qt::TextSingleLine, words);
}

} // namespace foghorn

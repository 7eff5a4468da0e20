#include "ui/style/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace foghorn {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    while (QLayoutItem *item = takeAt(0))
        std::default_delete<QLayoutItem>()(item);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) { // all in one row
        if (item->isEmpty())
            continue;
        size.setWidth(size.width() + item->sizeHint().width() + std::max(0, spacing()));
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const QMargins margins = contentsMargins();
    const QRect room = rect.marginsRemoved(margins);
    const int gap = std::max(0, spacing());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QList<std::pair<QLayoutItem *, QRect>> row;
    int x = room.x();
    int y = room.y();
    int height = 0;
    const auto endRow = [&] { // now that it is known how high it is
        for (const auto &[item, place] : std::as_const(row)) {
            const QRect centred(place.x(), y + (height - place.height()) / 2, place.width(), place.height());
            if (apply)
                item->setGeometry(QStyle::visualRect(direction, room, centred));
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint().boundedTo({room.width(), item->sizeHint().height()});
        if (item->hasHeightForWidth()) // it may be rows itself
            size.setHeight(item->heightForWidth(size.width()));
        if (x > room.x() && x + size.width() > room.right() + 1) {
            endRow();
            x = room.x();
            y += height + gap;
            height = 0;
        }
        row.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + gap;
        height = std::max(height, size.height());
    }
    endRow();
    return y + height - rect.y() + margins.bottom();
}

} // namespace foghorn

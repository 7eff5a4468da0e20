#include "ui/mainwindow/pagedelegate.h"

#include "ui/style/statepalette.h"

#include <QPainter>
#include <QPen>
#include <QStyle>
#include <QStyleOptionViewItem>

namespace foghorn {

PageDelegate::PageDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

PageDelegate::~PageDelegate() = default;

void PageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    plain.state.setFlag(QStyle::State_HasFocus, false);
    QStyledItemDelegate::paint(painter, plain, index);
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    constexpr int width = 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    QPen ring(StatePalette::forPalette(option.palette).focusRing(), width);
    ring.setJoinStyle(Qt::MiterJoin);
    painter->setPen(ring);
    painter->drawRect(option.rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter->restore();
}

} // namespace foghorn

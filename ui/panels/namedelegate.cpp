#include "ui/panels/namedelegate.h"

#include "ui/models/servicetablemodel.h"

#include <QApplication>
#include <QPainter>

namespace foghorn {

NameDelegate::NameDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

NameDelegate::~NameDelegate() = default;

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.textElideMode = Qt::ElideMiddle; // the ends of names tell them apart
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int line = option.fontMetrics.height();
    const QString second = index.data(ServiceTableModel::SecondLineRole).toString();
    if (option.rect.height() < line * 2 || second.isEmpty()) {
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
        return;
    }
    const QString name = item.text;
    const QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &item, option.widget);
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget); // ground, selection and focus

    const bool isSelected = option.state & QStyle::State_Selected;
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect area = text.isValid() ? text.adjusted(margin, 0, -margin, 0) : option.rect;
    QRect upper(area.x(), option.rect.y() + (option.rect.height() - line * 2) / 2, area.width(), line);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(upper, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(item.font).elidedText(name, Qt::ElideMiddle, upper.width()));
    painter->setFont(option.font);
    if (!isSelected)
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(upper.translated(0, line), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(second, Qt::ElideRight, upper.width()));
    painter->restore();
}

} // namespace foghorn

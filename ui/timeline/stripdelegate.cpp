#include "ui/timeline/stripdelegate.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/statepalette.h"
#include "ui/timeline/strippainter.h"

#include <QPainter>

namespace foghorn {

StripDelegate::StripDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

StripDelegate::~StripDelegate() = default;

void StripDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // ground, selection and focus
    const int margin = option.fontMetrics.height() / 4;
    const QRectF rect = QRectF(option.rect).adjusted(margin * 2, margin, -margin * 2, -margin);
    paintStrip(*painter, rect, index.data(ServiceTableModel::MarksRole).toByteArray(), 100,
        StatePalette::forPalette(option.palette), option.direction == Qt::RightToLeft);
}

} // namespace foghorn
